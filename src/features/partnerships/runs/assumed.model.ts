import { z } from 'zod'
import { type Capability, CapabilityCode } from '../../capabilities/model.ts'
import { type Requirement, RequirementId } from '../../capabilities/requirements.model.ts'
import { ASSUMABLE, type Assumed, assumptionsOf, type Need } from '../../offers/needs/model.ts'
import { madeOf } from '../../offers/needs/recipes.ts'

/** What of a need can be an assumption, in the order in which it is told. What it counts for is one always. */
export const ASSUMPTIONS = [...ASSUMABLE, 'weight'] as const
export type Assumption = (typeof ASSUMPTIONS)[number]

/**
 * Whose word it is what a whole unit is made up of: the secretariat set it, it is ours and usual, or joint pledges of the
 * edition are made up so.
 */
export const RECIPES_BY = ['set', 'usual', 'pledges'] as const

/** Stands among the conditions of a share of the record whose dates nobody said. */
export const DATES_ASSUMED = 'dates-assumed'

/** What of one need of a calculation nobody said. */
export const AssumedOf = z.strictObject({
  requirement: z.string(),
  parts: z.array(z.enum(ASSUMPTIONS)),
  recipe: z.strictObject({ by: z.enum(RECIPES_BY), of: CapabilityCode }),
  /** What a paper says of it, where one does. */
  paper: RequirementId.nullable(),
})
export type AssumedOf = z.infer<typeof AssumedOf>

/** What is known beside the needs that the secretariat made ready. */
interface Beside {
  papers: ReadonlyMap<string, Requirement>
  capabilities: readonly Pick<Capability, 'code' | 'recipe'>[]
  set: readonly Assumed[]
}

/** What of the needs that the secretariat made ready no paper says. */
export const assumedOf = (needs: readonly Need[], beside: Beside): AssumedOf[] =>
  needs.map(({ id, terms }) => {
    const { by, of } = madeOf(terms.capability, beside)
    const paper = beside.papers.get(terms.requirement ?? '') ?? null
    return {
      requirement: id,
      parts: [...assumptionsOf(terms, paper), 'weight'],
      recipe: { by, of },
      paper: paper?.id ?? null,
    }
  })
