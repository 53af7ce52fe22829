import type { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'

/** Two parties that agreed here to give something together. */
export interface WorkingPair {
  one: PartyCode
  other: PartyCode
  /** The proposal on which they agreed. */
  proposal: string
  conference: ConferenceId
  at: Temporal.Instant
  /** Whether they did so for the first time, as far as it was known then. */
  kind: 'new' | 'strengthened'
}

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    workingPair: WorkingPair
  }
}

/** Every pair that agreed here, each time that it did. */
export const workingPairs = (db: Reading | Writing): Promise<WorkingPair[]> =>
  db
    .selectFrom('workingPair')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('one')
    .orderBy('other')
    .execute()
