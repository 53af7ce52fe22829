import { sql } from 'kysely'
import type { Reading } from '../../platform/database/tables.ts'

const ACCOUNT = /^account\/([0-9a-f-]{36})$/

/** The names of those who did something, by what the deed says of them: `account/0190…`. Others have none. */
export async function namesOfMakers(
  db: Reading,
  makers: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const accounts = [...new Set(makers.flatMap((by) => ACCOUNT.exec(by ?? '')?.[1] ?? []))]
  if (accounts.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['account', 'name'])
    .where('account', '=', sql<string>`any(${accounts}::uuid[])`)
    .execute()
  return new Map(rows.map(({ account, name }) => [`account/${account}`, name]))
}
