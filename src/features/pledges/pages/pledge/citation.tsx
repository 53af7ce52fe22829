import { sayPartialDay } from '../../../../i18n/days.ts'
import { isolateIn } from '../../../../i18n/isolate.ts'
import { setBeside } from '../../../../i18n/numbers.ts'
import { readingOf } from '../../../../kernel/text.ts'
import { hrefOf } from '../../../../ui/navigation.tsx'
import { Bdi } from '../../../../ui/text.tsx'
import { giversOf } from '../../shares.model.ts'
import { say } from '../../words.ts'
import { partyName } from '../names.tsx'
import { namesOf, type PledgeDesk } from './desk.tsx'

/** How to cite the pledge, as it stands now, at an address that stays. */
export function Citation({ desk, origin }: { desk: PledgeDesk; origin: string }) {
  const { language, pledge } = desk
  const address = hrefOf(language, `/pledges/${pledge.id}`)
  return (
    <>
      <h2 id="cite">{say(language, 'cite')}</h2>
      <blockquote class="notice">
        <p>
          {citationOf(desk)} <Bdi>{origin + address}</Bdi>
        </p>
      </blockquote>
      <p class="label">
        {say(language, 'cite.stays')}{' '}
        <a href={`${address}.json`} data-turbo="false">
          JSON
        </a>
      </p>
    </>
  )
}

/** Parties, title, identifier, version and the day for which it holds: each by itself, as every language can say it. */
export function citationOf(desk: PledgeDesk): string {
  const { language, pledge, today } = desk
  const parties = setBeside(
    language,
    giversOf(pledge.terms.shares).map((code) => partyName(desk, code, namesOf(desk))),
  )
  const title = isolateIn(language, readingOf(pledge.terms.title, language).value)
  const record = setBeside(language, [
    isolateIn(language, 'Plenum'),
    `${say(language, 'cite.pledge')} ${isolateIn(language, pledge.id)}`,
    say(language, 'version', { number: `${pledge.version}` }),
    say(language, 'as-of', { date: sayPartialDay(language, pledge.asOf ?? today) }),
  ])
  return say(language, 'cite.whole', {
    by: parties,
    title: say(language, 'cite.title', { title }),
    record,
  })
}
