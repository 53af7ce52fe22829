import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../../config/cannot-start.ts'
import { majorOf } from './binaries.ts'
import { createCluster, dataOf, readKeys } from './cluster.ts'
import { claim } from './guard.ts'
import { type Place, placeOf } from './place.ts'
import { addressOf, createPlenum, startServer, stopServer } from './server.ts'

/** The PostgreSQL that comes with us, running. */
export interface EmbeddedServer {
  /** The address of Plenum's database, with its password. */
  readonly url: string
  /** Ends the server if this process started or adopted it; in the hands of another process it goes on. */
  stop(): Promise<void>
}

/** How to open the embedded server. */
export interface Opening {
  /** The folder that `openHome` has made. */
  home: string
  /** Hears of every step that takes a person's time. */
  report(sentence: string): void
  /** A short command beside a running Plenum uses its server instead of refusing. */
  beside?: boolean
  /** Hears that the server ended by itself and could not be started again. */
  onLost?(reason: unknown): void
}

/**
 * Starts PostgreSQL in the home folder, or adopts the one that a killed process left behind, and claims it.
 * A server that ends while we live is started again.
 *
 * @throws CannotStart where another process owns the folder, or its data are of another PostgreSQL.
 */
export async function openEmbedded(opening: Opening): Promise<EmbeddedServer> {
  const { home, report, beside = false, onLost = () => undefined } = opening
  const place = placeOf(home)
  refuseOtherMajor(place)
  if (place.elsewhere) {
    report(
      `PostgreSQL runs as another user than root, who cannot enter ${home}: its data are in ${place.folder}.`,
    )
  }
  if (!existsSync(dataOf(place))) report('Making the database, once.')
  await createCluster(place)
  await startServer(place)

  const guard = await claim(place, !beside)
  if ('otherProcess' in guard) {
    if (beside) return { url: addressOf(readKeys(place), 'plenum'), stop: async () => undefined }
    throw new CannotStart(
      `Plenum already runs on the folder ${home} (process ${guard.otherProcess}): stop that one, or set PLENUM_HOME to another folder.`,
    )
  }
  await createPlenum(place)
  const url = addressOf(readKeys(place), 'plenum')

  let stopping = false
  const restart = async () => {
    if (stopping) return
    report('PostgreSQL ended by itself; starting it again.')
    await startServer(place)
    if (addressOf(readKeys(place), 'plenum') !== url)
      throw new Error('Its port was taken meanwhile.')
    watch(await claim(place, true))
  }
  const watch = (held: Awaited<ReturnType<typeof claim>>) => {
    if ('otherProcess' in held) throw new Error(`Process ${held.otherProcess} took ${home}.`)
    held.client.once('end', () => void restart().catch(onLost))
  }
  watch(guard)

  return {
    url,
    async stop() {
      stopping = true
      await stopServer(place)
    },
  }
}

function refuseOtherMajor(place: Place) {
  const note = join(dataOf(place), 'PG_VERSION')
  const major = existsSync(note) ? Number(readFileSync(note, 'utf8')) : majorOf(place.binaries)
  if (major === majorOf(place.binaries)) return
  throw new CannotStart(
    `The data in ${place.folder} are of PostgreSQL ${major}, and this Plenum brings ${majorOf(place.binaries)}: start the Plenum that wrote them, or set DATABASE_URL to a PostgreSQL ${major} that serves them.`,
  )
}
