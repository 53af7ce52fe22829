import { CannotStart } from '../../config/cannot-start.ts'
import { SCHEMAS, tablesOf } from '../catalogue.ts'
import type { Ask } from '../connecting.ts'

/**
 * Makes sure that nothing is lost that nobody meant to lose: whoever replaces what there is must call the database by
 * its name.
 *
 * @param replace the name that was written, or null where nothing is to be replaced.
 * @throws CannotStart naming the database, and what it holds.
 */
export async function mustBeMeant(ask: Ask, replace: string | null): Promise<void> {
  const [{ name } = { name: '' }] = await ask<{ name: string }>('select current_database() as name')
  const held = await whatItHolds(ask)
  if (replace === null && held !== null) {
    throw new CannotStart(
      `The database «${name}» is not empty (${held}). To replace all of it by the backup, write its name: --replace ${name}`,
    )
  }
  if (replace !== null && replace !== name) {
    throw new CannotStart(
      `The database is called «${name}», not «${replace}»: nothing was replaced.`,
    )
  }
}

/** What of ours stands in the database, for people; null: nothing that anybody did. */
async function whatItHolds(ask: Ask): Promise<string | null> {
  const tables = new Set((await tablesOf(ask)).map(({ name }) => name))
  if (tables.size === 0) return null
  if (!tables.has('public.migration')) return `tables: ${tables.size}, none of them of Plenum`
  const deeds = tables.has('public.journal')
    ? await ask<{ deeds: number; last: string }>(
        `select count(*)::int as deeds, to_char(max(at), 'YYYY-MM-DD HH24:MI "UTC"') as last from public.journal`,
      )
    : []
  const accounts = tables.has('auth.user') ? await ask('select from auth."user" limit 1') : []
  const [done] = deeds
  if (accounts.length === 0 && (done?.deeds ?? 0) === 0) return null
  return done?.last ? `entries in its journal: ${done.deeds}, the last of ${done.last}` : 'accounts'
}

/** What stands in our schemas and belongs to no extension, as statements that remove it. */
const EVERYTHING = `
  select statement from (
    select 1 as turn, format('drop %s if exists %I.%I cascade', case c.relkind
      when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
      when 'f' then 'foreign table' else 'table' end, n.nspname, c.relname) as statement, c.oid, 'pg_class'::regclass as class
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    union all
    select 2, format('drop routine if exists %s cascade', p.oid::regprocedure), p.oid, 'pg_proc'::regclass
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any($1)
    union all
    select 3, format('drop type if exists %s cascade', t.oid::regtype), t.oid, 'pg_type'::regclass
    from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where n.nspname = any($1) and t.typtype in ('e', 'd', 'r') or t.typtype = 'c' and n.nspname = any($1)
      and exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c')
  ) as one
  where not exists (
    select from pg_depend d where d.classid = one.class and d.objid = one.oid and d.deptype in ('e', 'i')
  )
  order by turn, statement`

/** Removes everything of ours, in the transaction that brings the other. */
export async function removeEverything(ask: Ask): Promise<void> {
  for (const { statement } of await ask<{ statement: string }>(EVERYTHING, [SCHEMAS])) {
    await ask(statement)
  }
}
