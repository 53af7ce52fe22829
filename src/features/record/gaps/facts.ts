import type { PartyCode } from '../../../kernel/ids.ts'
import type { CapabilityCode } from '../../capabilities/model.ts'
import type { Paper } from '../../capabilities/requirements.model.ts'
import type { Outline } from '../../conferences/outline.ts'
import type { Labels, Party } from '../../parties/model.ts'
import type { Entry } from '../ledger.model.ts'
import { type Answer, answersOf, began } from './answers.ts'
import type { Accepted } from './measures.ts'
import { type Named, namedFamilies } from './named.ts'

/** What the page of gaps, and the flow from needs to partners, are made of. */
export interface NeedFacts {
  /** Papers and statements, by date. */
  papers: readonly Paper[]
  entries: readonly Entry[]
  /** Summits and ministerial meetings, by date: what prepares them or stands beside them is not answered to. */
  editions: readonly Outline[]
  names: ReadonlyMap<CapabilityCode, Labels>
}

export interface GapsFacts extends NeedFacts {
  /** Those who issued a text. */
  parties: ReadonlyMap<PartyCode, Party>
  accepted: Accepted
}

/** What the page shows, worked out once for its chart and its tables. */
export interface Shown extends GapsFacts {
  named: readonly Named[]
  answers: readonly Answer[]
  /** The day for which what is known of pledges holds. */
  today: string
}

/** What is told of needs as of a day. */
export const shownOn = (facts: GapsFacts, today: string): Shown => ({
  ...facts,
  named: namedFamilies(facts.papers, facts.entries, today),
  answers: answersOf(facts.papers, began(facts.editions), facts.entries),
  today,
})
