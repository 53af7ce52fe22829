import pg from 'pg'

/** A question to the database whose rows are of a shape. */
export type Ask = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/** A connection of its own, and how to ask it; what had begun when it is closed is taken back. */
export interface Connection extends AsyncDisposable {
  readonly client: pg.Client
  readonly ask: Ask
}

/** Values leave and arrive as texts that say the same on every server. */
const SPELLED = `set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 3; set bytea_output = 'hex'; set client_encoding = 'UTF8';
  set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`

/** Connects for as long as it takes: there is no time after which a backup is given up. */
export async function connect(url: string): Promise<Connection> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `plenum backup ${process.pid}`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(SPELLED)
  return {
    client,
    ask: async (text, values) => (await client.query(text, [...(values ?? [])])).rows,
    [Symbol.asyncDispose]: () => client.end().catch(() => undefined),
  }
}

/** A name as SQL takes it whatever is in it. */
export const quoted = (name: string): string => pg.escapeIdentifier(name)

/** `public.journal` as SQL takes it. */
export const quotedTable = (table: string): string => {
  const point = table.indexOf('.')
  return `${quoted(table.slice(0, point))}.${quoted(table.slice(point + 1))}`
}
