import { OPERATOR } from '../../kernel/actor.ts'
import { readNamedFile } from '../../platform/cli/read-file.ts'
import { WrongUsage } from '../../platform/cli/wrong-usage.ts'
import { systemClock } from '../../platform/clock.ts'
import { CannotStart } from '../../platform/config/cannot-start.ts'
import { feature, type Subcommand } from '../../platform/feature.ts'
import { USAGE, wishIn } from './arguments.ts'
import { importProgramme } from './commands.ts'
import { sourceOf, UnreadableDocument } from './documents/document.ts'
import { asJson } from './json.ts'
import { readProgramme } from './read.ts'
import { sessionsOf } from './sessions.ts'
import { viewOf } from './view.print.ts'
import { say } from './words.ts'

const LARGEST = 5_000_000

const UNREADABLE = {
  empty: 'There is nothing in this file',
  binary:
    'This file is neither text nor a document that Plenum reads (DOCX, PDF, HTML, iCalendar, CSV)',
  encoding: 'This text is not in UTF-8: save it as UTF-8 and try again',
  damaged: 'This document is damaged and cannot be read',
  'no-text': 'There is no text in this document',
} as const

async function sourceOfFile(path: string) {
  const bytes = await readNamedFile(path, LARGEST)
  try {
    return await sourceOf(bytes, path)
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error
    throw new CannotStart(`${UNREADABLE[error.why]}: ${path}.`)
  }
}

const today = () => systemClock.now().toZonedDateTimeISO('UTC').toPlainDate().toString()

/** `plenum programme import`: shows what a text says, and saves it unless it is a dry run. */
const importing: Subcommand = {
  usage: USAGE,
  does: 'Reads the programme in a text or document, and adds its sessions to the draft of a conference.',
  async run(args, { print, tell, open }) {
    const wish = wishIn(args)
    if ('complaint' in wish) throw new WrongUsage(wish.complaint)
    const { file, conference, dryRun, json, ...hints } = wish
    const source = await sourceOfFile(file)
    tell(`Reading ${file}.`)
    const understood = readProgramme(source, { ...hints, today: today() })
    print(json ? JSON.stringify(asJson(understood)) : viewOf(understood, 'en'))
    if (dryRun || conference === null) return 0

    const sessions = sessionsOf(understood)
    const items = understood.days.flatMap((day) => day.items).length
    if (sessions.length === 0)
      throw new CannotStart(`No session with a day, a time and a title was found: ${file}.`)
    const { perform } = await open()
    const { zone, language } = understood
    const { answer } = await perform(OPERATOR, importProgramme, {
      conference,
      zone,
      language,
      sessions,
    })
    tell(
      `Added to the draft of ${conference}: ${answer.added ?? 0} of ${items}. Publish it by a release.`,
    )
    return 0
  },
}

export const programmeReader = feature('programme-reader', {
  say,
  commands: [importProgramme],
  cli: { 'programme import': importing },
})
