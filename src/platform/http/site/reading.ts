import { type Kysely, type KyselyPlugin, sql } from 'kysely'
import { earliest } from '../../../kernel/time.ts'
import type { Tables } from '../../database/tables.ts'
import type { Feature } from '../../feature.ts'
import type { Found } from '../addresses/addresses.ts'
import type { AnySection, Viewer } from '../page.ts'

/** What one reading found, and what it cost. */
export interface Reading {
  /** Null: no such thing, a 404. */
  facts: unknown
  sections: readonly { section: AnySection; facts: unknown }[]
  /** How many notices the reader has not read; null where nobody knows who reads. */
  unread: number | null
  /** The next instant at which time alone changes what was read. */
  until: Temporal.Instant | null
  queries: number
}

/** Counts every query that passes. */
function counting(): { plugin: KyselyPlugin; counted: () => number } {
  let queries = 0
  return {
    counted: () => queries,
    plugin: {
      transformQuery({ node }) {
        queries += 1
        return node
      },
      transformResult: async ({ result }) => result,
    },
  }
}

const BEGIN = sql`start transaction isolation level repeatable read, read only`
const END = sql`commit`

/**
 * Reads a page and what later features add to it, in one read-only transaction that sees one moment. Nobody waits for
 * its end, for there is nothing to keep; the connection does.
 */
export function readOnce(
  db: Kysely<Tables>,
  found: Found,
  query: unknown,
  viewer: Viewer,
  unreadOf: Feature['unread'],
): Promise<Reading> {
  const { promise, resolve, reject } = Promise.withResolvers<Reading>()
  const { plugin, counted } = counting()
  db.connection()
    .execute(async (connection) => {
      await BEGIN.execute(connection)
      try {
        const db = connection.withPlugin(plugin)
        const read = await readAll(db, found, query, viewer)
        const isPage = found.reads.kind === 'page' && viewer.actor.kind === 'account'
        const unread = isPage ? ((await unreadOf?.(db, viewer.actor.id)) ?? null) : null
        resolve({ ...read, unread, queries: counted() })
      } finally {
        await END.execute(connection)
      }
    })
    .catch(reject)
  return promise
}

async function readAll(
  db: Kysely<Tables>,
  { reads, params, sections }: Found,
  query: unknown,
  viewer: Viewer,
): Promise<Omit<Reading, 'queries' | 'unread'>> {
  const facts = await reads.read(db, { params, query, viewer })
  if (facts === null) return { facts, sections: [], until: null }
  const read: { section: AnySection; facts: unknown }[] = []
  for (const section of sections) {
    const found = await section.read(db, { params, viewer })
    if (found !== null) read.push({ section, facts: found })
  }
  const changes = [
    reads.until?.(facts, viewer.now),
    ...read.map(({ section, facts }) => section.until?.(facts, viewer.now)),
  ]
  return { facts, sections: read, until: earliest(changes.filter((instant) => instant != null)) }
}
