import type { Kysely, KyselyPlugin } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'

/** The same database, and how many statements have gone through it so far. */
export function counting(db: Kysely<Tables>): { write: Kysely<Tables>; counted(): number } {
  let statements = 0
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      statements += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { write: db.withPlugin(plugin), counted: () => statements }
}
