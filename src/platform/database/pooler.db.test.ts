import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { cloneDatabase } from '../../testing/database/database.ts'
import { freePort } from './embedded/cluster.ts'
import { identityFor } from './embedded/identity.ts'
import { mustCarryPlenum } from './reach.ts'

const PGBOUNCER = '/usr/sbin/pgbouncer'

const settings = (
  folder: string,
  port: number,
  { hostname, port: upstream, pathname, username, password }: URL,
  mode: string,
) => `
[databases]
pooled = host=${hostname} port=${upstream} dbname=${pathname.slice(1)} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
ignore_startup_parameters = extra_float_digits
logfile = ${folder}/log
`

/** Puts a pooler before a database of its own, in one of its modes. */
async function pooled(mode: 'session' | 'transaction', ends: AsyncDisposableStack) {
  const database = await cloneDatabase()
  ends.defer(() => database.close())
  const folder = await mkdtemp(join(tmpdir(), 'plenum-pooler-'))
  ends.defer(() => rm(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o777)
  const port = await freePort()
  const file = join(folder, 'pooler.ini')
  await writeFile(file, settings(folder, port, new URL(database.url), mode))
  const pooler = spawn(PGBOUNCER, [file], { ...identityFor(folder), cwd: folder, stdio: 'ignore' })
  ends.defer(async () => {
    pooler.kill('SIGKILL')
    if (pooler.exitCode === null) await once(pooler, 'exit')
  })
  while (!(await listens(port))) await sleep(50)
  return `postgres://anybody@127.0.0.1:${port}/pooled`
}

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

describe.runIf(existsSync(PGBOUNCER))('behind a pooler', () => {
  it('that shares connections between transactions, changes would be lost: refused in a sentence', async () => {
    await using ends = new AsyncDisposableStack()
    const url = await pooled('transaction', ends)
    await expect(mustCarryPlenum('DATABASE_URL', url)).rejects.toThrow(
      /^DATABASE_URL names a pooler that shares/,
    )
  })

  it('that keeps a connection for a session, they arrive', async () => {
    await using ends = new AsyncDisposableStack()
    const url = await pooled('session', ends)
    await expect(mustCarryPlenum('DATABASE_URL', url)).resolves.toBeUndefined()
  })
})
