import { ancestorsOf, type Capability, type CapabilityCode } from '../../capabilities/model.ts'
import type { Recipe } from '../../matching/model/recipe.ts'
import { UNITS_OF } from '../units.model.ts'
import type { Alternatives, Assumed } from './model.ts'

/** What units of a capability are made up of, and whose assumption that is. */
export interface Made {
  alternatives: Alternatives
  /** `set`: by the secretariat, here or for a capability above; `usual`: one of each part that its recipe names. */
  by: 'set' | 'usual'
  /** The capability for which it was said. */
  of: CapabilityCode
  version: number
}

/** From the code itself upwards. */
const upwards = (code: CapabilityCode) => [code, ...ancestorsOf(code).toReversed()]

/**
 * What units of a capability are made up of: as the secretariat said, else a whole unit, or one of each part that the
 * recipe of the capability names. Money is not among the usual parts, since nobody knows how much.
 */
export function madeOf(
  code: CapabilityCode,
  {
    capabilities,
    set,
  }: { capabilities: readonly Pick<Capability, 'code' | 'recipe'>[]; set: readonly Assumed[] },
): Made {
  for (const of of upwards(code)) {
    const own = set.find(({ capability }) => capability === of)
    if (own) return { alternatives: own.alternatives, by: 'set', of, version: own.version }
  }
  const usual = upwards(code).flatMap((of) => {
    const recipe = capabilities.find((one) => one.code === of)?.recipe
    return recipe ? [{ of, recipe }] : []
  })
  const whole = { components: [{ component: 'unit' as const, amount: 1, unit: 'unit' as const }] }
  const parts = (usual[0]?.recipe.components ?? [])
    .filter(({ component }) => component !== 'money')
    .map(({ component }) => ({ component, amount: 1, unit: UNITS_OF[component][0] }))
  return {
    alternatives: [whole, ...(parts.length > 0 ? [{ components: parts }] : [])],
    ...{ by: 'usual', of: usual[0]?.of ?? code, version: 0 },
  }
}

/** The same as a calculation reads it; alternatives are known by their place. */
export const recipeOf = (capability: CapabilityCode, { alternatives }: Made): Recipe => ({
  capability,
  alternatives: alternatives.map(({ components }, place) => ({
    id: `${place + 1}`,
    components,
  })),
})
