import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Asked so often, a statement gets a name. */
const OFTEN = 16
/** PostgreSQL keeps what it knows by name in the memory of each connection. */
const MOST_NAMES = 200
const MOST_COUNTED = 400
/** Statements that write many rows differ by how many they are: they would take all names. */
const MOST_VALUES = 256

/** What PostgreSQL says of a plan whose tables have changed since (feature_not_supported). */
export const STALE_PLAN = '0A000'

/** The names under which statements are known that are asked again and again. */
export interface Names {
  /** Undefined: the statement is not asked often enough, or all names are given. */
  nameOf(text: string): string | undefined
  /** Gives every statement another name from now on. */
  renew(): void
}

export function createNames(): Names {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  let generation = 0
  return {
    nameOf(text) {
      const known = names.get(text)
      if (known || names.size === MOST_NAMES) return known
      const count = (counts.get(text) ?? 0) + 1
      if (counts.size === MOST_COUNTED) counts.clear()
      counts.set(text, count)
      if (count < OFTEN) return undefined
      counts.delete(text)
      const name = `plenum-${generation}-${names.size}`
      names.set(text, name)
      return name
    },
    renew() {
      names.clear()
      generation += 1
    },
  }
}

/**
 * Lets PostgreSQL keep the plans of what is asked again and again, instead of reading and planning it anew each time. A
 * plan that has become stale is made anew: at once, or within a transaction when that is tried again.
 */
export function planned(pool: pg.Pool, names = createNames()): PostgresPool {
  const queryOver = (client: pg.PoolClient) => async (text: string, values: readonly unknown[]) => {
    const fits = values.length > 0 && values.length <= MOST_VALUES
    const name = fits ? names.nameOf(text) : undefined
    try {
      return await client.query({ ...(name && { name }), text, values: [...values] })
    } catch (error) {
      const isStale = name !== undefined && (error as { code?: string }).code === STALE_PLAN
      if (!isStale) throw error
      names.renew()
      if (client.getTransactionStatus() !== 'I') throw error
      return client.query(text, [...values])
    }
  }
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const query: unknown = queryOver(client)
      return {
        query: query as PostgresPoolClient['query'],
        release: (destroy) => client.release(destroy),
      }
    },
  }
}
