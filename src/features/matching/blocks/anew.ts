import type { Days } from '../model/days.ts'
import type { Offer } from '../model/instance.ts'
import type { Cover } from '../model/plan.ts'
import { unitsAim } from '../programme/aims.ts'
import type { Lookup } from '../programme/fits.ts'
import { merge } from '../programme/like.ts'
import { totalOf } from '../programme/lines.ts'
import { lotsOf, type Part } from '../programme/pair.ts'
import { partOf } from '../programme/parts.ts'
import { readCovers, valuesOf } from '../programme/read.ts'
import { writePart } from '../programme/write.ts'
import { keepsAll, type Search } from '../solving/engine.ts'
import type { Blocks } from './split.ts'

/** Some blocks by themselves, with what links them as far as the others leave it. */
export interface Alone {
  lookup: Lookup
  part: Part
  own: Cover[]
  others: Cover[]
}

export function alone(
  lookup: Lookup,
  { links }: Blocks,
  blocks: readonly Part[],
  covers: readonly Cover[],
): Alone {
  const requirements = blocks.flatMap((one) => one.requirements)
  const ids = new Set(requirements.map(({ id }) => id))
  const others = covers.filter(({ requirement }) => !ids.has(requirement))
  const left = leftBy(others, links.offers)
  const days = new Map(lookup.days)
  for (const [offer, one] of left) days.set(one, lookup.days.get(offer) as Days)
  const pairs = [
    ...blocks.flatMap((one) => one.pairs),
    ...links.pairs.flatMap((pair) => {
      const offer = left.get(pair.offer)
      return offer && ids.has(pair.requirement.id) ? [{ ...pair, offer }] : []
    }),
  ]
  return {
    lookup: { ...lookup, days },
    part: { ...partOf(pairs), requirements },
    own: covers.filter(({ requirement }) => ids.has(requirement)),
    others,
  }
}

/** Some blocks decided anew, under all conditions and with all others as they are: never worse. */
export function anew(
  lookup: Lookup,
  blocks: Blocks,
  some: readonly Part[],
  covers: readonly Cover[],
  { engine, ...asked }: Search,
): Cover[] {
  const { lookup: here, part, own, others } = alone(lookup, blocks, some, covers)
  const programme = writePart(here, part, merge(part, false, new Set()), new Map())
  const aim = unitsAim(programme)
  const start = valuesOf(programme, own)
  const known = keepsAll(programme.lines, start) ? start : null
  const { values } = engine.best({ lines: programme.lines, aim, start: known, ...asked })
  const isBetter = values && totalOf(aim.terms, values) > totalOf(aim.terms, start)
  return isBetter ? [...others, ...readCovers(here, programme, values)] : [...covers]
}

/** Offers with what others leave of them; without those of which nothing is left. */
function leftBy(covers: readonly Cover[], offers: readonly Offer[]): Map<Offer, Offer> {
  const taken = new Map<string, number>()
  for (const { offer, amount } of covers.flatMap(({ shares }) => shares)) {
    taken.set(offer, (taken.get(offer) ?? 0) + amount)
  }
  return new Map(
    offers
      .map((one) => [one, { ...one, amount: one.amount - (taken.get(one.id) ?? 0) }] as const)
      .filter(([, left]) => lotsOf(left) > 0),
  )
}
