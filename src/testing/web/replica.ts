import { execFile } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  type Cluster,
  createCluster,
  dataOf,
  freePort,
  readKeys,
  writeKeys,
} from '../../platform/database/embedded/cluster.ts'
import { identityFor } from '../../platform/database/embedded/identity.ts'
import {
  addressOf,
  connectAsRoot,
  createPlenum,
  startServer,
  stopServer,
} from '../../platform/database/embedded/server.ts'
import { DEBIAN_15 } from '../database/postgres.ts'

const BACKUP = join(DEBIAN_15.folder, 'bin', 'pg_basebackup')

/** Whether this machine can make a replica: our own PostgreSQL brings no pg_basebackup. */
export const canReplicate = existsSync(BACKUP)

/** A server and its streaming replica. */
export interface Replicated {
  readonly url: string
  readonly readUrl: string
  /** The replica goes on receiving, and shows nothing new. */
  pause(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

/** Starts a PostgreSQL 15 and a streaming replica of it. */
export async function startReplicated(): Promise<Replicated> {
  const root = await mkdtemp(join(tmpdir(), 'plenum-replica-'))
  chmodSync(root, 0o711)
  const clusterIn = (name: string): Cluster => ({
    binaries: DEBIAN_15,
    identity: identityFor(root),
    folder: join(root, name),
    keys: join(root, `${name}.json`),
  })
  const [primary, replica] = [clusterIn('primary'), clusterIn('replica')]
  await createCluster(primary)
  await startServer(primary, { fsync: 'off' })
  await createPlenum(primary)

  const keys = readKeys(primary)
  writeKeys(replica, { ...keys, port: await freePort() })
  mkdirSync(replica.folder, { mode: 0o700 })
  const { uid, gid } = replica.identity
  if (uid !== undefined && gid !== undefined) chownSync(replica.folder, uid, gid)
  const source = addressOf(keys, 'postgres')
  await promisify(execFile)(
    BACKUP,
    ['-d', source, '-D', dataOf(replica), '-R', '-X', 'stream', '-c', 'fast'],
    { ...replica.identity, cwd: replica.folder },
  )
  await startServer(replica, { fsync: 'off' })

  const asRoot = async (question: string) => {
    const client = await connectAsRoot(readKeys(replica))
    await client.query(question)
    await client.end()
  }
  return {
    url: addressOf(readKeys(primary), 'plenum'),
    readUrl: addressOf(readKeys(replica), 'plenum'),
    pause: () => asRoot('select pg_wal_replay_pause()'),
    resume: () => asRoot('select pg_wal_replay_resume()'),
    async stop() {
      await stopServer(replica)
      await stopServer(primary)
      await rm(root, { recursive: true, force: true })
    },
  }
}
