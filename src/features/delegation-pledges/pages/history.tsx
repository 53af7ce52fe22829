import { sayDay } from '../../../i18n/days.ts'
import { localWithOffset } from '../../../kernel/time.ts'
import { BETWEEN } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { partyName } from '../../pledges/pages/names.tsx'
import { namesOf, type PledgeDesk } from '../../pledges/pages/pledge/desk.tsx'
import type { Desk } from '../desk.tsx'
import type { OwnFacts } from '../own.ts'
import { say } from '../words.ts'

const SAID = [
  'draft',
  'revise',
  'invite',
  'consent',
  'decline',
  'submit',
  'recall',
  'relate',
  'return',
  'accept',
  'announce',
  'undo',
  'release',
  'amend',
  'withdraw',
  'confirm',
] as const
type Said = (typeof SAID)[number]

/** Everything that was done to a pledge, the last first. */
export function History({ desk, own, pledge }: { desk: Desk; own: OwnFacts; pledge: PledgeDesk }) {
  const { language } = desk.viewer
  const told = own.deeds.filter(({ deed }) => (SAID as readonly string[]).includes(deed))
  if (told.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say(language, 'history')}</h2>
      <ol reversed>
        {told.toReversed().map(({ deed, at, party, note }) => (
          <li>
            <When desk={desk} at={at} />
            {BETWEEN}
            {say(language, `deed.${deed as Said}`)}
            {party && (
              <>
                {BETWEEN}
                {partyName(pledge, party, namesOf(pledge))}
              </>
            )}
            {note && (
              <p class="mb-1">
                <Title text={note} language={language} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A moment on the clocks of the conference. */
export function When({ desk: { viewer, zone }, at }: { desk: Desk; at: Temporal.Instant }) {
  const local = at.toZonedDateTimeISO(zone)
  return (
    <time datetime={localWithOffset(at, zone)}>
      {sayDay(viewer.language, local.toPlainDate().toString())}{' '}
      <bdi>{local.toPlainTime().toString({ smallestUnit: 'minute' })}</bdi>
    </time>
  )
}
