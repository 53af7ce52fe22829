import pg from 'pg'
import { CannotStart } from '../config/cannot-start.ts'

/** The oldest PostgreSQL that Plenum runs on, as `server_version_num` counts. */
const OLDEST = 150_000
const ANSWERS_WITHIN = 5_000

type Variable = 'DATABASE_URL' | 'DATABASE_READ_URL'

/**
 * Makes sure that a named database can carry Plenum.
 *
 * @throws CannotStart naming the variable, what is wrong, and what to do.
 */
export async function mustCarryPlenum(variable: Variable, url: string): Promise<void> {
  const client = await connect(variable, url)
  try {
    const [version] = (await client.query('show server_version_num')).rows
    if (Number(version.server_version_num) < OLDEST) {
      const major = Math.floor(Number(version.server_version_num) / 10_000)
      throw new CannotStart(
        `${variable} names a PostgreSQL ${major}, which is too old: name a PostgreSQL 15 or newer.`,
      )
    }
    if (variable === 'DATABASE_URL') {
      await mustBeWritable(client)
      await mustDeliver(client, url)
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function connect(variable: Variable, url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWERS_WITHIN })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new CannotStart(`${variable}: ${complaint(error as NodeJS.ErrnoException, url)}`)
  }
}

/** Why there is no connection, without the password. */
function complaint(error: NodeJS.ErrnoException, url: string): string {
  const { hostname, port, username, pathname } = new URL(url)
  const server = `${hostname || 'localhost'}:${port || 5432}`
  switch (error.code) {
    case '28P01':
    case '28000':
      return `the server ${server} does not let the user «${username}» in: correct the user or the password.`
    case '3D000':
      return `the server ${server} has no database «${pathname.slice(1)}»: create it, or correct the name.`
    case '53300':
      return `the server ${server} has no connection left: raise its max_connections, or close others.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `no machine is known by the name «${hostname}»: correct the address.`
    case undefined:
      return /timeout/i.test(error.message)
        ? `no PostgreSQL answers at ${server}: start it, or correct the address.`
        : `what answers at ${server} does not let us in as a PostgreSQL would (${error.message}): correct the address.`
    default:
      return /^[0-9A-Z]{5}$/.test(error.code)
        ? `the server ${server} refuses: ${error.message} (${error.code}).`
        : `no PostgreSQL answers at ${server} (${error.code}): start it, or correct the address.`
  }
}

async function mustBeWritable(client: pg.Client) {
  const [about] = (
    await client.query(`select
      pg_is_in_recovery() as replica,
      current_setting('server_encoding') as encoding,
      has_schema_privilege('public', 'create') and has_database_privilege(current_database(), 'create') as may_create,
      current_user as who, current_database() as name`)
  ).rows
  if (about.replica) {
    throw new CannotStart(
      'DATABASE_URL names a replica, which cannot be written: name its primary there, and the replica by DATABASE_READ_URL.',
    )
  }
  if (about.encoding !== 'UTF8') {
    throw new CannotStart(
      `The database «${about.name}» is encoded in ${about.encoding}, which cannot hold all languages: create it with «encoding UTF8 template template0».`,
    )
  }
  if (!about.may_create) {
    throw new CannotStart(
      `The user «${about.who}» may not create tables in the database «${about.name}»: make it the owner by «alter database ${about.name} owner to ${about.who}».`,
    )
  }
}

/** A transaction pooler swallows what LISTEN asks for, and with it every change made by another process. */
async function mustDeliver(client: pg.Client, url: string) {
  const channel = `plenum_${process.pid}`
  const arrived = new Promise<boolean>((resolve) => {
    client.once('notification', () => resolve(true))
    setTimeout(resolve, ANSWERS_WITHIN, false).unref()
  })
  await client.query(`listen ${channel}`)
  const other = await connect('DATABASE_URL', url)
  await other.query(`notify ${channel}`)
  await other.end()
  if (!(await arrived)) {
    throw new CannotStart(
      'DATABASE_URL names a pooler that shares connections between transactions, so notifications are lost: name the server itself, or a pool in session mode.',
    )
  }
}
