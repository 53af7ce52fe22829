import type { Language } from '../../kernel/language.ts'
import type { TextStatus, Wording } from '../../kernel/text.ts'
import type { TextState } from '../../kernel/wording/text-state.ts'
import type { Match } from './glossary/matching.ts'
import type { TextKey } from './model.ts'

/** A text as a line of the list. */
export interface Line {
  key: TextKey
  /** What it is, in the reader's language. */
  kind: string
  /** What it belongs to, where that has a name of its own. */
  of: { value: string; language: Language } | null
  original: { value: string; language: Language }
  wording: Wording | null
  state: TextState
  /** Where it is seen, without the language. */
  at: string
}

/** How many texts stand in each way in a language. */
export interface Counted {
  language: Language
  counts: Readonly<Record<TextState, number>>
}

/** A kind of text to choose from, by its source and itself. */
export interface KindChoice {
  value: string
  label: string
}

/** A translator, and the languages in which they write. */
export interface Translator {
  account: string
  name: string
  languages: readonly Language[]
}

/** A wording that stood there before. */
export interface Earlier {
  value: string
  status: TextStatus
  /** What the original said then; null where it says the same still. */
  original: string | null
  /** Until when it stood, or since when it stands. */
  at: Temporal.Instant
  by: string | null
}

/** One text, with all that is at hand for it. */
export interface Workbench {
  line: Line
  longest: number | null
  /** What the original said when the wording was made, where it says something else since. */
  formerly: string | null
  matches: readonly Match[]
  earlier: readonly Earlier[]
  /** The version of what is shown. */
  seen: string
  /** Why the reader cannot write here; null: they can. */
  fixed: 'original' | 'told' | 'language' | null
  /** The next text of the same list. */
  next: TextKey | null
}
