import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

const BEGIN = sql`start transaction isolation level repeatable read, read only`
const END = sql`commit`

/** Reads in one read-only transaction that sees one moment, however long it takes. */
export const inSnapshot = <Answer>(
  db: Kysely<Tables>,
  read: (db: Kysely<Tables>) => Promise<Answer>,
): Promise<Answer> =>
  db.connection().execute(async (connection) => {
    await BEGIN.execute(connection)
    try {
      return await read(connection)
    } finally {
      await END.execute(connection)
    }
  })
