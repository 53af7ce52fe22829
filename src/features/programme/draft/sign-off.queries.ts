import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { Signature } from '../../conferences/settings.model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    programmeSignOff: Signature & {
      conference: string
      version: string
      signedAt: Temporal.Instant
    }
  }
}

/** Who has agreed to publish a version of a draft, in the order in which they did. */
export const signaturesOf = (db: Reading | Writing, conference: string, version: string) =>
  db
    .selectFrom('programmeSignOff')
    .select(['side', 'signedBy', 'signedAt'])
    .where('conference', '=', conference)
    .where('version', '=', version)
    .orderBy('signedAt')
    .orderBy('signedBy')
    .execute()
