import type { Child } from 'hono/jsx'
import { sayNumber } from '../../../i18n/numbers.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { PersonName, PersonOffice } from '../../delegations/pages/person-name.tsx'
import { Portrait } from '../../delegations/pages/portrait.tsx'
import { counts, isThere } from '../../delegations/participants/life.model.ts'
import type { Participant } from '../../delegations/participants/model.ts'
import { usedOf } from '../../delegations/participants/submission.model.ts'
import { byRank } from '../../delegations/ranks.model.ts'
import { quotaOf } from '../../delegations/rules.model.ts'
import { sayState } from '../../delegations/terms.print.ts'
import { addressOfDelegation, type Desk } from '../desk.tsx'
import type { Overview } from '../overview.ts'
import { say } from '../words.ts'

/** How many places of its quota a delegation has taken, and how many more are written down. */
export function Quota({ desk, overview }: { desk: Desk; overview: Overview }) {
  const { language } = desk.viewer
  const { rules, party, delegation, members } = overview
  const quota = quotaOf(rules, party.kind, delegation?.quota ?? null)
  const used = usedOf(members)
  const more = members.filter(({ state }) => isThere(state) && !counts(state)).length
  return (
    <p class="quota">
      <meter min="0" max={quota} value={Math.min(used, quota)} aria-hidden="true" />
      <span>
        {say(language, 'quota.used')} <bdi>{sayNumber(language, used)}</bdi>
        {BETWEEN}
        {say(language, 'quota.of')} <bdi>{sayNumber(language, quota)}</bdi>
        {more > 0 && (
          <>
            {BETWEEN}
            {say(language, 'quota.more')} <bdi>{sayNumber(language, more)}</bdi>
          </>
        )}
      </span>
    </p>
  )
}

/** The head first, then by rank; whoever does not come stands at the end. */
const inOrder = (one: Participant, other: Participant) =>
  Number(!isThere(one.state)) - Number(!isThere(other.state)) ||
  Number(other.head) - Number(one.head) ||
  byRank(one.rank, other.rank)

/** The people of a delegation, and how far each accreditation is. */
export function People({
  desk,
  members,
  at = (one) => `${addressOfDelegation(one.conference, one.party ?? '')}/people/${one.id}`,
}: {
  desk: Desk
  members: readonly Participant[]
  /** Where a person's own page is. */
  at?: (one: Participant) => string
}) {
  const { language } = desk.viewer
  if (members.length === 0) return <Empty>{say(language, 'people.none')}</Empty>
  return (
    <ul class="persons">
      {members.toSorted(inOrder).map((one) => (
        <PersonLine desk={desk} one={one} at={at(one)} />
      ))}
    </ul>
  )
}

/** Somebody in a list, with their photo. */
export function PersonLine({
  desk,
  one,
  at,
  beside,
}: {
  desk: Desk
  one: Participant
  at: string
  beside?: Child
}) {
  const { language } = desk.viewer
  return (
    <li class={isThere(one.state) ? 'person-line' : 'person-line person-gone'}>
      <Portrait language={language} person={one} />
      <div>
        <p class="person-heading">
          <a href={hrefOf(language, at)}>
            <PersonName language={language} of={one} />
          </a>
        </p>
        <p>
          <PersonOffice language={language} of={one} />
        </p>
        <p class="label">
          <strong>{sayState(language, one.state)}</strong>
          {one.reason && (
            <>
              {BETWEEN}
              <bdi>{one.reason}</bdi>
            </>
          )}
        </p>
        {beside}
      </div>
    </li>
  )
}
