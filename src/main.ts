import cluster from 'node:cluster'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { FEATURES } from './app.ts'
import { migrateAccounts } from './platform/accounts/auth/migration.ts'
import { readSettings, type Settings } from './platform/config/settings.ts'
import { locateDatabase } from './platform/database/locate.ts'
import { migrate, migrationsOf } from './platform/database/migrations.ts'
import { mustBeFree } from './platform/process/listening.ts'
import { serve } from './platform/process/serving.ts'
import { askedToStop } from './platform/process/stopping.ts'
import { explain, tell } from './platform/process/terminal.ts'
import { sayServing, startWorkers } from './platform/process/workers.ts'
import { createWorking } from './platform/process/working.ts'
import { loadShipped } from './platform/shipped/load.ts'

/** Beside the built server: `build/client`, and `data` in the project. */
const CLIENT = join(import.meta.dirname, '..', 'client')
const SHIPPED = join(import.meta.dirname, '..', '..', 'data')

/**
 * How long each part of the end may take, in milliseconds, so that the whole stays under five seconds: whoever still
 * waits for a query after the requests have ended is cut off by the server's own end.
 */
const SERVING_ENDS_WITHIN = 3_000
const CONNECTIONS_END_WITHIN = 500
const atMost = (time: number, end: () => Promise<unknown>) => () =>
  Promise.race([end(), sleep(time)]).then(() => undefined)

/** What has begun and must end, the last begun first. */
type Ends = AsyncDisposableStack

/** The first process: database, shape, facts; then it serves, or lets workers serve. */
async function begin(settings: Settings, ends: Ends, onLost: (reason: unknown) => void) {
  await mustBeFree(settings)
  const locating = locateDatabase(settings, { report: tell, onLost })
  ends.defer(async () => (await locating.catch(() => null))?.stop())
  const located = await locating
  tell(`Database: ${located.description}.`)

  const working = createWorking(located, FEATURES, settings)
  ends.defer(atMost(CONNECTIONS_END_WITHIN, working.close))
  const applied = await migrate(working.database.write, migrationsOf(FEATURES))
  await migrateAccounts(working.database.write, located.url)
  if (applied.length > 0) tell(`Database brought up to date in ${applied.length} steps.`)
  const loaded = await loadShipped({ ...working, folder: SHIPPED })
  if (loaded > 0) tell(`Facts that ship with Plenum loaded: ${loaded}.`)

  const { database, perform } = working
  for (const { atStart } of FEATURES) {
    const { publicUrl: origin, demonstration } = settings
    const opened = { read: database.write, perform, origin, demonstration }
    for (const sentence of (await atStart?.(opened)) ?? []) tell(sentence)
  }

  if (settings.workers === 1) {
    ends.defer(atMost(SERVING_ENDS_WITHIN, await serve(working, CLIENT)))
  } else {
    const workers = await startWorkers(settings.workers, located)
    ends.defer(workers.stop)
  }
  tell(`Plenum is at ${settings.publicUrl} (Ctrl-C ends it).`)
}

/** A worker: everything is prepared, it only serves. */
async function joinIn(settings: Settings, ends: Ends) {
  const { databaseUrl: url = '', databaseReadUrl: readUrl } = settings
  const working = createWorking({ url, readUrl }, FEATURES, settings)
  ends.defer(atMost(CONNECTIONS_END_WITHIN, working.close))
  ends.defer(atMost(SERVING_ENDS_WITHIN, await serve(working, CLIENT)))
  sayServing()
}

async function live(settings: Settings) {
  const ends = new AsyncDisposableStack()
  const asked = askedToStop()
  const { promise: lost, reject: onLost } = Promise.withResolvers<never>()
  try {
    const started = cluster.isPrimary ? begin(settings, ends, onLost) : joinIn(settings, ends)
    await Promise.race([started.then(() => asked), asked, lost])
  } finally {
    await ends.disposeAsync()
  }
}

try {
  await live(readSettings())
  process.exit(0)
} catch (error) {
  explain(error)
  process.exit(1)
}
