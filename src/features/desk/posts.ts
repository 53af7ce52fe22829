import type { Actor } from '../../kernel/actor.ts'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'

/** A conference at which somebody works, and the parties for which they do; none: for all. */
export interface Workplace {
  conference: ConferenceId
  parties: readonly (PartyCode | null)[]
}

/** Roles held for a party mean that party; others mean the conference. */
export function workplacesOf(
  { grants }: Pick<Actor, 'grants'>,
  conferences: readonly ConferenceId[],
): Workplace[] {
  return conferences.flatMap((conference) => {
    const here = grants.filter((grant) => ['*', conference].includes(grant.conference))
    const parties = [...new Set(here.map(({ party }) => (party ?? null) as PartyCode | null))]
    return parties.length > 0 ? [{ conference, parties: parties.sort(byCode) }] : []
  })
}

const byCode = (one: PartyCode | null, other: PartyCode | null) =>
  (one ?? '') < (other ?? '') ? -1 : 1
