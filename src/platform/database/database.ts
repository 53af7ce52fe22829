import {
  CamelCasePlugin,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely'
import pg from 'pg'
import { planned } from './planned.ts'
import type { Reading, Tables } from './tables.ts'
import { arriving, instantsLeaveAsText } from './values.ts'

/** The database as the rest of Plenum sees it. */
export interface Database {
  /** For commands, and for readers with rights of their own. */
  readonly write: Kysely<Tables>
  /** For anonymous readers: the replica where there is one, else the same server through other connections. */
  readonly read: Reading
  /** Whether `read` may lag behind `write`. */
  readonly replicated: boolean
  /** Connects a client of its own, for LISTEN; whoever asks ends it, and hears from its `error` and `end`. */
  listen(): Promise<pg.Client>
  /** Waits for the queries under way and closes every connection of the two pools. */
  close(): Promise<void>
}

/** Where the database is. */
export interface DatabaseAddress {
  /** `postgres://user:password@host:port/name`. */
  url: string
  /** A replica for anonymous readers. */
  readUrl?: string | undefined
  /** Connections of each pool, at most; 10 when nothing is said. */
  connections?: number
}

const CONNECT_WITHIN = 10_000

const connection = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: `plenum ${process.pid}`,
  connectionTimeoutMillis: CONNECT_WITHIN,
  keepAlive: true,
  types: arriving,
})

const pool = (url: string, connections: number) => {
  const made = new pg.Pool({ ...connection(url), max: connections, idleTimeoutMillis: 60_000 })
  // A connection that breaks is replaced at the next query; without listeners its error would end the process.
  made.on('error', () => undefined)
  made.on('connect', (client) => client.on('error', () => undefined))
  return made
}

const kysely = (made: PostgresPool) =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: made }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true }), instantsLeaveAsText],
  })

/** The same questions over a connection that somebody else opened and closes: within the transaction it has begun. */
export const overClient = (client: pg.Client): Kysely<Tables> => {
  const query = client.query.bind(client) as PostgresPoolClient['query']
  return kysely({
    connect: async () => ({ query, release: () => undefined }),
    end: async () => undefined,
    options: {},
  })
}

/** Opens the pools; nothing is connected before the first query. */
export function openDatabase({ url, readUrl, connections = 10 }: DatabaseAddress): Database {
  const write = kysely(planned(pool(url, connections)))
  const read = kysely(planned(pool(readUrl ?? url, connections)))
  return {
    write,
    read,
    replicated: readUrl !== undefined,
    async listen() {
      const client = new pg.Client(connection(url))
      await client.connect()
      return client
    },
    async close() {
      await Promise.all([write.destroy(), read.destroy()])
    },
  }
}
