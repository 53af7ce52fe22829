import type { Clock } from '../clock.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../database/database.ts'
import type { Feature, Job } from '../feature.ts'
import { keepLetters, wereKept } from './keep.ts'
import { deedOf } from './under-way/of-deed.ts'

/** What letters are written with. */
export interface Writer {
  features: readonly Pick<Feature, 'mails' | 'wanted'>[]
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
    const origin = settings.publicUrl
    const written = await template(data, { read, origin, now })
    const wanted = features.map((one) => one.wanted).find(Boolean)
    await database.write.transaction().execute(async (db) => {
      const letters = wanted ? await wanted(db, written, { origin }) : written
      await keepLetters(db, letters, { key, now, deed: deedOf(data) })
    })
  }
