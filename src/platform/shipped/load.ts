import { type Kysely, sql } from 'kysely'
import { LOADER } from '../../kernel/actor.ts'
import type { Asked, PerformAll } from '../command/many/all-or-none.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { Feature } from '../feature.ts'
import { digestOf } from '../journal/canonical.ts'
import { type Fact, readFacts } from './facts.ts'

declare module '../database/tables.ts' {
  interface Tables {
    shipped: { file: string; item: string; digest: string }
  }
}

/** What loading needs. */
export interface Loading {
  database: Pick<Database, 'write'>
  features: readonly Feature[]
  performAll: PerformAll
  /** The folder of the facts, `data`. */
  folder: string
}

/** Any number; all processes of Plenum use the same one, so that only one loads at a time. */
const LOCK = 7_536_861_103

type Digested = Fact & { digest: string }

/** Facts that are performed at once. */
const AT_ONCE = 500

/**
 * Performs the commands of every fact that says something else than when it was last loaded: what people have
 * changed since stays, until the file changes too. Answers how many facts were loaded; where no file has changed,
 * it asks the database once.
 *
 * @throws Error naming the first fact that is refused; then none is loaded.
 */
export async function loadShipped({
  database,
  features,
  performAll,
  folder,
}: Loading): Promise<number> {
  const facts = readFacts(features, folder).map((fact) => ({
    ...fact,
    digest: digestOf([fact.command.name, fact.input]),
  }))
  if ((await changedAmong(database.write, facts)).length === 0) return 0

  return database.write.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(LOCK)})`.execute(connection)
    try {
      const changed = await changedAmong(connection, facts)
      await load(changed, performAll)
      await remember(connection, changed)
      return changed.length
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(LOCK)})`.execute(connection)
    }
  })
}

async function changedAmong(db: Kysely<Tables>, facts: readonly Digested[]): Promise<Digested[]> {
  const rows = await db.selectFrom('shipped').selectAll().execute()
  const loaded = new Map(rows.map(({ file, item, digest }) => [`${file} ${item}`, digest]))
  return facts.filter(({ file, item, digest }) => loaded.get(`${file} ${item}`) !== digest)
}

async function load(facts: readonly Fact[], performAll: PerformAll): Promise<void> {
  async function* batches() {
    for (let at = 0; at < facts.length; at += AT_ONCE) {
      yield facts.slice(at, at + AT_ONCE).map((fact): Asked<Fact> => ({ ...fact, from: fact }))
    }
  }
  await performAll<Fact>(LOADER, batches, ({ from: { file, item }, refusal }) => {
    const fields = refusal.fields.map(({ path, code }) => `${path.join('.')} ${code}`)
    const why = [refusal.code, ...fields].join(', ')
    throw new Error(`The shipped fact ${item} of ${file} was refused: ${why}`, { cause: refusal })
  })
}

/** After the deeds: whoever is killed in between performs them again, and finds them done. */
async function remember(db: Kysely<Tables>, facts: readonly Digested[]) {
  await sql`insert into shipped (file, item, digest)
    select * from unnest(
      ${facts.map(({ file }) => file)}::text[],
      ${facts.map(({ item }) => item)}::text[],
      ${facts.map(({ digest }) => digest)}::text[]
    )
    on conflict (file, item) do update set digest = excluded.digest`.execute(db)
}
