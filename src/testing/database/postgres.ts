import { chmodSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { FEATURES } from '../../app.ts'
import { migrateAccounts } from '../../platform/accounts/auth/migration.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { type Binaries, ownBinaries } from '../../platform/database/embedded/binaries.ts'
import { type Cluster, createCluster, readKeys } from '../../platform/database/embedded/cluster.ts'
import { identityFor } from '../../platform/database/embedded/identity.ts'
import {
  addressOf,
  connectAsRoot,
  createPlenum,
  startServer,
  stopServer,
} from '../../platform/database/embedded/server.ts'
import { migrate, migrationsOf } from '../../platform/database/migrations.ts'

/** Where Debian puts the oldest PostgreSQL that Plenum promises to run on. */
export const DEBIAN_15: Binaries = { folder: '/usr/lib/postgresql/15', version: '15' }

const TEMPLATE = 'plenum'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the migrated database from which each test file clones its own. */
    template: string
  }
}

/** Starts one PostgreSQL for all tests of a project; what they lose in a power cut, nobody misses. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'plenum-test-'))
  chmodSync(home, 0o711)
  const cluster: Cluster = {
    binaries: project.name === 'database-15' ? DEBIAN_15 : ownBinaries(),
    identity: identityFor(home),
    folder: join(home, 'postgres'),
    keys: join(home, 'keys.json'),
  }
  await createCluster(cluster)
  await startServer(cluster, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' })
  await createPlenum(cluster)
  const root = await connectAsRoot(readKeys(cluster))
  await root.query('alter role plenum createdb')
  await root.end()
  const template = addressOf(readKeys(cluster), 'plenum', TEMPLATE)
  const database = openDatabase({ url: template })
  await migrate(database.write, migrationsOf(FEATURES))
  await migrateAccounts(database.write, template)
  await database.close()
  project.provide('template', template)
  return async () => {
    await stopServer(cluster)
    await rm(home, { recursive: true, force: true })
  }
}
