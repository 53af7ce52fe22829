import type { PartyCode } from '../../kernel/ids.ts'
import type { FormReader } from '../../ui/form/attempt.ts'

/** For whom a page is: its reader, with whatever their form needs, and the delegation that they work for. */
export interface Desk {
  viewer: FormReader
  conference: string
  conferenceName: string
  /** In which instants are told. */
  zone: string
  party: PartyCode
  partyName: string
  now: Temporal.Instant
}
