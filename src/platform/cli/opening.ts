import { hasAccounts } from '../accounts/auth/shape.ts'
import { readSettings } from '../config/settings.ts'
import { locateDatabase } from '../database/locate.ts'
import { migrate, migrationsOf } from '../database/migrations.ts'
import type { Feature } from '../feature.ts'
import { createWorking, type Working } from '../process/working.ts'

/** A database that is opened when it is first needed, beside a running Plenum or alone. */
export interface Opening {
  /** The database as it stands: nothing in it is brought up to date. */
  reach(): Promise<Working & { url: string }>
  /** The same, brought up to date. */
  open(): Promise<Working>
  close(): Promise<void>
}

/** Opens what the environment names; what takes a person's time is told. */
export function opening(features: readonly Feature[], report: (sentence: string) => void): Opening {
  let reached: Promise<Working & { url: string }> | undefined
  let opened: Promise<Working> | undefined

  const connect = async () => {
    const settings = readSettings()
    const located = await locateDatabase(settings, { beside: true, report })
    const working = createWorking(located, features, settings)
    return {
      ...working,
      url: located.url,
      async close() {
        await working.close()
        await located.stop()
      },
    }
  }
  const reach = () => {
    reached ??= connect()
    return reached
  }
  const bringUpToDate = async () => {
    const working = await reach()
    await migrate(working.database.write, migrationsOf(features))
    if (!(await hasAccounts(working.database.write))) {
      // Loaded where it is needed: better-auth takes 50 MB, and serving brings its tables up to date.
      const { migrateAccounts } = await import('../accounts/auth/migration.ts')
      await migrateAccounts(working.database.write, working.url)
    }
    return working
  }
  return {
    reach,
    open() {
      opened ??= bringUpToDate()
      return opened
    },
    async close() {
      await (await reached?.catch(() => undefined))?.close()
    },
  }
}
