import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Binaries, majorOf, program } from './binaries.ts'
import type { Identity } from './identity.ts'
import { run } from './program.ts'

/** A data folder of PostgreSQL, and who serves it with which programs. */
export interface Cluster {
  readonly binaries: Binaries
  readonly identity: Identity
  /** Ours alone: it holds `data/` and `server.log`. */
  readonly folder: string
  /** A file only we can read: the port, and the passwords of the two roles. */
  readonly keys: string
}

/** What the keys file holds. */
export interface Keys {
  port: number
  /** Of `postgres`, who makes roles and databases. */
  rootPassword: string
  /** Of `plenum`, who owns the tables and is no superuser, so that what is revoked is out of reach. */
  password: string
}

export const dataOf = (cluster: Pick<Cluster, 'folder'>): string => join(cluster.folder, 'data')

const password = () => randomBytes(24).toString('base64url')

/** A port that nobody listens on at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

export const readKeys = (cluster: Cluster): Keys => JSON.parse(readFileSync(cluster.keys, 'utf8'))

/** Replaces the keys at once: whoever reads them meanwhile sees the old or the new. */
export function writeKeys(cluster: Cluster, keys: Keys): void {
  const fresh = `${cluster.keys}.${process.pid}`
  writeFileSync(fresh, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  renameSync(fresh, cluster.keys)
}

async function createKeys(cluster: Cluster) {
  if (existsSync(cluster.keys)) return
  const fresh = { ...cluster, keys: `${cluster.keys}.${process.pid}.new` }
  writeKeys(fresh, { port: await freePort(), rootPassword: password(), password: password() })
  unlessThere(() => linkSync(fresh.keys, cluster.keys))
  rmSync(fresh.keys)
}

/**
 * Creates the data folder, whole or not at all: a first start that is killed begins again,
 * and of two that run at once one finds the other's.
 */
export async function createCluster(cluster: Cluster): Promise<void> {
  const { folder, identity } = cluster
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid as number)
  await createKeys(cluster)
  if (existsSync(dataOf(cluster))) return
  const unfinished = `${dataOf(cluster)}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  await initialise(cluster, unfinished)
  unlessThere(() => renameSync(unfinished, dataOf(cluster)))
  rmSync(unfinished, { recursive: true, force: true })
}

function unlessThere(make: () => void) {
  try {
    make()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST' && code !== 'ENOTEMPTY' && code !== 'EPERM') throw error
  }
}

async function initialise(cluster: Cluster, data: string) {
  const { folder, identity, binaries } = cluster
  const secret = join(folder, `password.${process.pid}`)
  writeFileSync(secret, readKeys(cluster).rootPassword, { mode: 0o600 })
  if (identity.uid !== undefined) chownSync(secret, identity.uid, identity.gid as number)
  try {
    const { code, said } = await run(
      program(binaries, 'initdb'),
      [
        ...['-D', data, '-U', 'postgres', '--pwfile', secret],
        ...['-A', 'scram-sha-256', '-E', 'UTF8', ...locale(binaries)],
      ],
      { identity, folder },
    )
    if (code !== 0) throw new Error(`PostgreSQL could not make its data folder: ${said}`)
  } finally {
    rmSync(secret, { force: true })
  }
}

/** Text is compared by code points, the same on every machine; people's order is made by the reader's language. */
const locale = (binaries: Binaries) =>
  majorOf(binaries) >= 17
    ? ['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8']
    : ['--locale', 'C.UTF-8']
