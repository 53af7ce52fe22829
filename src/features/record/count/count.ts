import { once } from '../../../kernel/once.ts'
import { type Bounds, boundsOf, measureOf, plus, type Unit } from '../../../kernel/quantity.ts'
import type { PledgeId } from '../../pledges/model.ts'
import { giversOf } from '../../pledges/shares.model.ts'
import type { Entry } from '../ledger.model.ts'

/**
 * What can be counted. Four different questions with four different answers, never added to each other: how many
 * states promised, how many pledges there are, how much of something was promised, how much money.
 */
export const RULES = ['states', 'parties', 'pledges', 'quantities', 'units', 'money'] as const
export type Rule = (typeof RULES)[number]

/** Why an entry adds nothing to a total, though it belongs to the list. */
export type LeftOut = 're-announced' | 'part-of' | 'no-quantity' | 'per-period' | 'another-measure'

/** A sum of one measure. Nothing in it is guessed: `unknown` entries have no quantity and are not in the bounds. */
export interface Sum {
  /** `helicopter`, or for money `USD`. */
  measure: string
  unit: Unit
  currency: string | null
  /** Of money: the year in which it was promised, for sums of different years are not added. */
  year: number | null
  bounds: Bounds
  /** Entries in the sum whose quantity is only about right. */
  about: number
  pledges: readonly PledgeId[]
}

/** A sum that is being added up. */
interface Adding extends Sum {
  bounds: Bounds
  about: number
  pledges: PledgeId[]
}

/** A count, with everything that it was made of. */
export interface Count {
  /** The number of states, parties or pledges; null where the rule answers with sums. */
  number: number | null
  /** The codes that were counted, for states and parties. */
  codes: readonly string[]
  sums: readonly Sum[]
  counted: readonly PledgeId[]
  leftOut: readonly { id: PledgeId; why: LeftOut }[]
}

/** A re-announcement is the same promise again: whoever counts promises does not count it. */
const isRepeat = (entry: Entry) => entry.reannounces.length > 0

/** The entries that the rule of pledges counts. */
export const pledgesAmong = once((entries: readonly Entry[]): readonly Entry[] =>
  entries.filter((entry) => !isRepeat(entry)),
)

const repeatsAmong = once((entries: readonly Entry[]) =>
  entries.filter(isRepeat).map(({ id }) => ({ id, why: 're-announced' as const })),
)

/** Who promises something. Many entries have the same list of shares, for the ledger keeps what is alike once. */
export const giversIn = once((shares: Entry['shares']) => giversOf(shares))

/** What a unit of forces is counted in; helicopters, people and courses are other measures. */
export const UNIT_MEASURES: ReadonlySet<Unit> = new Set([
  'battalion',
  'company',
  'platoon',
  'unit',
  'task-force',
  'hospital',
  'laboratory',
])

/**
 * Counts entries by a rule.
 *
 * - `states`, `parties`: whoever promises something, each once, however many promises and in however many categories;
 *   a recipient is not counted. Somebody who only repeats an earlier promise is not counted either.
 * - `pledges`: each once, joint ones too; a re-announcement adds nothing.
 * - `quantities`, `units`, `money`: the sum of what was said, by measure (money by currency and year, without any
 *   conversion). A joint pledge counts once, by its own quantity and not by its shares; what is part of another
 *   entry's amount is not added; numbers per period and unknown ones are listed, not guessed.
 */
export function count(
  entries: readonly Entry[],
  rule: Rule,
  isState: (code: string) => boolean,
): Count {
  const fresh = pledgesAmong(entries)
  const left = repeatsAmong(entries)
  if (rule === 'pledges') {
    return {
      number: fresh.length,
      codes: [],
      sums: [],
      counted: fresh.map(({ id }) => id),
      leftOut: left,
    }
  }
  if (rule === 'states' || rule === 'parties') {
    const counts = (code: string) => rule === 'parties' || isState(code)
    const codes = new Set<string>()
    const counted: PledgeId[] = []
    for (const { id, shares } of fresh) {
      const givers = giversIn(shares).filter(counts)
      for (const code of givers) codes.add(code)
      if (givers.length > 0) counted.push(id)
    }
    return {
      number: codes.size,
      codes: [...codes].sort(),
      sums: [],
      counted,
      leftOut: left,
    }
  }
  return sumUp(fresh, rule, left)
}

function sumUp(
  entries: readonly Entry[],
  rule: 'quantities' | 'units' | 'money',
  left: Count['leftOut'],
): Count {
  const sums = new Map<string, Adding>()
  const leftOut = [...left]
  for (const entry of entries) {
    const { id, quantity } = entry
    const why = reasonAgainst(entry, rule)
    const bounds = boundsOf(quantity)
    if (why !== null || bounds === null || quantity.kind === 'none') {
      leftOut.push({ id, why: why ?? 'no-quantity' })
      continue
    }
    const { unit, currency, year } = quantity
    const key = `${measureOf(quantity)} ${rule === 'money' ? year : ''}`
    const sum = sums.get(key)
    const about = quantity.kind === 'about' ? 1 : 0
    if (sum) {
      sum.bounds = plus(sum.bounds, bounds)
      sum.about += about
      sum.pledges.push(id)
      continue
    }
    sums.set(key, {
      measure: measureOf(quantity),
      unit,
      currency,
      year: rule === 'money' ? year : null,
      bounds,
      about,
      pledges: [id],
    })
  }
  const all = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
  return {
    number: null,
    codes: [],
    sums: all,
    counted: all.flatMap(({ pledges }) => pledges).sort(),
    leftOut,
  }
}

function reasonAgainst(
  { quantity, partOf }: Entry,
  rule: 'quantities' | 'units' | 'money',
): LeftOut | null {
  if (quantity.kind === 'none') return 'no-quantity'
  const isMoney = quantity.unit === 'money'
  if (isMoney !== (rule === 'money')) return 'another-measure'
  if (rule === 'units' && !UNIT_MEASURES.has(quantity.unit)) return 'another-measure'
  if (partOf !== null) return 'part-of'
  return quantity.kind === 'per-period' ? 'per-period' : null
}
