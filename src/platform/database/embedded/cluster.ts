import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Binaries, program } from './binaries.ts'
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

export function writeKeys(cluster: Cluster, keys: Keys): void {
  writeFileSync(cluster.keys, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
}

/** Creates the data folder, whole or not at all: a first start that is killed begins again. */
export async function createCluster(cluster: Cluster): Promise<void> {
  const { folder, identity } = cluster
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid as number)
  if (!existsSync(cluster.keys)) {
    writeKeys(cluster, {
      port: await freePort(),
      rootPassword: password(),
      password: password(),
    })
  }
  if (existsSync(dataOf(cluster))) return
  const unfinished = `${dataOf(cluster)}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await initialise(cluster, unfinished)
  await rename(unfinished, dataOf(cluster))
}

async function initialise(cluster: Cluster, data: string) {
  const { folder, identity, binaries } = cluster
  const secret = join(folder, 'password')
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
const locale = ({ major }: Binaries) =>
  major >= 17
    ? ['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8']
    : ['--locale', 'C.UTF-8']
