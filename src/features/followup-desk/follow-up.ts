import type { PartyCode } from '../../kernel/ids.ts'
import type { Reply } from '../followup/replies/model.ts'
import type { Round } from '../followup/reports/rounds.model.ts'
import type { Party } from '../parties/model.ts'
import type { Stage } from '../pledges/history.model.ts'
import type { PledgeId } from '../pledges/model.ts'
import type { Namesake } from '../pledges/terms/public.ts'

/** A report that came in. */
export interface Received {
  id: string
  pledge: PledgeId
  party: PartyCode
  stage: Stage
  reportedAt: Temporal.Instant
}

/** What somebody says is wrong. */
export interface ErrorSaid {
  id: string
  about: string
  words: string
  at: Temporal.Instant
  pledge: PledgeId | null
}

/** A round with who has reported, and what is awaited from whom. */
export interface AskedRound {
  round: Round
  isOpen: boolean
  reported: readonly PartyCode[]
  awaited: readonly {
    party: PartyCode
    reports: readonly { pledge: PledgeId; last: Temporal.Instant | null }[]
  }[]
  remindedAt: Temporal.Instant | null
}

/** What asks many for reports in one act. */
export const REACHING_MANY = [
  'followup.open-round',
  'followup.remind',
  'followup.remind-in-time',
] as const
export type ReachingMany = (typeof REACHING_MANY)[number]

/** What the page of the follow-up shows. */
export interface FollowUp {
  replies: readonly (Reply & { pledge: PledgeId | null })[]
  errors: readonly ErrorSaid[]
  rounds: readonly AskedRound[]
  received: readonly Received[]
  /** Pledges about which a round can ask. */
  asked: readonly PledgeId[]
  parties: ReadonlyMap<PartyCode, Party>
  pledges: ReadonlyMap<PledgeId, Namesake>
}
