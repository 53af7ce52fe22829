import type { Ask } from './connecting.ts'

/** The schemas that are ours: our tables, and those of accounts. Of the errands see `errands.ts`. */
export const SCHEMAS = ['public', 'auth'] as const

/** Tables of which no row leaves the database, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'auth.session': 'whoever holds a backup must not be signed in by it',
}

/** Tables of which only some rows leave it. */
export const ONLY: Readonly<Record<string, string>> = {
  // Links in letters that were sent: kept as digests, so that nobody can follow them from here.
  'auth.verification': `identifier like 'magic-link:%'`,
}

/** A table as it stands, and how its rows are asked for. */
export interface TableAsIs {
  /** `public.journal`. */
  readonly name: string
  /** Those that can be written: what is worked out from others is left to the database. */
  readonly columns: readonly { name: string; type: string }[]
}

/** Tables that last, which no extension brought along, in their order. Unlogged ones hold what a crash may lose. */
const TABLES = `
  select n.nspname || '.' || c.relname as name,
    coalesce((
      select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
        order by a.attnum)
      from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ), '[]') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relkind = 'r' and c.relpersistence = 'p'
    and not exists (
      select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
    )
  order by 1`

/** Every table of our schemas. */
export const tablesOf = (ask: Ask): Promise<TableAsIs[]> => ask<TableAsIs>(TABLES, [SCHEMAS])

/** Those of which rows are taken along. */
export const tablesToKeep = async (ask: Ask): Promise<TableAsIs[]> =>
  (await tablesOf(ask)).filter(({ name }) => !Object.hasOwn(LEFT_OUT, name))

/** A sequence, and the last number it gave; those that gave none are left out. */
export interface SequenceAsIs {
  readonly name: string
  readonly last: string
}

/** Sequences stand outside of every snapshot: asked for after it began, they are never behind its rows. */
export const sequencesOf = (ask: Ask): Promise<SequenceAsIs[]> =>
  ask<SequenceAsIs>(
    `select schemaname || '.' || sequencename as name, last_value::text as last
    from pg_sequences
    where schemaname = any($1) and last_value is not null
    order by 1`,
    [SCHEMAS],
  )
