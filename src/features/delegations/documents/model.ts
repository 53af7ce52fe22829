import { z } from 'zod'
import { ConferenceId, FileId, PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { Day } from '../../../kernel/time.ts'

export const KINDS = ['note-verbale', 'credentials'] as const
/** As it was scanned or sent. */
export const PAPERS = ['pdf', 'jpeg', 'png'] as const
export const STATES = ['received', 'verified', 'declined'] as const

/** A paper that names a delegation: the file, and what its registry calls it. The file is gone when its time is over. */
export const Document = z.strictObject({
  id: z.uuid(),
  conference: ConferenceId,
  party: PartyCode,
  kind: z.enum(KINDS),
  file: FileId.nullable(),
  number: z.string().trim().min(1).max(60).nullable(),
  dated: Day.nullable(),
  state: z.enum(STATES),
  reason: z.string().nullable(),
  at: z.instanceof(Temporal.Instant),
  by: z.string(),
  decidedAt: z.instanceof(Temporal.Instant).nullable(),
  decidedBy: z.string().nullable(),
})
export type Document = z.infer<typeof Document>

/** A document is decided once; another one can be handed in. */
export function mustWait({ state }: Pick<Document, 'state'>): void {
  must(state === 'received', 'delegations.document-decided')
}
