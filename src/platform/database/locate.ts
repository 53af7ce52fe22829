import { openHome } from '../config/home.ts'
import type { Settings } from '../config/settings.ts'
import { type EmbeddedServer, type Opening, openEmbedded } from './embedded/embedded.ts'
import { placeOf } from './embedded/place.ts'
import { mustCarryPlenum } from './reach.ts'

/** A database that answers and can carry Plenum. */
export interface LocatedDatabase extends EmbeddedServer {
  readonly readUrl: string | undefined
  /** For people, without a password: `PostgreSQL in /srv/plenum/.plenum/postgres`. */
  readonly description: string
}

/** What of `Settings` says where the database is. */
export type DatabaseSettings = Pick<Settings, 'home' | 'databaseUrl' | 'databaseReadUrl'>

/**
 * Finds the database that the settings name, or starts the one that comes with us.
 *
 * @throws CannotStart where there is none that can carry Plenum.
 */
export async function locateDatabase(
  { home, databaseUrl, databaseReadUrl }: DatabaseSettings,
  opening: Omit<Opening, 'home'>,
): Promise<LocatedDatabase> {
  openHome(home)
  if (databaseUrl === undefined) {
    const server = await openEmbedded({ ...opening, home })
    return { ...server, readUrl: undefined, description: `PostgreSQL in ${placeOf(home).folder}` }
  }
  await mustCarryPlenum('DATABASE_URL', databaseUrl)
  if (databaseReadUrl !== undefined) await mustCarryPlenum('DATABASE_READ_URL', databaseReadUrl)
  const { host, pathname } = new URL(databaseUrl)
  return {
    url: databaseUrl,
    readUrl: databaseReadUrl,
    description: `PostgreSQL at ${host}${pathname}`,
    stop: async () => undefined,
  }
}
