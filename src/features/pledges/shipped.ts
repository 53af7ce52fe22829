import { z } from 'zod'
import { spelledOut } from '../conferences/shipped.ts'

/** One file holds the pledges of an edition, or those that no source ties to one. */
const File = z.strictObject({
  asOf: z.string(),
  notice: z.string(),
  pledges: z.array(z.looseObject({ id: z.string() })).min(1),
})

/** The pledges of a shipped file, with their texts spelled out; what each must be, its command knows. */
export const entriesFrom = (content: unknown): { id: string }[] =>
  File.parse(spelledOut(content)).pledges
