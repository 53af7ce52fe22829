import { type Cover, unitsOf } from '../model/plan.ts'
import type { Lookup } from '../programme/fits.ts'
import { greedyCovers } from '../programme/greedy.ts'
import { merge } from '../programme/like.ts'
import type { Part } from '../programme/pair.ts'
import { readCovers, valuesOf } from '../programme/read.ts'
import { writePart } from '../programme/write.ts'
import { keepsAll, type Search, timeFrom } from '../solving/engine.ts'
import { anew } from './anew.ts'
import { withLinks } from './links.ts'
import { type Outline, outlineOf } from './outline.ts'
import { Sharing } from './sharing.ts'
import type { Blocks } from './split.ts'

export interface Found {
  covers: Cover[]
  /** Weighted whole units that no plan can pass. */
  bound: number
}

/**
 * A part block by block. The outline says what nothing can pass, and how much of what links the blocks goes to each of
 * them; within that each is a programme of its own, and what one leaves goes on to the next. Whatever is left is given
 * by a careful clerk; then one or two blocks at a time are decided anew with all their conditions, all others as they are.
 */
export function searchByBlocks(
  lookup: Lookup,
  part: Part,
  blocks: Blocks,
  { engine, clock, milliseconds, within, tell }: Search,
): Found {
  const left = timeFrom(clock, milliseconds)
  const third = { engine, left: timeFrom(clock, milliseconds / 3) }
  const { bound } = outlineOf(lookup, part, blocks, third)
  tell?.(0, bound)
  const safe = { ...blocks, links: withoutLosing(blocks.links) }
  const outline = outlineOf(lookup, part, safe, third)
  const half = { engine, clock, within, milliseconds: left() / 2 }
  const whole = eachBlock(lookup, blocks, outline, half)
  let covers = greedyCovers(lookup, part, withLinks(lookup, blocks, whole))
  for (const some of fewTogether(blocks)) {
    const value = weightOf(lookup, covers)
    tell?.(value, bound)
    if (value >= bound * (1 - within) || left() === 0) break
    const eighth = { engine, clock, within: 0, milliseconds: left() / 8 }
    covers = anew(lookup, blocks, some, covers, eighth)
  }
  return { covers, bound }
}

/** Without links that ask of partners what a requirement does not ask: by them it could lose others. */
const withoutLosing = (links: Part): Part => ({
  ...links,
  pairs: links.pairs.filter(
    ({ offer, requirement }) =>
      requirement.minimumReadiness >= (offer.caveats.partnersReadiness ?? 0),
  ),
})

/** Each block and each two, the smallest first. */
function fewTogether({ blocks }: Blocks): Part[][] {
  const sizeOf = (some: readonly Part[]) => some.reduce((sum, { pairs }) => sum + pairs.length, 0)
  const bySize = (a: readonly Part[], b: readonly Part[]) => sizeOf(a) - sizeOf(b)
  const two = blocks.flatMap((one, at) => blocks.slice(at + 1).map((other) => [one, other]))
  return [...blocks.map((one) => [one]), ...two].toSorted(bySize)
}

function eachBlock(
  lookup: Lookup,
  blocks: Blocks,
  outline: Outline,
  { engine, clock, within, milliseconds }: Search,
): Cover[] {
  const left = timeFrom(clock, milliseconds)
  const here: Lookup = { ...lookup, priced: blocks.linked }
  const sharing = new Sharing(lookup, blocks, outline)
  return blocks.blocks.flatMap((block, at) => {
    const most = left() / Math.min(3, blocks.blocks.length - at)
    const programme = writePart(here, block, merge(block, false, new Set()), new Map())
    sharing.hold(at, programme)
    const aim = sharing.aim(programme)
    const { lines } = programme
    const start = valuesOf(programme, greedyCovers(here, block))
    // Nothing at all keeps every row.
    const known = keepsAll(lines, start) ? start : lines.columns.map(() => 0)
    const { values } = engine.best({ lines, aim, start: known, within, milliseconds: most })
    if (!values) return []
    sharing.taken(at, programme, values)
    return readCovers(here, programme, values)
  })
}

/** Weighted whole units of some covers. */
export function weightOf({ instance }: Lookup, covers: readonly Cover[]): number {
  const weights = new Map(instance.requirements.map(({ id, weight }) => [id, weight]))
  return covers.reduce((sum, one) => sum + unitsOf(one) * (weights.get(one.requirement) ?? 0), 0)
}
