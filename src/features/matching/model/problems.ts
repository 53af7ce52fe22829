import { z } from 'zod'

/** What is wrong with data, in a code for which a page has words. */
export const PROBLEMS = [
  'id-twice',
  'unknown-capability',
  'unknown-component',
  'unknown-offer',
  'unknown-requirement',
  'recipe-empty',
  'component-twice',
  'not-whole',
  'not-positive',
  'negative',
  'too-large',
  'dates-backwards',
  'over',
  'less-than-a-lot',
  'unit-differs',
  'excludes-itself',
  'needs-itself',
  'needs-cyclic',
  'contradicts',
] as const
export type ProblemCode = (typeof PROBLEMS)[number]

/** What is wrong with one thing, and whether it is left out of the calculation because of that. */
export interface Fault {
  code: ProblemCode
  /** The field, `amount`, or what is named there and not known. */
  what: string
  setAside: boolean
}

export const PLACES = ['kind', 'recipe', 'offer', 'requirement', 'existing', 'accepted'] as const
export type Place = (typeof PLACES)[number]

/** The same, and what it is about. */
export const Problem = z.strictObject({
  code: z.enum(PROBLEMS),
  what: z.string(),
  setAside: z.boolean(),
  place: z.enum(PLACES),
  /** The identifier or code of what it is about. */
  id: z.string(),
})
export type Problem = z.infer<typeof Problem>
