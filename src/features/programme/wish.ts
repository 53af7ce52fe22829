import { z } from 'zod'
import { Zone } from '../../kernel/time.ts'
import { SessionKind } from './model.ts'

/** What a reader asks of the programme, in its address. What cannot be is passed over. */
export const Wish = z.object({
  zone: Zone.optional().catch(undefined),
  days: z.enum(['conference', 'own']).optional().catch(undefined),
  kind: SessionKind.optional().catch(undefined),
  theme: z.string().max(60).optional().catch(undefined),
})
export type Wish = z.infer<typeof Wish>
