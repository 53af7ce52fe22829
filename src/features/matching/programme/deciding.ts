import type { Requirement } from '../model/instance.ts'
import type { Good } from './fits.ts'
import type { Group } from './like.ts'
import type { Lines } from './lines.ts'
import type { Pair } from './pair.ts'

/** How many lots of a group go to a requirement. */
export interface Lots {
  group: Group
  pair: Pair
  column: number
  upper: number
}

/** Whole units of one alternative that have begun by each of the starts. */
export interface Begun {
  alternative: string
  /** One a start. */
  columns: readonly number[]
  components: ReadonlyMap<Good, number>
}

/** What is decided for one requirement. */
export interface Deciding {
  requirement: Requirement
  starts: readonly number[]
  lots: readonly Lots[]
  begun: readonly Begun[]
}

export interface Programme {
  lines: Lines
  deciding: readonly Deciding[]
}
