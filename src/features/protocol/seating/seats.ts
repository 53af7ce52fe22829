import type { PartyCode } from '../../../kernel/ids.ts'
import type { Plan } from '../model.ts'

/** As many places beside each other as a delegation has. */
export interface Block {
  /** From 0, counted from the first row on. */
  block: number
  party: PartyCode | null
  /** Whether the place was set by decision. */
  isFixed: boolean
  isFree: boolean
}

/** Who sits where. */
export interface Seated {
  rows: readonly (readonly Block[])[]
  /** Delegations for which the room is too small, in their order. */
  without: readonly PartyCode[]
}

/** How many blocks each row holds; places that are too few for a delegation stay empty. */
const blocksOf = ({ rows, each }: Plan) => rows.map((places) => Math.floor(places / each))

/**
 * Seats delegations in their order, from the first row on. Who has a fixed place sits there, whatever their order; a
 * free block is passed over. Nobody sits twice, and nobody is lost: whoever finds no place is named.
 */
export function seated(plan: Plan, order: readonly PartyCode[]): Seated {
  const lengths = blocksOf(plan)
  const count = lengths.reduce((sum, length) => sum + length, 0)
  const present = new Set(order)
  const fixed = new Map<number, PartyCode>()
  for (const { party, block } of plan.fixed) {
    if (present.has(party) && block < count && !fixed.has(block)) fixed.set(block, party)
  }
  const placed = new Set(fixed.values())
  const waiting = order.filter((party) => !placed.has(party))
  const free = new Set(plan.free.filter((block) => !fixed.has(block)))
  const rows: Block[][] = []
  let block = 0
  for (const length of lengths) {
    rows.push(
      Array.from({ length }, () => {
        const here = block
        block += 1
        const isFree = free.has(here)
        const party = fixed.get(here) ?? (isFree ? null : (waiting.shift() ?? null))
        return { block: here, party, isFixed: fixed.has(here), isFree }
      }),
    )
  }
  return { rows, without: waiting }
}

/** A plan in which a delegation has a fixed block; whoever had it follows the order again. */
export const fixedAt = (plan: Plan, party: PartyCode, block: number): Plan => ({
  ...plan,
  fixed: [
    ...plan.fixed.filter((one) => one.party !== party && one.block !== block),
    { party, block },
  ],
  free: plan.free.filter((one) => one !== block),
})

/** A plan in which two blocks change places, both fixed from then on. */
export function exchanged(
  plan: Plan,
  order: readonly PartyCode[],
  one: PartyCode,
  other: PartyCode,
): Plan {
  const blocks = new Map(
    seated(plan, order)
      .rows.flat()
      .flatMap(({ party, block }) => (party ? [[party, block]] : [])),
  )
  const [first, second] = [blocks.get(one), blocks.get(other)]
  if (first === undefined || second === undefined) return plan
  return fixedAt(fixedAt(plan, one, second), other, first)
}
