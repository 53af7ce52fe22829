import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { Text } from '../../../kernel/text.ts'
import { Day } from '../../../kernel/time.ts'

/** A time in which every party is asked how its pledges of some conferences stand. */
export const Round = z
  .strictObject({
    /** `seoul2021-2023`: letters, digits and hyphens. */
    id: z
      .string()
      .max(60)
      .regex(/^[a-z0-9_]+(-[a-z0-9_]+)*$/),
    name: Text,
    opens: Day,
    due: Day,
    conferences: z.array(ConferenceId).min(1),
  })
  .refine(({ opens, due }) => due > opens, 'followup.due-before-it-opens')
export type Round = z.infer<typeof Round>
