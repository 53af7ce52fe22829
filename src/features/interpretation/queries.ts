import type { ColumnType } from 'kysely'
import type { ConferenceId, SessionId } from '../../kernel/ids.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Arrangement, Interpreted } from './model.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    interpretation: {
      conference: ConferenceId
      session: SessionId
      version: number
      content: ColumnType<Arrangement, string, string>
    }
  }
}

/** What was arranged for the sessions of a conference. */
export const interpretationAt = (
  db: Reading | Writing,
  conference: ConferenceId,
): Promise<Interpreted[]> =>
  db
    .selectFrom('interpretation')
    .select(['session', 'version', 'content as arrangement'])
    .where('conference', '=', conference)
    .orderBy('session')
    .execute()
