import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Language } from '../../../kernel/language.ts'
import { WrongUsage } from '../../cli/wrong-usage.ts'
import type { Clock } from '../../clock.ts'
import { readSettings } from '../../config/settings.ts'
import { inSnapshot } from '../../database/snapshot.ts'
import type { Feature, Subcommand } from '../../feature.ts'
import { datasetsOf } from '../registry.ts'
import { printArchive } from './archive.ts'

const USAGE = 'FILE.zip [LANGUAGE]'

/** `plenum data export`: the archive that `/data/archive.zip` gives, as a file. */
export const exportData = (features: readonly Feature[], clock: Clock): Subcommand => ({
  usage: USAGE,
  does: 'Writes everything that is public into one archive, names in a language (en).',
  async run([file, spoken = 'en', ...rest], { tell, open }) {
    const language = Language.safeParse(spoken).data
    if (!file?.endsWith('.zip') || !language || rest.length > 0) {
      throw new WrongUsage(`Name the archive: plenum data export ${USAGE}.`)
    }
    const { read } = await open()
    const now = clock.now()
    const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
    const origin = readSettings().publicUrl
    const unfinished = `${file}.part`
    try {
      await inSnapshot(read, async (snapshot) => {
        const datasets = datasetsOf(features)
        const chunks = printArchive(snapshot, datasets, { language, day, now, origin })
        await pipeline(chunks, createWriteStream(unfinished))
      })
      await rename(unfinished, file)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
    tell(`Everything that is public stands in ${file}.`)
    return 0
  },
})
