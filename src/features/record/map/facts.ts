import type { PartyCode } from '../../../kernel/ids.ts'
import type { CapabilityCode } from '../../capabilities/model.ts'
import type { Labels, Party } from '../../parties/model.ts'
import type { RecordFacts } from '../editions.ts'
import type { MapWish, Regional } from './presence.ts'

/** What the map of States is made of. */
export interface MapFacts extends RecordFacts {
  wish: MapWish
  parties: readonly Party[]
  /** The names of the regional groups, by code. */
  groups: ReadonlyMap<string, Labels>
  regional: readonly Regional[]
  names: ReadonlyMap<CapabilityCode, Labels>
  /** The day for which what is known of pledges holds. */
  today: string
  /** The day of the reader's visit, whose names States bear. */
  day: string
}

/** A State as the map prints it. */
export interface Placed {
  code: PartyCode
  name: string
  /** Under which it sorts in the page's alphabet. */
  sortKey: string
  group: string
  pledges: number
}
