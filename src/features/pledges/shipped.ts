import { z } from 'zod'
import { spelledOut } from '../conferences/shipped.ts'

/** One file holds the pledges of an edition, or those that no source ties to one. */
const File = z.strictObject({
  asOf: z.string(),
  notice: z.string(),
  pledges: z.array(z.looseObject({ id: z.string() })).min(1),
})

/** The pledges of a shipped file, with their texts spelled out; what each must be, its command knows. */
export function entriesFrom(content: unknown): { id: string }[] {
  const { asOf, pledges } = File.parse(spelledOut(content))
  return pledges.map((pledge) => ({ ...pledge, asOf }))
}

const Retired = z.strictObject({
  notice: z.string(),
  retired: z.array(z.looseObject({ pledge: z.string() })).min(1),
})

/** The identifiers of a shipped file that are no longer pledges. */
export const retiredFrom = (content: unknown): { pledge: string }[] =>
  Retired.parse(spelledOut(content)).retired
