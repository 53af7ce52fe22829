import type { ColumnType } from 'kysely'
import type { Text } from '../../../kernel/text.ts'
import { versionOf } from '../../../platform/command/version.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { ReleaseLetter, Session } from '../model.ts'

/** What the next release says of itself, and to whom. */
export interface Prepared {
  note: Text
  letter: ReleaseLetter | null
  madeBy: string
  madeAt: Temporal.Instant
}

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    programmePrepared: {
      conference: string
      note: ColumnType<Text, string, string>
      letter: ColumnType<ReleaseLetter | null, string | null, string | null>
      madeBy: string
      madeAt: Temporal.Instant
    }
  }
}

/** What was written for the next release; null: nothing yet. */
export const preparedFor = (db: Reading | Writing, conference: string): Promise<Prepared | null> =>
  db
    .selectFrom('programmePrepared')
    .select(['note', 'letter', 'madeBy', 'madeAt'])
    .where('conference', '=', conference)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** What somebody saw who rewrites it. */
export const seenPrepared = (prepared: Prepared | null): string =>
  versionOf(prepared && [prepared.note, prepared.letter])

/** What somebody saw who publishes or signs: the draft as it stands, the zone of its times, and what is said of it. */
export const seenRelease = (
  zone: string,
  draft: readonly Session[],
  prepared: Prepared | null,
): string => versionOf([zone, draft, prepared && [prepared.note, prepared.letter]])
