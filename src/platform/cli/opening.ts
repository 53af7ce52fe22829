import { readSettings } from '../config/settings.ts'
import { locateDatabase } from '../database/locate.ts'
import { migrate, migrationsOf } from '../database/migrations.ts'
import type { Feature } from '../feature.ts'
import { createWorking, type Working } from '../process/working.ts'

/** A database that is opened when it is first needed, beside a running Plenum or alone. */
export interface Opening {
  open(): Promise<Working>
  close(): Promise<void>
}

/** Opens what the environment names; what takes a person's time is told. */
export function opening(features: readonly Feature[], report: (sentence: string) => void): Opening {
  let opened: Promise<{ working: Working; close(): Promise<void> }> | undefined

  const connect = async () => {
    const settings = readSettings()
    const located = await locateDatabase(settings, { beside: true, report })
    const working = createWorking(located, features, settings)
    const close = async () => {
      await working.close()
      await located.stop()
    }
    try {
      await migrate(working.database.write, migrationsOf(features))
    } catch (error) {
      await close()
      throw error
    }
    return { working, close }
  }
  return {
    async open() {
      opened ??= connect()
      return (await opened).working
    },
    async close() {
      const { close } = (await opened?.catch(() => undefined)) ?? {}
      await close?.()
    },
  }
}
