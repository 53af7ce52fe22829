import { isWithin } from '../../capabilities/model.ts'
import type { Offer, Requirement } from './instance.ts'
import type { Fault } from './problems.ts'
import type { Amount, Recipe } from './recipe.ts'

/** Amounts are whole, and small enough that sums of them stay exact. */
export const MOST = 1_000_000

/** What keeps a number from being a count; it may be none of something where that is said. */
const inCount = (value: number, what: string, least: 0 | 1): Fault[] => {
  if (!Number.isInteger(value)) return [fatal('not-whole', what)]
  if (value < 0) return [fatal('negative', what)]
  if (value < least) return [fatal('not-positive', what)]
  return value > MOST ? [fatal('too-large', what)] : []
}

const fatal = (code: Fault['code'], what: string): Fault => ({ code, what, setAside: true })
const mild = (code: Fault['code'], what: string): Fault => ({ code, what, setAside: false })

const inAmounts = (amounts: readonly Amount[], known: ReadonlySet<string>): Fault[] => [
  ...amounts.flatMap(({ amount, component }) => [
    ...inCount(amount, 'amount', 1),
    ...(known.has(component) ? [] : [fatal('unknown-component', component)]),
  ]),
  ...(new Set(amounts.map(({ component }) => component)).size < amounts.length
    ? [fatal('component-twice', 'components')]
    : []),
]

const inDates = (from: string, until: string): Fault[] =>
  from > until ? [fatal('dates-backwards', until)] : []

export const faultsInRecipe = (recipe: Recipe, known: ReadonlySet<string>): Fault[] => [
  ...(recipe.alternatives.length === 0 ? [fatal('recipe-empty', 'alternatives')] : []),
  ...recipe.alternatives.flatMap(({ id, components }) => [
    ...(components.length === 0 ? [fatal('recipe-empty', id)] : []),
    ...inAmounts(components, known),
  ]),
  ...(new Set(recipe.alternatives.map(({ id }) => id)).size < recipe.alternatives.length
    ? [fatal('id-twice', 'alternatives')]
    : []),
]

export const faultsInRequirement = (one: Requirement, recipes: readonly Recipe[]): Fault[] => [
  ...inCount(one.units, 'units', 1),
  ...inCount(one.weight, 'weight', 1),
  ...inCount(one.minimumReadiness, 'minimumReadiness', 0),
  ...inDates(one.from, one.until),
  ...(one.startBy !== null && (one.startBy < one.from || one.startBy > one.until)
    ? [fatal('dates-backwards', 'startBy')]
    : []),
  ...(recipes.some(({ capability }) => capability === one.capability)
    ? []
    : [fatal('unknown-capability', one.capability)]),
]

export const faultsInOffer = (
  one: Offer,
  asOf: string,
  known: ReadonlySet<string>,
  asked: readonly Asked[],
): Fault[] => [
  ...inCount(one.amount, 'amount', 1),
  ...inCount(one.lot, 'lot', 1),
  ...inCount(one.readiness, 'readiness', 0),
  ...inCount(one.caveats.partnersReadiness ?? 0, 'partnersReadiness', 0),
  ...(one.rotation
    ? [
        ...inCount(one.rotation.turnMonths, 'turnMonths', 1),
        ...inCount(one.rotation.turns, 'turns', 1),
      ]
    : []),
  ...(known.has(one.component) ? [] : [fatal('unknown-component', one.component)]),
  ...inAmounts(one.needs, known),
  ...inDates(one.from, one.until),
  ...(one.until < asOf ? [fatal('over', one.until)] : []),
  ...(one.amount < one.lot ? [fatal('less-than-a-lot', 'lot')] : []),
  ...(one.caveats.partnersExcluded.includes(one.party)
    ? [fatal('excludes-itself', one.party)]
    : []),
  ...(one.caveats.partnersExcluded.some((code) => one.caveats.partnersPreferred.includes(code))
    ? [mild('contradicts', 'partnersPreferred')]
    : []),
  ...(one.needs.some(({ component }) => component === one.component)
    ? [fatal('needs-itself', one.component)]
    : []),
  ...(isCountedOtherwise(one, asked) ? [mild('unit-differs', one.unit)] : []),
]

/** A component that is asked for in a recipe or in return, counted in a unit, for a capability or for any. */
export interface Asked extends Pick<Amount, 'component' | 'unit'> {
  capability: string | null
}

export const askedIn = (recipes: readonly Recipe[], offers: readonly Offer[]): Asked[] => [
  ...recipes.flatMap(({ capability, alternatives }) =>
    alternatives.flatMap(({ components }) => components.map((one) => ({ ...one, capability }))),
  ),
  ...offers.flatMap(({ needs }) => needs.map((one) => ({ ...one, capability: null }))),
]

/** Whether something is asked for that it could give, but nowhere in the unit in which it is counted. */
function isCountedOtherwise(one: Offer, asked: readonly Asked[]): boolean {
  const near = asked.filter(
    ({ component, capability }) =>
      component === one.component &&
      (one.capability === null || capability === null || isWithin(capability, one.capability)),
  )
  return near.length > 0 && near.every(({ unit }) => unit !== one.unit)
}
