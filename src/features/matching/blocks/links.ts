import { type Cover, unitsOf } from '../model/plan.ts'
import type { Lookup } from '../programme/fits.ts'
import { type Dealt, deal } from './dealing.ts'
import type { Blocks } from './split.ts'

/** Gives covers what links blocks; units for which too little of it is there are taken back, the lightest first. */
export function withLinks(lookup: Lookup, blocks: Blocks, covers: readonly Cover[]): Cover[] {
  for (let left = covers; ; ) {
    const made = [...blocks.linked].map((good) => deal(lookup, blocks, good, left))
    const lack = made.find(({ lacking }) => lacking > 0)
    if (!lack) return left.map((cover) => sharing(cover, made))
    left = lighter(lookup, left, lack)
  }
}

const sharing = (cover: Cover, made: readonly Dealt[]): Cover => ({
  ...cover,
  shares: [...cover.shares, ...made.flatMap(({ shares }) => shares.get(cover) ?? [])].toSorted(
    (a, b) => (a.offer < b.offer ? -1 : 1),
  ),
})

/** Without units that take as much as is lacking. */
function lighter(
  { instance }: Lookup,
  covers: readonly Cover[],
  { lacking, short }: Dealt,
): Cover[] {
  const weights = new Map(instance.requirements.map(({ id, weight }) => [id, weight]))
  const worth = (cover: Cover) => (weights.get(cover.requirement) ?? 0) / (short.get(cover) ?? 1)
  const without = new Set<Cover>()
  let left = lacking
  for (const cover of [...short.keys()].toSorted((a, b) => worth(a) - worth(b))) {
    if (left <= 0) break
    left -= short.get(cover) ?? 0
    without.add(cover)
  }
  return covers.flatMap((cover) => (without.has(cover) ? lessByOne(cover) : [cover]))
}

/** Without the unit that begins last, and without anything where none is left. */
function lessByOne(cover: Cover): Cover[] {
  if (unitsOf(cover) <= 1) return []
  const last = cover.units.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  const units = cover.units.flatMap((one) => {
    if (one !== last) return [one]
    return one.units > 1 ? [{ ...one, units: one.units - 1 }] : []
  })
  return [{ ...cover, units }]
}
