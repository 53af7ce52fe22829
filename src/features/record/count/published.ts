import type { Rule } from './count.ts'
import type { Filter } from './filter.ts'

/** How a published figure is counted by us: the rule, and which of the edition's pledges. */
export interface Ours {
  rule: Rule
  filter: Pick<Filter, 'category' | 'capability'>
  /** The measures of sums that are shown, `helicopter`; null for all, or where the rule answers with a number. */
  measures: readonly string[] | null
}

/** Who offers units: the categories of units of forces. */
const UNITS = ['units', 'capabilities']

/** The subjects of published figures, and the categories of editions that hold them. */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  'states-with-units': UNITS,
  'states-with-personnel': UNITS,
  'on-capability': UNITS,
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
  'states-pledging': { rule: 'states', filter: {}, measures: null },
  'parties-pledging': { rule: 'parties', filter: {}, measures: null },
  'delegations-pledging': { rule: 'parties', filter: {}, measures: null },
  'new-pledges': { rule: 'pledges', filter: {}, measures: null },
  units: { rule: 'units', filter: {}, measures: null },
  'troops-and-police': {
    rule: 'quantities',
    filter: {},
    measures: ['troops', 'police-officers', 'personnel'],
  },
  helicopters: { rule: 'quantities', filter: { capability: 'aviation' }, measures: ['helicopter'] },
  'engineering-companies': {
    rule: 'quantities',
    filter: { capability: 'engineering' },
    measures: ['company'],
  },
  'field-hospitals': {
    rule: 'quantities',
    filter: { capability: 'medical' },
    measures: ['hospital'],
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
  return category ? { rule: 'states', filter: { category }, measures: null } : null
}
