import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { Day } from '../../../kernel/time.ts'
import { ComponentCode } from './recipe.ts'

/** What one offer gives for a requirement, over all days on which the offer is there and the need lasts. */
export const Share = z.strictObject({
  offer: z.string(),
  party: PartyCode,
  component: ComponentCode,
  amount: z.number(),
  unit: z.string(),
  from: Day,
  until: Day,
})
export type Share = z.infer<typeof Share>

/** Whole units that begin together and last to the end of the need. */
export const Units = z.strictObject({
  alternative: z.string(),
  units: z.number(),
  from: Day,
})
export type Units = z.infer<typeof Units>

/** What is done for one requirement: the whole units, and the shares that make them up. */
export const Cover = z.strictObject({
  requirement: z.string(),
  units: z.array(Units),
  shares: z.array(Share),
})
export type Cover = z.infer<typeof Cover>

/** Who gives what for which requirement, in the order of identifiers. A requirement without a whole unit is not in it. */
export const Plan = z.strictObject({ covers: z.array(Cover) })
export type Plan = z.infer<typeof Plan>

/**
 * What is aimed at, the first before all others: weighted whole units (as many as possible), parties used in requirements
 * (few), pairs that already work together or wish to (many), days of delay over all units (few), change against the
 * accepted plan in lots (little).
 */
export const LEVELS = ['units', 'partners', 'partnerships', 'delay', 'change'] as const
export const LevelName = z.enum(LEVELS)
export type LevelName = z.infer<typeof LevelName>

/** How far a level got. `bound` is what no plan can pass, given the values of the levels before it. */
export const Level = z.strictObject({
  level: LevelName,
  value: z.number(),
  bound: z.number(),
  /** |bound − value| as a share of the greater; 0 where it is proven. */
  gap: z.number(),
  proven: z.boolean(),
})
export type Level = z.infer<typeof Level>

/** Why a calculation ended before everything was proven; null where it did not. */
export const Stopped = z.enum(['time', 'cancelled']).nullable()

/** What a calculation answers. */
export const Solution = z.strictObject({
  plan: Plan,
  levels: z.array(Level),
  stopped: Stopped,
  /** How many independent parts it fell into, and how many offers were merged with like ones. */
  parts: z.number(),
  merged: z.number(),
})
export type Solution = z.infer<typeof Solution>

/** Whole units of a cover. */
export const unitsOf = ({ units }: Pick<Cover, 'units'>): number =>
  units.reduce((sum, one) => sum + one.units, 0)

/** Every party of a cover, each once, in alphabetical order of codes. */
export const partnersOf = ({ shares }: Pick<Cover, 'shares'>): PartyCode[] =>
  [...new Set(shares.map(({ party }) => party))].toSorted()

export const NO_PLAN: Plan = { covers: [] }
