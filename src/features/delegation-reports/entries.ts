import type { PartyCode } from '../../kernel/ids.ts'
import type { Assessment } from '../followup/assessments/model.ts'
import type { Observation } from '../followup/observations/model.ts'
import type { Reply } from '../followup/replies/model.ts'
import type { Party } from '../parties/model.ts'
import type { DeliveryEvent, ReadinessEvent } from '../pledges/history.model.ts'
import type { PledgeId, Terms } from '../pledges/model.ts'
import type { Namesake } from '../pledges/terms/public.ts'

/** A report in the history of a pledge, with the identifier by which one replies to it. */
export interface Told {
  id: string
  axis: 'delivery' | 'readiness'
  event: DeliveryEvent | ReadinessEvent
}

/** Everything of a pledge to which a party can reply. */
export interface Entries {
  id: PledgeId
  terms: Terms
  confirmed: boolean
  events: readonly Told[]
  observations: readonly Observation[]
  /** Sent to the parties for their comment, or published; with the instant from which one may be published. */
  assessments: readonly (Assessment & { publishable: string | null })[]
  replies: readonly Reply[]
  parties: ReadonlyMap<PartyCode, Party>
  pledges: ReadonlyMap<PledgeId, Namesake>
  today: string
}
