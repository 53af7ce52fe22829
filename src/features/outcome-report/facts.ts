import type { PartyCode } from '../../kernel/ids.ts'
import type { CategorySet } from '../capabilities/categories.model.ts'
import type { CapabilityCode } from '../capabilities/model.ts'
import type { Paper } from '../capabilities/requirements.model.ts'
import type { Conference, Series } from '../conferences/model.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Observation } from '../followup/observations/model.ts'
import type { Mission } from '../parties/missions.model.ts'
import type { Labels, Party } from '../parties/model.ts'
import type { DeliveryEvent } from '../pledges/history.model.ts'
import type { Terms } from '../pledges/model.ts'
import type { Entry } from '../record/ledger.model.ts'

/** A pledge of the conference, as everybody may see it and as it is counted. */
export interface Pledged {
  entry: Entry
  terms: Terms
  delivery: readonly DeliveryEvent[]
  /** The parties whose focal point confirmed the record. */
  confirmedBy: readonly PartyCode[]
}

/** Everything that an outcome report tells of a conference. */
export interface Outcome {
  conference: Conference
  series: Series
  /** The day whose names stand in the report: the first of the conference. */
  day: string
  /** The last day for which anything is known. */
  asOf: string
  /** By identifier. */
  pledges: readonly Pledged[]
  /** Every edition of the series, oldest first: a need is named before one and after another. */
  editions: readonly Outline[]
  /** The categories in which its result was published; null where none were found. */
  categories: CategorySet | null
  papers: readonly Paper[]
  /** What is said of the edition as a whole, or of a state at it. */
  observations: readonly Observation[]
  parties: ReadonlyMap<string, Party>
  missions: ReadonlyMap<string, Pick<Mission, 'acronyms'>>
  capabilities: ReadonlyMap<CapabilityCode, Labels>
  /** The codes of Member and observer States. */
  states: ReadonlySet<string>
}
