import { sql } from 'kysely'
import type { Writing } from '../database/tables.ts'
import type { Topic } from './command.ts'

/** The channel on which every process hears what a commit has changed. */
export const CHANNEL = 'plenum'

/** PostgreSQL takes less than 8,000 bytes in a notice. */
const LARGEST = 7_900

/** Topics as the payloads of notices, `{"topics":[…]}`, each small enough for PostgreSQL. */
export function payloadsOf(topics: readonly Topic[]): string[] {
  const payload = JSON.stringify({ topics })
  if (Buffer.byteLength(payload) <= LARGEST) return topics.length === 0 ? [] : [payload]
  if (topics.length === 1) throw new RangeError(`A topic of ${payload.length} bytes is no name`)
  const half = Math.ceil(topics.length / 2)
  return [...payloadsOf(topics.slice(0, half)), ...payloadsOf(topics.slice(half))]
}

/** The topics of a notice's payload; of one that is not ours, none. */
export function topicsOf(payload: string): readonly Topic[] {
  try {
    const { topics } = JSON.parse(payload) as { topics?: unknown }
    return Array.isArray(topics) ? topics.filter((topic) => typeof topic === 'string') : []
  } catch {
    return []
  }
}

/** Tells every process, at the moment of the commit, which topics are no longer as they were. */
export async function notifyTopics(db: Writing, topics: readonly Topic[]): Promise<void> {
  const payloads = payloadsOf([...new Set(topics)])
  if (payloads.length === 0) return
  await sql`select pg_notify(${CHANNEL}, payload) from unnest(${payloads}::text[]) as payload`.execute(
    db,
  )
}
