import { z } from 'zod'
import { type Actor, speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { isDesk, OfList } from '../floor/model.ts'
import { SpeechId } from '../floor/queue/deeds.ts'

/** A delegation at a conference. */
export const OfDelegation = z.object({ conference: ConferenceId, party: PartyCode })
export type OfDelegation = z.infer<typeof OfDelegation>

/** Asks for the floor for a delegation, and answers what others offer it. */
export const asksFor = (actor: Actor, { conference, party }: OfDelegation): boolean =>
  speaksFor(actor, conference, party)

const isMember = (actor: Actor, { conference, party }: OfDelegation): boolean =>
  actor.grants.some(
    (grant) =>
      grant.role === 'delegate' &&
      grant.party === party &&
      (grant.conference === '*' || grant.conference === conference),
  )

/** Sees what a delegation asked for: whoever is of it, and those who run the floor. */
export const seesRequests = (actor: Actor, of: OfDelegation): boolean =>
  asksFor(actor, of) || isMember(actor, of) || isDesk(actor, of.conference)

/** Where a delegation asks for the floor: in all sessions, or in one of them. */
export const addressOfFloor = (conference: string, party: string, session?: string): string =>
  `/${conference}/delegation/${party}/floor${session === undefined ? '' : `/${session}`}`

/** What an errand says of an exchange, among other things; `by` is who did it, as the journal names them. */
export const Exchanged = z.object({
  ...OfList.shape,
  ...{ from: SpeechId, to: SpeechId, by: z.string() },
})
