import { resolve } from 'node:path'
import { WrongUsage } from '../../cli/wrong-usage.ts'
import type { Clock } from '../../clock.ts'
import type { Feature, Subcommand } from '../../feature.ts'
import { importFiles } from './import.ts'
import { createReport } from './report.ts'
import { sourcesOf } from './sources.ts'

const PROBLEMS = 'plenum-import-problems.csv'
/** A word on how far it has come, at most this often, in milliseconds. */
const EVERY = 1000

/** `plenum data import`: takes the very files that the export gave. */
export const importData = (features: readonly Feature[], clock: Clock): Subcommand => ({
  usage: 'FILE …',
  does: 'Takes back files that Plenum gave (ZIP, CSV, JSON, NDJSON): all of their rows, or none.',
  async run(paths, { tell, open }) {
    const option = paths.find((path) => path.startsWith('--'))
    if (option !== undefined || paths.length === 0) {
      throw new WrongUsage(
        option === undefined
          ? 'Name the files: plenum data import FILE ….'
          : `«${option}» is no option: plenum data import FILE ….`,
      )
    }
    await using ends = new AsyncDisposableStack()
    const sources = await sourcesOf(paths, ends)
    const { read: db, performAll } = await open()
    const report = createReport(PROBLEMS, tell)
    const progress = sometimes(clock, tell)
    const { read, done, idle } = await importFiles(sources, {
      ...{ db, performAll, clock, features },
      complain: report.add,
      onRead: (file, rows) => progress(`Reading ${file}: ${rows} rows.`),
      onRecorded: (things, of) => progress(`Recording: ${things} of at most ${of}.`),
    })
    const { complaints, file } = await report.end()
    if (complaints > 0) {
      if (file) tell(`All of them stand in ${resolve(file)}.`)
      tell(`Nothing was recorded; what is wrong (${complaints}) stands above.`)
      return 1
    }
    tell(`Rows read: ${read}. Recorded: ${done}. Unchanged, since they stood so already: ${idle}.`)
    return 0
  },
})

/** Tells a sentence where the last one was told some time ago. */
function sometimes(clock: Clock, tell: (sentence: string) => void) {
  let last = clock.now().epochMilliseconds
  return (sentence: string) => {
    const now = clock.now().epochMilliseconds
    if (now - last < EVERY) return
    last = now
    tell(sentence)
  }
}
