import { examine } from '../model/examine.ts'
import type { Instance, Requirement } from '../model/instance.ts'
import { type Plan, unitsOf } from '../model/plan.ts'
import { goodOf, type Lookup, lookupOf } from '../programme/fits.ts'
import type { Engine } from '../solving/engine.ts'
import type { Completing, Explained, Explanation, Missing, Scarce } from './explanation.ts'
import { type Lacking, lackingOf } from './missing.ts'
import { reasonsFor } from './reasons.ts'
import { further, type Worth, worthOf } from './worth.ts'

export interface Explaining {
  engine: Engine
  clock: () => number
  /** For calculating what one more offer would be worth; what is not found out by then is left out. */
  milliseconds: number
}

/** Says of every requirement what a plan does for it, what is missing and why, and what one more offer would be worth. */
export function explain(all: Instance, plan: Plan, means: Explaining): Explanation {
  const { usable: instance } = examine(all)
  const lookup = lookupOf(instance)
  const ends = means.clock() + means.milliseconds
  const worth = (what: Parameters<typeof further>[1]): Worth | null => {
    const milliseconds = ends - means.clock()
    if (milliseconds <= 0) return null
    return worthOf(instance, plan, further(instance, what), { ...means, milliseconds })
  }
  const lacking = instance.requirements.map((one) => lackingOf(lookup, plan, one))
  return {
    scarce: scarceIn(instance, lacking, worth),
    requirements: instance.requirements.map((one, at) =>
      explained(lookup, plan, one, lacking[at] ?? null, worth),
    ),
  }
}

type AskWorth = (what: Parameters<typeof further>[1]) => Worth | null

function explained(
  { instance }: Lookup,
  plan: Plan,
  requirement: Requirement,
  lacking: Lacking | null,
  worth: AskWorth,
): Explained {
  const cover = plan.covers.find((one) => one.requirement === requirement.id)
  const conditions = new Map(instance.offers.map((one) => [one.id, one.conditions]))
  const missing = lacking?.missing ?? []
  return {
    requirement: requirement.id,
    standing: lacking === null ? 'covered' : lacking.isBegun ? 'half' : 'not',
    units: cover ? unitsOf(cover) : 0,
    wanted: requirement.units,
    by: (cover?.shares ?? []).map((share) => ({
      ...share,
      conditions: conditions.get(share.offer) ?? [],
    })),
    alternative: lacking?.alternative ?? null,
    missing,
    completing: completingOf(requirement, missing, worth),
    reasons: lacking ? reasonsFor(requirement, lacking) : [],
  }
}

/** Where one component alone is missing, one more offer of it may do; whether it does is calculated. */
function completingOf(
  { id, capability }: Requirement,
  missing: readonly Missing[],
  worth: AskWorth,
): Completing[] {
  const [only] = missing
  if (!only || missing.length > 1) return []
  const { component, amount, unit } = only
  const found = worth({ component, amount, unit, capability })
  const own = found?.completes.find(({ requirement }) => requirement === id)?.units ?? 0
  return found && own > 0 ? [{ ...only, units: own, weight: found.weight }] : []
}

/** What one more of each missing component would complete, the most first; nothing that would complete nothing. */
function scarceIn(
  instance: Instance,
  lacking: readonly (Lacking | null)[],
  worth: AskWorth,
): Scarce[] {
  const kinds = new Map<string, Missing & { capabilities: Set<string> }>()
  lacking.forEach((one, at) => {
    for (const missing of one?.missing ?? []) {
      const key = goodOf(missing)
      const known = kinds.get(key) ?? { ...missing, capabilities: new Set() }
      known.amount = Math.min(known.amount, missing.amount)
      known.capabilities.add(instance.requirements[at]?.capability ?? '')
      kinds.set(key, known)
    }
  })
  return [...kinds.values()]
    .flatMap(({ component, unit, amount, capabilities }): Scarce[] => {
      const capability = capabilities.size === 1 ? ([...capabilities][0] ?? null) : null
      for (const some of new Set([1, amount])) {
        const found = worth({ component, unit, capability, amount: some })
        if (found && found.weight > 0) {
          return [{ component, unit, capability, amount: some, ...found }]
        }
      }
      return []
    })
    .toSorted((a, b) => b.weight - a.weight || (a.component < b.component ? -1 : 1))
}
