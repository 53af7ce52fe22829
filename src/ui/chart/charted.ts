import type { Source } from '../../kernel/source.ts'
import type { PartialDay } from '../../kernel/time.ts'
import type { Picture } from './drawing/picture.ts'

/**
 * A cell of the table behind a chart. A number is said on the page and stands in digits in the CSV; null is unknown:
 * said on the page, empty in the CSV. What is `said` stands on the page in the place of the value: «September 2015»
 * for `2015-09`.
 */
export type Cell = Value | { value: Value; said?: string; href?: string }
type Value = string | number | null

/** What a chart shows, as one value: the page, the picture to be downloaded and the CSV are made of it. */
export interface Charted {
  /** What is seen, as a sentence in the reader's language. */
  title: string
  /** What whoever cannot see the picture should know of it, beyond its title and its table. */
  description?: string
  /** Null where there is nothing to draw; then words say so. */
  picture: Picture | null
  /** How it is counted. */
  rule: string
  /** How much of the whole is known: «our sample: 27 of about 88». */
  sample?: string
  /** The day for which it holds. */
  asOf?: PartialDay
  /** Where the numbers come from, if not from the record itself. */
  sources?: readonly Source[]
  table: {
    columns: readonly string[]
    /** The first cell of a row is its heading. */
    rows: readonly (readonly Cell[])[]
  }
  /** The page that shows it, without its language, with all that was chosen: what a file is cited by. */
  address?: string
  /** Whether a file bears the sentence on designations (DIPLOMACY 4): where states stand beside each other. */
  designations?: boolean
}

/** What a cell holds, without its link. */
export const valueIn = (cell: Cell): Value =>
  cell !== null && typeof cell === 'object' ? cell.value : cell
