import { z } from 'zod'
import { CapabilityCode } from '../../capabilities/model.ts'

/**
 * What a share is a share of: the six of the record (`people`, `equipment` …), or something finer such as
 * `equipment.aircraft`. Never a sum of money in small coins: amounts stay below a million.
 */
export const ComponentCode = CapabilityCode
export type ComponentCode = z.infer<typeof ComponentCode>

/** What is true of a component wherever it is needed. */
export const Kind = z.strictObject({
  code: ComponentCode,
  /**
   * Given once, by the first day of the need, and then used up (lift, training, refurbishment, money); otherwise held all
   * the time, and free again afterwards (people, aircraft).
   */
  once: z.boolean(),
  /** Whether those who give it must speak a language of the need. */
  speaks: z.boolean(),
})
export type Kind = z.infer<typeof Kind>

/** So much of a component, counted in a unit: 2 `helicopter`, 3 `team`. */
export const Amount = z.strictObject({
  component: ComponentCode,
  amount: z.number(),
  unit: z.string().min(1).max(40),
})
export type Amount = z.infer<typeof Amount>

/** One way to make up a whole unit: all of its components, or nothing. */
export const Alternative = z.strictObject({
  id: z.string().min(1).max(80),
  components: z.array(Amount),
})
export type Alternative = z.infer<typeof Alternative>

/** How whole units of a capability are made up. Any of its alternatives will do. */
export const Recipe = z.strictObject({
  capability: CapabilityCode,
  alternatives: z.array(Alternative),
})
export type Recipe = z.infer<typeof Recipe>
