import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { program } from './binaries.ts'
import { type Cluster, dataOf, freePort, type Keys, readKeys, writeKeys } from './cluster.ts'
import { run } from './program.ts'

/** How long a server may take to recover from a kill before we give up. */
const PATIENCE = 60_000

/** Options of the server beyond PostgreSQL's own defaults. */
export type ServerOptions = Readonly<Record<string, string>>

/** Our server: for this machine only, with a password, quiet. */
const options = (port: number, more: ServerOptions) => {
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_checkpoints: 'off',
    max_connections: '200',
    ...more,
  }
  return Object.entries(all)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
}

/** The address of a database of this server, for one of its two roles. */
export const addressOf = (
  keys: Keys,
  role: 'postgres' | 'plenum',
  database: string = role,
): string =>
  `postgres://${role}:${role === 'plenum' ? keys.password : keys.rootPassword}@127.0.0.1:${keys.port}/${database}`

/** Connects as the one who makes roles and databases. */
export async function connectAsRoot(keys: Keys): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: addressOf(keys, 'postgres'),
    connectionTimeoutMillis: 5_000,
    ssl: false,
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Whether a server answers there with our password and serves our folder. */
async function serves(cluster: Cluster): Promise<boolean> {
  try {
    const client = await connectAsRoot(readKeys(cluster))
    try {
      const { rows } = await client.query('show data_directory')
      return rows[0].data_directory === dataOf(cluster)
    } finally {
      await client.end()
    }
  } catch {
    return false
  }
}

/** The process that the server's own note names, if it lives; a note outlives a kill, and then names anybody. */
function postmaster(cluster: Cluster): number | null {
  try {
    const pid = Number(readFileSync(join(dataOf(cluster), 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? -1 : null
  }
}

/**
 * Starts the server, or adopts the living one that a killed process left behind.
 * Recovers by itself from a kill of either.
 */
export async function startServer(cluster: Cluster, more: ServerOptions = {}): Promise<void> {
  const deadline = Temporal.Now.instant().add({ milliseconds: PATIENCE })
  for (let attempt = 1; ; attempt += 1) {
    if (postmaster(cluster) !== null && (await serves(cluster))) return
    const before = logged(cluster).length
    const { code, said } = await pgCtl(cluster, 'start', [
      ...['-l', logOf(cluster), '-t', '20'],
      ...['-o', options(readKeys(cluster).port, more)],
    ])
    if (code === 0 && (await serves(cluster))) return
    const complaint = logged(cluster).subarray(before).toString()
    if (Temporal.Instant.compare(Temporal.Now.instant(), deadline) > 0) {
      throw new Error(`PostgreSQL did not start: ${said}\n${complaint}`)
    }
    if (/could not bind|address already in use/i.test(complaint)) {
      writeKeys(cluster, { ...readKeys(cluster), port: await freePort() })
    } else if (attempt > 1) {
      forgetStranger(cluster)
    }
    await sleep(200)
  }
}

/** A note that names a process which is no PostgreSQL (its number was given away again) must not stop us. */
function forgetStranger(cluster: Cluster) {
  const pid = postmaster(cluster)
  const name = `/proc/${pid}/comm`
  if (pid !== null && existsSync(name) && !readFileSync(name, 'utf8').startsWith('postgres')) {
    rmSync(join(dataOf(cluster), 'postmaster.pid'), { force: true })
  }
}

const logOf = (cluster: Cluster) => join(cluster.folder, 'server.log')
const logged = (cluster: Cluster) =>
  existsSync(logOf(cluster)) ? readFileSync(logOf(cluster)) : Buffer.alloc(0)

/** Stops the server: sessions are ended, and what was acknowledged is on the disk. */
export async function stopServer(cluster: Cluster): Promise<void> {
  await pgCtl(cluster, 'stop', ['-m', 'fast', '-t', '30'])
}

const pgCtl = (cluster: Cluster, verb: 'start' | 'stop', args: readonly string[]) =>
  run(
    program(cluster.binaries, 'pg_ctl'),
    [verb, '-D', dataOf(cluster), '-w', '--silent', ...args],
    cluster,
  )

/** Makes the role that owns the tables, and its database. */
export async function createPlenum(cluster: Cluster): Promise<void> {
  const keys = readKeys(cluster)
  const client = await connectAsRoot(keys)
  try {
    const { rows } = await client.query(`select
      exists (select from pg_roles where rolname = 'plenum') as role,
      exists (select from pg_database where datname = 'plenum') as database`)
    if (!rows[0].role) {
      await client.query(`create role plenum login password '${keys.password}'`)
    }
    if (!rows[0].database) await client.query('create database plenum owner plenum')
  } finally {
    await client.end()
  }
}
