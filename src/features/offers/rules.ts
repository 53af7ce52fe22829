import type { PartyCode } from '../../kernel/ids.ts'
import { Refusal, type RefusedField } from '../../kernel/refusal.ts'
import type { Terms } from './model.ts'

/** What terms name that is not there. */
export interface Unknown {
  capabilities: readonly string[]
  missions: readonly string[]
  parties: readonly string[]
}

const distinct = <One extends string>(all: readonly One[]): One[] => [...new Set(all)].toSorted()

/** The same terms, with what has no order in one order: so that two that say the same are the same. */
export const settled = (terms: Terms): Terms => ({
  ...terms,
  languages: distinct(terms.languages),
  conditions: distinct(terms.conditions),
  words: terms.words || null,
  caveats: {
    ...terms.caveats,
    missionsExcluded: distinct(terms.caveats.missionsExcluded),
    partnersExcluded: distinct(terms.caveats.partnersExcluded),
    partnersPreferred: distinct(terms.caveats.partnersPreferred),
    words: terms.caveats.words || null,
  },
})

/** What is wrong with terms, each at its field. */
export function faultsIn(
  terms: Terms,
  { party, today, unknown }: { party: PartyCode; today: string; unknown: Unknown },
): RefusedField[] {
  const { partnersExcluded, partnersPreferred } = terms.caveats
  const wrong: readonly (readonly [boolean, string, ...(string | number)[]])[] = [
    [unknown.capabilities.length > 0, 'unknown-capability', 'capability'],
    [unknown.missions.length > 0, 'unknown-mission', 'caveats', 'missionsExcluded'],
    [
      unknown.parties.some((code) => (partnersExcluded as string[]).includes(code)),
      ...(['unknown-party', 'caveats', 'partnersExcluded'] as const),
    ],
    [
      unknown.parties.some((code) => (partnersPreferred as string[]).includes(code)),
      ...(['unknown-party', 'caveats', 'partnersPreferred'] as const),
    ],
    [terms.until < today, 'over', 'until'],
    [
      partnersExcluded.includes(party) || partnersPreferred.includes(party),
      ...(['partner-itself', 'caveats', 'partnersExcluded'] as const),
    ],
    [
      partnersExcluded.some((code) => partnersPreferred.includes(code)),
      ...(['excluded-and-preferred', 'caveats', 'partnersPreferred'] as const),
    ],
    ...terms.needs.flatMap(({ component }, place) => [
      [component === terms.component, 'needs-itself', 'needs', place, 'component'] as const,
      [
        terms.needs.findIndex((one) => one.component === component) < place,
        ...(['need-twice', 'needs', place, 'component'] as const),
      ] as const,
    ]),
  ]
  return wrong.flatMap(([isWrong, code, ...path]) =>
    isWrong ? [{ path: ['terms', ...path], code: `offers.${code}` }] : [],
  )
}

/** Refuses what is wrong, at its fields. */
export function mustBeRight(fields: readonly RefusedField[]): void {
  if (fields.length > 0) throw new Refusal('platform.unreadable-input', 422, {}, fields)
}
