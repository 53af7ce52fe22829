import type { Clock } from '../clock.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../database/database.ts'
import type { Feature, Job } from '../feature.ts'
import { keepLetters, wereKept } from './keep.ts'

/** What letters are written with. */
export interface Writer {
  features: readonly Pick<Feature, 'mails'>[]
  database: Pick<Database, 'write'>
  clock: Clock
  settings: Pick<Settings, 'publicUrl'>
}

/** Writes the letters that an errand asks for and keeps them, all or none; asked again, it writes no second ones. */
export const writingLetters =
  ({ features, database, clock, settings }: Writer): Job =>
  async (data, { read, key }) => {
    const template = features.map(({ mails }) => mails?.[String(data.mail)]).find(Boolean)
    if (!template) throw new Error(`No feature has a letter ${data.mail}`)
    if (await wereKept(read, key)) return
    const now = clock.now()
    const letters = await template(data, { read, origin: settings.publicUrl, now })
    await database.write.transaction().execute((db) => keepLetters(db, letters, { key, now }))
  }
