import { once } from '../../../kernel/once.ts'
import { waitingForEachOther } from './cycles.ts'
import { askedIn, faultsInOffer, faultsInRecipe, faultsInRequirement } from './faults.ts'
import type { Instance } from './instance.ts'
import type { Plan } from './plan.ts'
import type { Fault, Place, Problem } from './problems.ts'

/** Data that can be calculated with, and what is wrong with the rest of it. */
export interface Examined {
  usable: Instance
  problems: readonly Problem[]
}

/**
 * Names what is wrong, and leaves out what cannot be calculated with: a wrong offer does not keep all others from their
 * plan. The same data always gets the same answer, in the order of the data. Of two things with one identifier, neither
 * can be meant: both are left out.
 */
export const examine = once((instance: Instance): Examined => {
  const kinds = sieve('kind', instance.kinds, byCode, () => [])
  const known = new Set(kinds.kept.map(byCode))
  const recipes = sieve(
    'recipe',
    instance.recipes,
    ({ capability }) => capability,
    (one) => faultsInRecipe(one, known),
  )
  const asked = askedIn(recipes.kept, instance.offers)
  const offers = sieve('offer', instance.offers, byId, (one) =>
    faultsInOffer(one, instance.asOf, known, asked),
  )
  const requirements = sieve('requirement', instance.requirements, byId, (one) =>
    faultsInRequirement(one, recipes.kept),
  )
  const accepted = instance.accepted && strangersIn(instance.accepted, offers, requirements)
  return {
    usable: {
      ...instance,
      ...{ kinds: kinds.kept, recipes: recipes.kept },
      ...{ offers: offers.kept, requirements: requirements.kept },
      existing: instance.existing.filter(([a, b]) => a !== b),
      accepted: accepted?.kept ?? null,
    },
    problems: [kinds, recipes, offers, cyclic(offers.kept), requirements, accepted].flatMap(
      (some) => some?.problems ?? [],
    ),
  }
})

interface Sieved<One> {
  kept: One[]
  problems: Problem[]
}

const byId = (one: { id: string }) => one.id
const byCode = (one: { code: string }) => one.code

function sieve<One>(
  place: Place,
  all: readonly One[],
  idOf: (one: One) => string,
  faultsOf: (one: One) => readonly Fault[],
): Sieved<One> {
  const alike = Map.groupBy(all, idOf)
  const problems: Problem[] = []
  const kept = all.filter((one) => {
    const id = idOf(one)
    const faults = [...faultsOf(one)]
    if ((alike.get(id)?.length ?? 0) > 1)
      faults.push({ code: 'id-twice', what: id, setAside: true })
    problems.push(...faults.map((fault) => ({ ...fault, place, id })))
    return !faults.some(({ setAside }) => setAside)
  })
  return { kept, problems }
}

const cyclic = (offers: Instance['offers']): Pick<Sieved<never>, 'problems'> => ({
  problems: waitingForEachOther(offers).map(({ id, component }) => ({
    ...{ code: 'needs-cyclic', place: 'offer', id },
    ...{ what: component, setAside: false },
  })),
})

/** Of the accepted plan, what names offers and requirements that are still there. */
function strangersIn(
  plan: Plan,
  offers: Sieved<{ id: string }>,
  requirements: Sieved<{ id: string }>,
): { kept: Plan; problems: Problem[] } {
  const offered = new Set(offers.kept.map(byId))
  const needed = new Set(requirements.kept.map(byId))
  const problems: Problem[] = []
  const miss = (code: Problem['code'], id: string, what: string) =>
    problems.push({ code, place: 'accepted', id, what, setAside: true })
  const covers = plan.covers.flatMap((cover) => {
    if (!needed.has(cover.requirement)) {
      miss('unknown-requirement', cover.requirement, cover.requirement)
      return []
    }
    const gone = cover.shares.filter(({ offer }) => !offered.has(offer))
    for (const { offer } of gone) miss('unknown-offer', cover.requirement, offer)
    return [{ ...cover, shares: cover.shares.filter((share) => !gone.includes(share)) }]
  })
  return { kept: { covers }, problems }
}
