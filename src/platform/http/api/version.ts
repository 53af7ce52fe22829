import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { httpDate, instantOf } from '../site/http-date.ts'

/** Which state of everything a reading saw. */
export interface Version {
  /** Another word after every change. */
  readonly word: string
  /** The last change, or the beginning of the day whose names are said. */
  readonly at: Temporal.Instant
}

/**
 * The state of the record inside a snapshot. Sealed entries are complete, so the last seal and the number of entries
 * that wait for the next one change with every deed, even where a slower one with a lower number comes later.
 */
export async function versionOf(db: Kysely<Tables>, today: string): Promise<Version> {
  const { rows } = await sql<{ word: string; at: Temporal.Instant | null }>`select
    concat_ws('.',
      coalesce((select max(number) from journal_seal), 0),
      (select count(*) from journal_unsealed),
      coalesce((select max(seq) from journal), 0)) as word,
    greatest(
      (select at from journal_seal order by number desc limit 1),
      (select max(at) from journal join journal_unsealed using (seq))) as at`.execute(db)
  const { word = '', at = null } = rows[0] ?? {}
  const morning = Temporal.Instant.from(`${today}T00:00Z`)
  return { word, at: at && Temporal.Instant.compare(at, morning) > 0 ? at : morning }
}

/** A strong entity tag: the same bytes as long as it is the same. */
export const tagFor = (...what: readonly unknown[]): string =>
  `"${createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22)}"`

/** Whether the caller has the very answer already (RFC 9110 §13.2.2). */
export function isUnchanged(
  { headers }: Pick<IncomingMessage, 'headers'>,
  tag: string,
  at: Temporal.Instant,
): boolean {
  const known = headers['if-none-match']
  if (known !== undefined) {
    const tags = known.split(',').map((one) => one.trim().replace(/^W\//, ''))
    return known.trim() === '*' || tags.includes(tag)
  }
  const since = instantOf(headers['if-modified-since'])
  return since !== null && Temporal.Instant.compare(instantOf(httpDate(at)) ?? at, since) <= 0
}
