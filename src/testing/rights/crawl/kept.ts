import { sql } from 'kysely'
import type { Canary, Stage } from '../stage/stage.ts'

/** In which tables something stands that a canary tells of: `participant: the name of a member`. */
export async function keptIn({ w }: Stage, canaries: readonly Canary[]): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'auth', 'pgboss')
    order by 1, 2`.execute(w.database.write)
  const found: string[] = []
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ text: string }>`
      select whole::text as text from ${sql.table(`${schema}.${name}`)} as whole`.execute(
      w.database.write,
    )
    const text = rows.map((row) => row.text).join('\n')
    for (const { of, pattern } of canaries) if (pattern.test(text)) found.push(`${name}: ${of}`)
  }
  return found
}
