import { LEFT_OUT, ONLY, tablesOf } from '../../platform/backup/catalogue.ts'
import { connect, quotedTable } from '../../platform/backup/connecting.ts'

/**
 * Rows and digest of every table of a database that a backup keeps; numbers of transactions are the server's own.
 *
 * @param until the number of the last entry of the journal to look at.
 */
export async function digestsOf(
  url: string,
  until = Number.MAX_SAFE_INTEGER,
): Promise<Readonly<Record<string, string>>> {
  await using connection = await connect(url)
  const { ask } = connection
  const digests: Record<string, string> = {}
  for (const { name } of await tablesOf(ask)) {
    if (Object.hasOwn(LEFT_OUT, name)) continue
    const rule = /^public\.journal(_salt|_unsealed)?$/.test(name) ? `seq <= ${until}` : ONLY[name]
    const [sum] = await ask<{ rows: number; digest: string }>(
      `select count(*)::int as rows,
        encode(sha256(convert_to(coalesce(string_agg(row, e'\\n' order by row), ''), 'UTF8')), 'hex') as digest
      from (select (to_jsonb(t) - 'xid')::text as row from ${quotedTable(name)} as t
        ${rule ? `where ${rule}` : ''}) as rows`,
    )
    digests[name] = `${sum?.rows} rows, ${sum?.digest}`
  }
  return digests
}
