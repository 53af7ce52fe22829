import type { Language } from '../../kernel/language.ts'
import type { Text } from '../../kernel/text.ts'
import type { Needed, Side } from '../conferences/settings.model.ts'
import type { Paragraph } from './drafting/paragraphs.ts'
import type { Settings, State } from './model.ts'
import type { Act, Standing } from './positions.model.ts'
import type { Proposal, ProposalState } from './proposals.model.ts'

/** A document as a line of a list. */
export interface DocumentLine {
  document: string
  name: Text
  state: State
  draft: number | null
  deadline: Temporal.Instant | null
  adoptedOn: string | null
}

/** A draft as pages show it. */
export interface DraftShown {
  number: number
  paragraphs: readonly Paragraph[]
  note: Text | null
  at: Temporal.Instant
  circulatedAt: Temporal.Instant | null
}

/** A deed, with the name of whoever did it where that is shown. */
export interface DeedShown {
  deed: string
  at: Temporal.Instant
  by: string | null
  draft: number | null
  deadline: Temporal.Instant | null
  /** Who objected, in the reader's language; null where that is not theirs to know. */
  party: string | null
  reason: string | null
}

export interface ProposalShown {
  id: string
  draft: number
  party: string
  partyName: string
  state: ProposalState
  content: Proposal
  at: Temporal.Instant
  answer: string | null
  /** Whether the reader may take it back. */
  own: boolean
}

/** What a party said of an adopted document. */
export interface ActShown {
  act: Act
  on: string
  statement: Text | null
  /** The numbers of paragraphs, as they stand in the text. */
  paragraphs: readonly string[]
  file: string | null
  byNote: boolean
}

/** How a party stands, with all that it said, oldest first. */
export interface PartyPosition {
  code: string
  name: string
  standing: Standing
  /** The day since which it stands so. */
  since: string
  acts: readonly ActShown[]
}

export interface Signed {
  side: Side
  name: string | null
  at: Temporal.Instant
}

/** What everybody reads of an adopted document. */
export interface Adopted {
  document: string
  settings: Settings
  state: State
  adoptedOn: string
  paragraphs: readonly Paragraph[]
  /** In protocol order. */
  positions: readonly PartyPosition[]
  growth: readonly { on: string; count: number }[]
}

/** All that those see who work on a document. */
export interface AtWork {
  conference: string
  zone: string
  document: string
  settings: Settings
  state: State
  draft: number | null
  deadline: Temporal.Instant | null
  adoptedOn: string | null
  /** Newest first; of those that were not circulated only the secretariat knows. */
  drafts: readonly DraftShown[]
  deeds: readonly DeedShown[]
  proposals: readonly ProposalShown[]
  positions: readonly PartyPosition[]
  growth: readonly { on: string; count: number }[]
  signed: readonly Signed[]
  missing: Needed
}

/** A party to choose. */
export interface PartyChoice {
  value: string
  label: string
}

/** The languages of a draft, those that count first. */
export const languagesOf = (
  { authentic }: Pick<Settings, 'authentic'>,
  paragraphs: readonly Paragraph[],
): Language[] => [
  ...authentic,
  ...[...new Set(paragraphs.flatMap(({ text }) => Object.keys(text.in) as Language[]))].filter(
    (language) => !authentic.includes(language),
  ),
]
