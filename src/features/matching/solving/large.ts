import { alone } from '../blocks/anew.ts'
import { searchByBlocks, weightOf } from '../blocks/search.ts'
import type { Blocks } from '../blocks/split.ts'
import { type Cover, LEVELS, type LevelName } from '../model/plan.ts'
import { tiesIn } from '../programme/aims.ts'
import type { Lookup } from '../programme/fits.ts'
import { greedyCovers } from '../programme/greedy.ts'
import { merge } from '../programme/like.ts'
import type { Part } from '../programme/pair.ts'
import { type Reached, type Search, timeFrom } from './engine.ts'
import { Further, LEAST } from './further.ts'

const FURTHER = LEVELS.filter((level) => level !== 'units')

/**
 * A part that is too large for one programme. The first level is searched block by block under one bound; the others are
 * bettered block by block, with what links the blocks as it was dealt out: one programme at a time, and no bound but what
 * is plain.
 */
export class LargePart {
  covers: readonly Cover[] = []
  /** How many offers stand for others that are like them: block by block. */
  readonly merged: number
  private readonly lookup: Lookup
  private readonly part: Part
  private readonly blocks: Blocks
  private values: ReadonlyMap<LevelName, number> | undefined

  constructor(lookup: Lookup, part: Part, blocks: Blocks) {
    this.lookup = lookup
    this.part = part
    this.blocks = blocks
    this.merged = [...blocks.blocks, blocks.links].reduce(
      (sum, one) => sum + one.offers.length - merge(one, false, new Set()).length,
      0,
    )
  }

  level(level: LevelName, search: Search): Reached {
    if (level === 'units') return this.first(search)
    this.values ??= this.further(search)
    const value = this.values.get(level) ?? 0
    return { value, bound: level === 'partnerships' ? mostTies(this.lookup, this.part) : LEAST }
  }

  private first(search: Search): Reached {
    const { covers, bound } = searchByBlocks(this.lookup, this.part, this.blocks, search)
    const weight = (some: readonly Cover[]) => weightOf(this.lookup, some)
    const clerk = greedyCovers(this.lookup, this.part)
    this.keep(weight(covers) >= weight(clerk) ? covers : clerk)
    // Where the time is up at once there is no bound but all that is needed.
    const most = this.part.requirements.reduce((sum, one) => sum + one.weight * one.units, 0)
    return { value: weight(this.covers), bound: bound < most ? bound : most }
  }

  private further(search: Search): Map<LevelName, number> {
    const values = new Map<LevelName, number>()
    const left = timeFrom(search.clock, search.milliseconds)
    const { blocks } = this.blocks
    blocks.forEach((block, at) => {
      const { lookup, part, own, others } = alone(this.lookup, this.blocks, [block], this.covers)
      if (own.length === 0) return
      const further = new Further(lookup, part, own, weightOf(lookup, own))
      const mine = timeFrom(search.clock, left() / (blocks.length - at))
      FURTHER.forEach((level, step) => {
        const milliseconds = mine() / (FURTHER.length - step)
        const { value } = further.level(level, { ...search, milliseconds })
        values.set(level, (values.get(level) ?? 0) + value)
      })
      this.keep([...others, ...further.covers()])
    })
    return values
  }

  private keep(covers: readonly Cover[]): void {
    this.covers = covers.toSorted((a, b) => (a.requirement < b.requirement ? -1 : 1))
  }
}

/** No more pairs of parties work together than all who could give for a requirement. */
function mostTies({ instance }: Lookup, { pairs }: Part): number {
  const ties = [...tiesIn(instance)].map((pair) => pair.split(' ') as [string, string])
  const able = [...Map.groupBy(pairs, ({ requirement }) => requirement).values()]
  return able.reduce((sum, some) => {
    const parties = new Set<string>(some.map(({ offer }) => offer.party))
    return sum + ties.filter(([a, b]) => parties.has(a) && parties.has(b)).length
  }, 0)
}
