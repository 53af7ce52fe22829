import type { Cover, LevelName } from '../model/plan.ts'
import { unitsAim } from '../programme/aims.ts'
import type { Lookup } from '../programme/fits.ts'
import { greedyCovers } from '../programme/greedy.ts'
import { type Group, merge } from '../programme/like.ts'
import { totalOf } from '../programme/lines.ts'
import type { Part } from '../programme/pair.ts'
import { readCovers, valuesOf } from '../programme/read.ts'
import { writePart } from '../programme/write.ts'
import type { Reached, Search } from './engine.ts'
import { Further, mostOf, tooLittle } from './further.ts'

/** One independent part, and the best that was found for it so far. */
export class PartSolver {
  covers: readonly Cover[] = []
  /** How many offers stand for others that are like them. */
  readonly merged: number
  private readonly lookup: Lookup
  private readonly part: Part
  private readonly groups: readonly Group[]
  private reached = 0
  private further: Further | undefined

  constructor(lookup: Lookup, part: Part) {
    this.lookup = lookup
    this.part = part
    this.groups = merge(part, false, new Set())
    this.merged = part.offers.length - this.groups.length
  }

  level(level: LevelName, search: Search): Reached {
    if (level === 'units') return this.first(search)
    if (this.covers.length === 0) return { value: 0, bound: 0 }
    this.further ??= new Further(this.lookup, this.part, this.covers, this.reached)
    const reached = this.further.level(level, search)
    this.covers = this.further.covers()
    return reached
  }

  /** Parties do not matter yet: like offers of several are one. */
  private first({ engine, ...asked }: Search): Reached {
    const programme = writePart(this.lookup, this.part, this.groups, new Map())
    const aim = unitsAim(programme)
    const most = mostOf(programme, aim)
    const { lines } = programme
    this.covers = greedyCovers(this.lookup, this.part)
    const start = valuesOf(programme, this.covers)
    this.reached = totalOf(aim.terms, start)
    if (asked.milliseconds < tooLittle(lines)) return { value: this.reached, bound: most }
    // From nothing HiGHS is sooner at the optimum than from the clerk's plan: measured on 1,000 offers and 200 needs.
    const { values, bound } = engine.best({ lines, aim, start: null, ...asked })
    const found = values ? totalOf(aim.terms, values) : 0
    if (values && found >= this.reached) {
      this.covers = readCovers(this.lookup, programme, values)
      this.reached = found
    }
    return { value: this.reached, bound: Math.min(bound, most) }
  }
}
