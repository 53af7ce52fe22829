import { same } from '../../kernel/same.ts'
import type { Terms } from './model.ts'

/** What terms say, as people read it, in the order in which pages do: each from some of their fields. */
const FIELDS = {
  capability: ({ capability }: Terms) => capability,
  part: ({ component, amount, unit }: Terms) => [component, amount, unit],
  dates: ({ from, until }: Terms) => [from, until],
  state: ({ state }: Terms) => state,
  rotation: ({ rotation }: Terms) => rotation,
  languages: ({ languages }: Terms) => languages,
  lot: ({ lot }: Terms) => lot,
  needs: ({ needs }: Terms) => needs,
  words: ({ words }: Terms) => words,
  readiness: ({ readiness }: Terms) => readiness,
  conditions: ({ conditions }: Terms) => conditions,
  audience: ({ audience }: Terms) => audience,
  missionsExcluded: ({ caveats }: Terms) => caveats.missionsExcluded,
  partnersExcluded: ({ caveats }: Terms) => caveats.partnersExcluded,
  partnersPreferred: ({ caveats }: Terms) => caveats.partnersPreferred,
  partnersReadiness: ({ caveats }: Terms) => caveats.partnersReadiness,
  caveatWords: ({ caveats }: Terms) => caveats.words,
} as const
export type TermsField = keyof typeof FIELDS

const ALL = Object.keys(FIELDS) as readonly TermsField[]

/** What changed from one wording of an offer to another. */
export const changedBetween = (before: Terms, after: Terms): TermsField[] =>
  ALL.filter((field) => !same(FIELDS[field](before), FIELDS[field](after)))

/** Every wording that a deed made, the newest first, with what it changed of the one before. */
export const withChanges = <Done extends { terms: Terms }>(
  newestFirst: readonly Done[],
): (Done & { before: Terms | null; changed: TermsField[] })[] =>
  newestFirst.map((done, place) => {
    const before = newestFirst[place + 1]?.terms ?? null
    return { ...done, before, changed: before ? changedBetween(before, done.terms) : [] }
  })
