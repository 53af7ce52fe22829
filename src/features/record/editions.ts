import type { Source } from '../../kernel/source.ts'
import type { Figure } from '../conferences/figure.model.ts'
import type { Series } from '../conferences/model.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Entry } from './ledger.model.ts'

/** An edition with its pledges, and what was published of it. */
export interface EditionFacts {
  outline: Outline
  entries: readonly Entry[]
  figures: readonly Figure[]
  sources: Readonly<Record<string, Source>>
  /** The codes of its categories. */
  categories: readonly string[]
}

/** What the pages of the record are made of. */
export interface RecordFacts {
  series: Series
  entries: readonly Entry[]
  /** Every edition at which something of our sample was announced, oldest first. */
  editions: readonly EditionFacts[]
  /** The codes of Member and observer States. */
  states: ReadonlySet<string>
}
