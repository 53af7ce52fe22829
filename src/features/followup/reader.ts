import { type Actor, speaksFor } from '../../kernel/actor.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Audience } from '../../kernel/people/audience.ts'
import { isSecretariat } from '../pledges/life.model.ts'

/** To which audience somebody belongs before what is said of some parties at a conference. */
export function readerOf(
  actor: Actor,
  { conference, parties }: { conference: string | null; parties: readonly PartyCode[] },
): Audience {
  if (isSecretariat(actor, conference)) return 'secretariat'
  if (parties.some((party) => speaksFor(actor, conference, party))) return 'parties'
  const takesPart = actor.grants.some((grant) => ['*', conference].includes(grant.conference))
  return takesPart ? 'participants' : 'public'
}
