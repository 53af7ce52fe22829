import type { Logger } from 'pino'
import { whoAreOf } from '../accounts/who.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { GrantsOf } from '../command/doing/rights.ts'
import type { PerformAll } from '../command/many/all-or-none.ts'
import { createPerformAll } from '../command/many/perform-all.ts'
import { createPerform } from '../command/perform.ts'
import { createLog } from '../config/log.ts'
import type { Settings } from '../config/settings.ts'
import { type Database, openDatabase } from '../database/database.ts'
import type { LocatedDatabase } from '../database/locate.ts'
import type { Feature, Perform } from '../feature.ts'
import { createOutbox, type Doer, type Outbox } from '../jobs/outbox.ts'
import { ownWork } from './own.ts'

/** What every process of Plenum works with. */
export interface Working {
  readonly features: readonly Feature[]
  /** Who does errands: the features, and the platform itself. */
  readonly doers: readonly Doer[]
  /** The address of the database. */
  readonly url: string
  readonly settings: Settings
  readonly clock: Clock
  readonly log: Logger
  readonly database: Database
  readonly outbox: Outbox
  readonly perform: Perform
  readonly performAll: PerformAll
  /** Waits for what is under way and lets go of the database. */
  close(): Promise<void>
}

/** Puts the parts together; nothing is connected before it is used. */
export function createWorking(
  located: Pick<LocatedDatabase, 'url' | 'readUrl'>,
  features: readonly Feature[],
  settings: Settings,
): Working {
  const clock = systemClock
  const database = openDatabase(located)
  const doers = [ownWork({ features, url: located.url, database, clock, settings }), ...features]
  const outbox = createOutbox(located.url, doers)
  const whoAre = whoAreOf(features)
  const grantsOf: GrantsOf = async (db, accounts) =>
    new Map([...(await whoAre(db, accounts))].map(([account, { grants }]) => [account, grants]))
  const performing = { database, features, clock, outbox, grantsOf }
  return {
    features,
    doers,
    url: located.url,
    settings,
    clock,
    log: createLog(settings.logLevel),
    database,
    outbox,
    perform: createPerform(performing),
    performAll: createPerformAll(performing),
    async close() {
      await outbox.stop()
      await database.close()
    },
  }
}
