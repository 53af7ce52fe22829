import type { ColumnType } from 'kysely'
import type { FileId } from '../../kernel/ids.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Hints } from './understood.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    programmeText: {
      id: string
      conference: string
      text: string | null
      file: FileId | null
      hints: ColumnType<Hints, string, string>
      madeBy: string
      madeAt: Temporal.Instant
    }
  }
}

/** A programme as somebody handed it in to a conference; null: it was imported, is too old, or never was. */
export const textOf = (db: Reading | Writing, conference: string, id: string) =>
  db
    .selectFrom('programmeText')
    .selectAll()
    .where('conference', '=', conference)
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** A file with its name, for whoever reads it. */
export const fileNamed = (db: Reading, id: FileId) =>
  db
    .selectFrom('upload')
    .select(['name', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)
