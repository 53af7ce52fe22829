import { z } from 'zod'
import { Text } from '../../../kernel/text.ts'
import { Amount } from '../../pledges/writing/sketch.model.ts'
import { OBSTACLES, Told } from '../reports/model.ts'

const Typed = z.string().max(300)

/** A report as somebody types it: days and numbers as people write them. */
export const TypedReport = z.strictObject({
  stage: Told.shape.stage,
  on: Typed,
  quantity: Amount.pick({ value: true, unit: true, currency: true }).optional(),
  from: Typed.optional(),
  until: Typed.optional(),
  note: Text.nullable().default(null),
  evidence: z
    .array(
      z.strictObject({
        publisher: Typed.optional(),
        url: z.string().max(2000).optional(),
        date: Typed.optional(),
      }),
    )
    .max(20)
    .default([]),
  obstacle: z
    .strictObject({ kind: z.enum(OBSTACLES).optional(), note: Text.nullable().default(null) })
    .optional(),
  nextStep: z
    .strictObject({ what: Text.nullable().default(null), by: Typed.optional() })
    .optional(),
  audiences: Told.shape.audiences,
})
export type TypedReport = z.infer<typeof TypedReport>
