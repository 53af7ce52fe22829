import { PartyCode } from '../../../kernel/ids.ts'
import type { Instance, Offer, Requirement } from '../model/instance.ts'
import { type Plan, unitsOf } from '../model/plan.ts'
import { lookupOf } from '../programme/fits.ts'
import { partsOf } from '../programme/parts.ts'
import type { Search } from '../solving/engine.ts'
import { PartSolver } from '../solving/part.ts'

/** What a further offer would add: units and their weight, and of which requirements. */
export interface Worth {
  units: number
  weight: number
  completes: { requirement: string; units: number }[]
}

const MORE = 'more'

/** An offer that nobody made: without caveats, always there, ready, and in every language that is asked for. */
export const further = (
  { asOf, requirements }: Instance,
  what: Pick<Offer, 'component' | 'amount' | 'unit' | 'capability'>,
): Offer => ({
  ...{ id: MORE, party: PartyCode.parse('MORE'), ...what, lot: 1, state: 'announced' },
  from: asOf,
  until: requirements.map(({ until }) => until).reduce((a, b) => (a > b ? a : b), asOf),
  ...{ rotation: null, conditions: [], needs: [] },
  readiness: Math.max(0, ...requirements.map(({ minimumReadiness }) => minimumReadiness)),
  languages: [...new Set(requirements.flatMap(({ languages }) => languages))],
  caveats: {
    ...{ missionsExcluded: [], partnersExcluded: [], partnersPreferred: [] },
    partnersReadiness: null,
  },
})

/** What an offer would add to a plan, by calculating anew the part in which it would stand; null where time is up. */
export function worthOf(
  instance: Instance,
  plan: Plan,
  offer: Offer,
  { engine, clock, milliseconds }: Omit<Search, 'within'>,
): Worth | null {
  const lookup = lookupOf({ ...instance, offers: [...instance.offers, offer] })
  const part = partsOf(lookup).find(({ offers }) => offers.includes(offer))
  if (!part) return { units: 0, weight: 0, completes: [] }
  const solver = new PartSolver(lookup, part)
  const { value, bound } = solver.level('units', { engine, clock, milliseconds, within: 0 })
  if (value < bound) return null
  const before = new Map(plan.covers.map((one) => [one.requirement, unitsOf(one)]))
  const after = new Map(solver.covers.map((one) => [one.requirement, unitsOf(one)]))
  const more = (one: Requirement) => (after.get(one.id) ?? 0) - (before.get(one.id) ?? 0)
  return {
    units: part.requirements.reduce((sum, one) => sum + more(one), 0),
    weight: part.requirements.reduce((sum, one) => sum + one.weight * more(one), 0),
    completes: part.requirements
      .map((one) => ({ requirement: one.id, units: more(one) }))
      .filter(({ units }) => units > 0),
  }
}
