import type { PartyCode } from '../../../kernel/ids.ts'
import type { Outline } from '../../conferences/outline.ts'
import type { Observation } from '../../followup/observations/model.ts'
import type { Labels, Party, PartyName } from '../../parties/model.ts'
import type { Line } from '../../pledges/find/lines.ts'
import type { DeliveryEvent } from '../../pledges/history.model.ts'
import type { RecordFacts } from '../editions.ts'
import type { LastReports, ReportsWish } from './last.ts'

/** A pledge in a list of last reports, with what others say of it. */
export interface Reported {
  line: Line
  report: DeliveryEvent | null
  /** Statements of third parties, oldest first; a party's own words are none. */
  said: readonly Observation[]
}

/** What the page of last reports is made of: both lists for its numbers, and what stands on its page of either list. */
export interface ReportsFacts extends Pick<RecordFacts, 'editions' | 'states'> {
  wish: ReportsWish
  /** Both lists whole: what is counted. */
  lists: LastReports
  reported: readonly Reported[]
  none: readonly Reported[]
  /** What the pledges of the page name: parties, conferences, capabilities. */
  names: {
    parties: ReadonlyMap<PartyCode, Party>
    editions: ReadonlyMap<string, Outline>
    capabilities: ReadonlyMap<string, Labels>
  }
  /** The parties that promise something in our sample, by their names of today. */
  givers: readonly { code: PartyCode; name: PartyName }[]
  /** The day for which what is known of pledges holds. */
  today: string
}
