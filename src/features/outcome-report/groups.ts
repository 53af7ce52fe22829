import { familyOf } from '../capabilities/model.ts'
import type { Outcome, Pledged } from './facts.ts'

/** Pledges that belong under one heading. A pledge may stand in several. */
export interface Grouped {
  /** The code of a category or of a family of capabilities; null for what belongs to none. */
  code: string | null
  pledges: readonly Pledged[]
}

/**
 * The pledges of a conference by the categories in which its result was published, in their printed order; where none
 * were found, by the families of their capabilities. What belongs to none comes last, so that nothing is left out.
 */
export function groupsOf({ pledges, categories, capabilities }: Outcome): Grouped[] {
  const codes = categories
    ? categories.categories.map(({ code }): string => code)
    : [...new Set([...capabilities.keys()].map(familyOf))]
  const codesOf = ({ terms }: Pledged) =>
    categories ? terms.categories.map(({ code }) => code) : terms.capabilities.map(familyOf)
  const under = (code: string) => pledges.filter((pledge) => codesOf(pledge).includes(code))
  const others = pledges.filter((pledge) => !codesOf(pledge).some((code) => codes.includes(code)))
  return [
    ...codes.map((code) => ({ code, pledges: under(code) })),
    { code: null, pledges: others },
  ].filter(({ pledges: some }) => some.length > 0)
}

/** Under which headings a pledge stands. */
export const codesWith = (groups: readonly Grouped[], { entry }: Pledged): string[] =>
  groups.flatMap(({ code, pledges }) =>
    code !== null && pledges.some((one) => one.entry.id === entry.id) ? [code] : [],
  )
