import type { Rule } from './count.ts'
import type { Filter } from './filter.ts'

/** How a published figure is counted by us: the rule, and which of the edition's pledges. */
export interface Ours {
  rule: Rule
  filter: Pick<Filter, 'category' | 'capability'>
  /** The measure of a sum, `helicopter`; null where the rule answers with a number. */
  measure: string | null
}

/** The subjects of published figures, and the categories of editions that hold them. */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  'on-capability': ['capabilities', 'units', 'troops-police', 'smart-pledges'],
  'on-training': ['training'],
  'on-medical': ['medical'],
  'on-women': ['women', 'gender'],
  'on-environment': ['environment'],
  'on-technology': ['technology', 'digital'],
  'on-safety': ['safety'],
  'on-conduct': ['conduct', 'sea', 'accountability'],
  'on-communications': ['stratcom'],
}

const WHOLE: Readonly<Record<string, Ours>> = {
  'states-pledging': { rule: 'states', filter: {}, measure: null },
  'parties-pledging': { rule: 'parties', filter: {}, measure: null },
  'delegations-pledging': { rule: 'parties', filter: {}, measure: null },
  'new-pledges': { rule: 'pledges', filter: {}, measure: null },
  helicopters: { rule: 'quantities', filter: { capability: 'aviation' }, measure: 'helicopter' },
  'engineering-companies': {
    rule: 'quantities',
    filter: { capability: 'engineering' },
    measure: 'company',
  },
  'field-hospitals': {
    rule: 'quantities',
    filter: { capability: 'medical' },
    measure: 'hospital',
  },
}

/**
 * The count of ours that answers the same question as a published figure; null where none does.
 * @param categories the codes of the edition's categories, `2021.training`.
 */
export function oursFor(counts: string, categories: readonly string[]): Ours | null {
  const whole = WHOLE[counts]
  if (whole) return whole
  const category = categories.find((code) =>
    (SUBJECTS[counts] ?? []).includes(code.slice(code.indexOf('.') + 1)),
  )
  return category ? { rule: 'states', filter: { category }, measure: null } : null
}
