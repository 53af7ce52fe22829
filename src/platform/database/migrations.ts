import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { CannotStart } from '../config/cannot-start.ts'
import type { Tables } from './tables.ts'

/** A step of the database's shape: plain SQL that never changes once it has landed. */
export interface Migration {
  /** Folder and file: `programme/20261123-programme`. */
  name: string
  sql: string
}

/** The lock of whoever migrates. Any number; all processes of Plenum use the same one, so that only one does at a time. */
export const MIGRATING = 7_536_861_101

/** Bundled with the server, so that a build needs no source beside it. */
const FILES: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>('./migrations/*.sql', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../features/*/migrations/*.sql', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
}

const ownerOf = (path: string) => /features\/([^/]+)\//.exec(path)?.[1] ?? 'platform'

/** Every migration in the order in which it is applied: the platform's, then each feature's; by name within. */
export function migrationsOf(features: readonly { name: string }[]): Migration[] {
  const paths = Object.keys(FILES).sort()
  return ['platform', ...features.map((feature) => feature.name)].flatMap((owner) =>
    paths
      .filter((path) => ownerOf(path) === owner)
      .map((path) => ({
        name: `${owner}/${basename(path, '.sql')}`,
        sql: FILES[path] as string,
      })),
  )
}

/** What tells a step from another of the same name. */
export const digestOfMigration = ({ sql: text }: Pick<Migration, 'sql'>): string =>
  createHash('sha256').update(text).digest('hex')

/** Notes which steps a database has seen. */
export const MIGRATIONS = `create table if not exists migration (
  name text primary key,
  digest text not null,
  at timestamptz not null default clock_timestamp()
)`

/**
 * Brings the database to the shape that this version of Plenum knows, each step in a transaction of its own.
 * Answers the names of the steps that were applied.
 *
 * @throws CannotStart where the database knows a step that this version does not, or knows it otherwise.
 */
export const migrate = (db: Kysely<Tables>, migrations: readonly Migration[]): Promise<string[]> =>
  db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(MIGRATING)})`.execute(connection)
    try {
      return await applyMissing(connection, migrations)
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(MIGRATING)})`.execute(connection)
    }
  })

async function applyMissing(db: Kysely<Tables>, migrations: readonly Migration[]) {
  await sql.raw(MIGRATIONS).execute(db)
  const applied = await db.selectFrom('migration').select(['name', 'digest']).execute()
  refuseUnknown(applied, migrations)

  const missing = migrations.filter(({ name }) => applied.every((one) => one.name !== name))
  for (const migration of missing) {
    const digest = digestOfMigration(migration)
    await db.transaction().execute(async (transaction) => {
      await sql.raw(migration.sql).execute(transaction)
      await sql`insert into migration (name, digest) values (${migration.name}, ${digest})`.execute(
        transaction,
      )
    })
  }
  return missing.map(({ name }) => name)
}

function refuseUnknown(
  applied: readonly { name: string; digest: string }[],
  migrations: readonly Migration[],
) {
  for (const { name, digest: seen } of applied) {
    const known = migrations.find((one) => one.name === name)
    if (!known) {
      throw new CannotStart(
        `This is a database of a newer Plenum (it knows the step ${name}): start that version, or name another database by DATABASE_URL or another folder by PLENUM_HOME.`,
      )
    }
    if (digestOfMigration(known) !== seen) {
      throw new CannotStart(
        `This is a database of another Plenum (its step ${name} differs from ours): start the version that wrote it, or name another database by DATABASE_URL or another folder by PLENUM_HOME.`,
      )
    }
  }
}
