import { unitsAim } from '../programme/aims.ts'
import type { Programme } from '../programme/deciding.ts'
import type { Lookup } from '../programme/fits.ts'
import { type Aim, type Term, totalOf } from '../programme/lines.ts'
import { takenUnder } from './ceilings.ts'
import { type Outline, THOUSAND } from './outline.ts'
import type { Blocks } from './split.ts'

/** A little cheaper than they are worth: what links the blocks is spared, but not left lying. */
const CHEAPER = 0.98

/** Who takes how much of what links the blocks: as the outline says, until a block is solved. */
export class Sharing {
  private readonly lookup: Lookup
  private readonly outline: Outline
  /** By block, what it takes under each ceiling. */
  private readonly takes: number[][]

  constructor(lookup: Lookup, { blocks }: Blocks, outline: Outline) {
    this.lookup = lookup
    this.outline = outline
    const { deciding } = outline.programme
    this.takes = blocks.map(({ requirements }) => {
      const own = new Set(requirements)
      return this.under(
        deciding.filter(({ requirement }) => own.has(requirement)),
        outline.values,
      )
    })
  }

  /** A block takes no more than the others leave. */
  hold(block: number, { lines, deciding }: Programme): void {
    this.outline.linked.forEach(({ ceiling }, at) => {
      const terms = takenUnder(this.lookup, ceiling, deciding)
      if (terms.length === 0) return
      const others = this.takes.reduce(
        (sum, takes, other) => (other === block ? sum : sum + (takes[at] ?? 0)),
        0,
      )
      lines.atMost(Math.max(0, ceiling.most - others), terms)
    })
  }

  aim(programme: Programme): Aim {
    const { sense, terms } = unitsAim(programme)
    const tolls = this.outline.linked.flatMap(({ ceiling, price }) => {
      const toll = Math.floor(price * CHEAPER)
      const taken = toll > 0 ? takenUnder(this.lookup, ceiling, programme.deciding) : []
      return taken.map(([column, amount]): Term => [column, -amount * toll])
    })
    return {
      sense,
      terms: [...terms.map(([column, weight]): Term => [column, weight * THOUSAND]), ...tolls],
    }
  }

  taken(block: number, { deciding }: Programme, values: readonly number[]): void {
    this.takes[block] = this.under(deciding, values)
  }

  private under(deciding: Programme['deciding'], values: readonly number[]): number[] {
    return this.outline.linked.map(({ ceiling }) =>
      totalOf(takenUnder(this.lookup, ceiling, deciding), values),
    )
  }
}
