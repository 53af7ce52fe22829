import { getMigrations } from 'better-auth/db/migration'
import { type Kysely, sql } from 'kysely'
import { MIGRATING } from '../../database/migrations.ts'
import type { Tables } from '../../database/tables.ts'
import { type AuthParts, openAuthDatabase, optionsOf } from './auth.ts'

/** Tables are made from how better-auth is set up; who comes in by it does not matter to them. */
const unused: Omit<AuthParts, 'database'> = {
  secret: 'no session is ever signed with this one',
  publicUrl: 'http://localhost',
  log: { error: () => undefined, warn: () => undefined },
  hooks: { standing: async () => null, note: async () => undefined },
}

/**
 * Brings the tables of better-auth to the shape that its version wants, by its own way, while nobody else migrates.
 * Answers how many of them were made or changed.
 *
 * @param url the address of the same database.
 */
export const migrateAccounts = (db: Kysely<Tables>, url: string): Promise<number> =>
  db.connection().execute(async (connection) => {
    const database = openAuthDatabase(url)
    await sql`select pg_advisory_lock(${sql.lit(MIGRATING)})`.execute(connection)
    try {
      const missing = await getMigrations(optionsOf({ ...unused, database }))
      await missing.runMigrations()
      return missing.toBeCreated.length + missing.toBeAdded.length
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(MIGRATING)})`.execute(connection)
      await database.destroy()
    }
  })
