import type { Cover, LevelName } from '../model/plan.ts'
import { acceptedLots, aimOf, signsOf, tiesIn, unitsAim } from '../programme/aims.ts'
import type { Deciding, Programme } from '../programme/deciding.ts'
import type { Lookup } from '../programme/fits.ts'
import { merge } from '../programme/like.ts'
import { type Aim, type Lines, totalOf } from '../programme/lines.ts'
import type { Part } from '../programme/pair.ts'
import { readCovers, valuesOf } from '../programme/read.ts'
import { writePart } from '../programme/write.ts'
import type { Answer, Reached, Search } from './engine.ts'

/** Aims that should be small never fall below nothing. */
export const LEAST = 0
/** Above so many columns, a level is first bettered a few requirements at a time. */
const MANY = 4000
const FEW = 8
/** In less than so many milliseconds nothing comes of it: handing over a large programme takes longer. */
export const tooLittle = ({ columns }: Lines): number => 5 + columns.length / 200

/** The levels after the first, each holding what the levels before it have reached. */
export class Further {
  private readonly lookup: Lookup
  private readonly programme: Programme
  private readonly about: Parameters<typeof aimOf>[2]
  private values: readonly number[]

  constructor(lookup: Lookup, part: Part, covers: readonly Cover[], reached: number) {
    const accepted = acceptedLots(lookup.instance)
    const kept = new Set(
      lookup.instance.accepted?.covers.flatMap(({ shares }) => shares.map(({ offer }) => offer)),
    )
    this.lookup = lookup
    this.programme = writePart(lookup, part, merge(part, true, kept), accepted)
    const signs = signsOf(this.programme)
    this.about = { signs, accepted, ties: tiesIn(lookup.instance) }
    this.values = valuesOf(this.programme, covers)
    this.hold(unitsAim(this.programme), reached)
  }

  level(level: LevelName, search: Search): Reached {
    // Columns are added only when their level comes: fewer of them, sooner done.
    const aim = aimOf(this.programme, level, this.about)
    this.values = this.programme.lines.complete(this.values)
    const before = totalOf(aim.terms, this.values)
    const end = aim.sense === 'most' ? mostOf(this.programme, aim) : LEAST
    const { value, bound } = before === end ? { value: end, bound: end } : this.better(aim, search)
    this.hold(aim, value)
    return { value, bound }
  }

  covers(): Cover[] {
    return readCovers(this.lookup, this.programme, this.values)
  }

  private better(aim: Aim, { engine, ...asked }: Search): Reached {
    const { lines } = this.programme
    const end = aim.sense === 'most' ? mostOf(this.programme, aim) : LEAST
    const before = totalOf(aim.terms, this.values)
    if (asked.milliseconds < tooLittle(lines)) return { value: before, bound: end }
    if (lines.columns.length > MANY) this.polish(aim, { engine, ...asked })
    const answer = engine.best({ lines, aim, start: this.values, ...asked })
    this.keepBetter(aim, answer)
    const value = totalOf(aim.terms, this.values)
    const bound = aim.sense === 'most' ? Math.min(answer.bound, end) : Math.max(answer.bound, end)
    return { value, bound }
  }

  /** A few requirements at a time, all others as they are: what can be bettered so is found soon, if not proven. */
  private polish(aim: Aim, { engine, ...asked }: Search): void {
    const { lines, deciding } = this.programme
    const columnsOf = ({ begun, lots }: Deciding) => [
      ...begun.flatMap(({ columns }) => columns),
      ...lots.map(({ column }) => column),
    ]
    const all = deciding.map(columnsOf)
    const covered = all.filter((columns) => columns.some((column) => this.values[column] !== 0))
    const milliseconds = (asked.milliseconds * FEW) / (2 * covered.length)
    if (milliseconds < tooLittle(lines)) return
    for (let at = 0; at < covered.length; at += FEW) {
      const free = new Set(covered.slice(at, at + FEW).flat())
      const fixed = new Set(all.flat().filter((column) => !free.has(column)))
      const one = { lines, aim, start: this.values, fixed, ...asked, milliseconds }
      this.keepBetter(aim, engine.best(one))
    }
  }

  private keepBetter({ sense, terms }: Aim, { values }: Answer): void {
    if (!values) return
    const [before, found] = [totalOf(terms, this.values), totalOf(terms, values)]
    if (sense === 'most' ? found >= before : found <= before) this.values = values
  }

  private hold(aim: Aim, value: number): void {
    if (aim.terms.length === 0) return
    if (aim.sense === 'most') this.programme.lines.atLeast(value, aim.terms)
    else this.programme.lines.atMost(value, aim.terms)
  }
}

/** What an aim cannot pass, whatever the rows say. */
export const mostOf = ({ lines }: Programme, { terms }: Aim): number =>
  terms.reduce((sum, [column, factor]) => sum + factor * (lines.columns[column]?.upper ?? 0), 0)
