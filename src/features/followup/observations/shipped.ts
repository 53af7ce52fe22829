import { z } from 'zod'
import { spelledOut } from '../../conferences/shipped.ts'

const File = z.strictObject({
  asOf: z.string(),
  notice: z.string(),
  observations: z.array(z.looseObject({ id: z.string() })).min(1),
})

/** The statements of the shipped file, with their texts spelled out; what each must be, its command knows. */
export const observationsFrom = (content: unknown): { id: string }[] =>
  File.parse(spelledOut(content)).observations
