import type { Kysely, KyselyPlugin } from 'kysely'
import { earliest } from '../../../kernel/time.ts'
import type { Tables } from '../../database/tables.ts'
import type { Found } from '../addresses/addresses.ts'
import type { AnySection, Viewer } from '../page.ts'

/** What one reading found, and what it cost. */
export interface Reading {
  /** Null: no such thing, a 404. */
  facts: unknown
  sections: readonly { section: AnySection; facts: unknown }[]
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

/** Reads a page and what later features add to it, in one read-only transaction that sees one moment. */
export function readOnce(
  db: Kysely<Tables>,
  found: Found,
  query: unknown,
  viewer: Viewer,
): Promise<Reading> {
  const { reads, params, sections } = found
  const { plugin, counted } = counting()
  return db
    .withPlugin(plugin)
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const facts = await reads.read(transaction, { params, query, viewer })
      if (facts === null) return { facts, sections: [], until: null, queries: counted() }
      const read: { section: AnySection; facts: unknown }[] = []
      for (const section of sections) {
        const found = await section.read(transaction, { params, viewer })
        if (found !== null) read.push({ section, facts: found })
      }
      const changes = [
        reads.until?.(facts, viewer.now),
        ...read.map(({ section, facts }) => section.until?.(facts, viewer.now)),
      ]
      return {
        facts,
        sections: read,
        until: earliest(changes.filter((instant) => instant != null)),
        queries: counted(),
      }
    })
}
