import type { Kysely, Transaction } from 'kysely'

/**
 * Every table of the database. The feature that owns a table adds it here, in its `queries.ts`:
 * `declare module '../../platform/database/tables.ts' { interface Tables { session: SessionRow } }`.
 */
export interface Tables {
  /** Which migrations this database has seen. */
  migration: { name: string; digest: string; at: Temporal.Instant }
}

/** A connection that may read: inside a page, one read-only repeatable-read transaction. */
export type Reading = Kysely<Tables>

/** The transaction of a command: there is no way to reach around it. */
export type Writing = Transaction<Tables>
