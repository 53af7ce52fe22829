import type { PartyCode } from '../../../kernel/ids.ts'
import type { Capability } from '../../capabilities/model.ts'
import type { Instance, Offer as Offered, Requirement } from '../../matching/model/instance.ts'
import type { Offer } from '../model.ts'
import type { Assumed, Need } from '../needs/model.ts'
import { madeOf, recipeOf } from '../needs/recipes.ts'
import { isThere, standingOn } from '../shown.ts'
import { KINDS } from '../units.model.ts'

/** Stands among the conditions of an offer that the secretariat entered and its party has not confirmed. */
export const NOT_CONFIRMED = 'not-confirmed'

const offeredFrom = ({ id, party, terms, confirmedAt }: Offer): Offered => {
  const { words: _, audience: __, caveats, ...rest } = terms
  const { words: ___, ...hard } = caveats
  const conditions: string[] = [...terms.conditions]
  if (confirmedAt === null) conditions.push(NOT_CONFIRMED)
  return { id, party, ...rest, caveats: hard, conditions }
}

const requirementFrom = ({ id, terms }: Need): Requirement => {
  const { requirement: _, words: __, audience: ___, ...rest } = terms
  return { id, ...rest }
}

export interface Known {
  asOf: string
  capabilities: readonly Pick<Capability, 'code' | 'recipe'>[]
  offers: readonly Offer[]
  needs: readonly Need[]
  set: readonly Assumed[]
  /** The parties of each pledge that several give together. */
  together: readonly (readonly PartyCode[])[]
}

/** All that a calculation knows of a conference: everything sorted, so that the same facts are the same data. */
export function instanceFrom({
  asOf,
  capabilities,
  offers,
  needs,
  set,
  together,
}: Known): Instance {
  const there = offers.filter((offer) => isThere(standingOn(offer, asOf)))
  const sought = needs.filter(({ terms, droppedAt }) => droppedAt === null && terms.until >= asOf)
  const codes = [...new Set(sought.map(({ terms }) => terms.capability))].toSorted()
  return {
    asOf,
    kinds: [...KINDS],
    recipes: codes.map((code) => recipeOf(code, madeOf(code, { capabilities, set }))),
    offers: there.map(offeredFrom).toSorted(byId),
    requirements: sought.map(requirementFrom).toSorted(byId),
    existing: pairsIn(together),
    accepted: null,
  }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** Every two parties that stand in one list, each pair once. */
export function pairsIn(together: readonly (readonly PartyCode[])[]): [PartyCode, PartyCode][] {
  const pairs = new Map<string, [PartyCode, PartyCode]>()
  for (const all of together) {
    const sorted = [...new Set(all)].toSorted()
    sorted.forEach((one, place) => {
      for (const other of sorted.slice(place + 1)) pairs.set(`${one} ${other}`, [one, other])
    })
  }
  return [...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair)
}
