import { z } from 'zod'
import { OPERATOR } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { apart } from '../../platform/apart/ask.ts'
import { readNamedFile } from '../../platform/cli/read-file.ts'
import { WrongUsage } from '../../platform/cli/wrong-usage.ts'
import { systemClock } from '../../platform/clock.ts'
import { CannotStart } from '../../platform/config/cannot-start.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature, type Subcommand } from '../../platform/feature.ts'
import { page } from '../../platform/http/page.ts'
import { barOf } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import { mayEdit } from '../programme/model.ts'
import { draftOf } from '../programme/queries.ts'
import { USAGE, wishIn } from './arguments.ts'
import { importProgramme, takeText } from './commands.ts'
import { besideSource } from './desk/beside.ts'
import type { HandedIn, ReadText } from './desk/understanding.ts'
import { sourceOf, UnreadableDocument } from './documents/document.ts'
import { asJson } from './json.ts'
import { BesidePage, UnreadablePage } from './pages/beside-page.tsx'
import { HandInPage } from './pages/hand-in-page.tsx'
import { fileNamed, textOf } from './queries.ts'
import { readProgramme } from './read.ts'
import { agree, sessionsOf } from './sessions.ts'
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

/** Built, it stands beside this file; else the source itself runs. */
const READER = new URL(
  import.meta.env.PROD ? './reader.js' : './desk/reader.worker.ts',
  import.meta.url,
)

/** What strangers wrote is read in another process, which has half a minute and no more memory than it needs. */
const readApart = apart<HandedIn, ReadText>(READER, 'A programme could not be read', {
  milliseconds: 30_000,
  megabytes: 512,
})

const OfConference = z.object({ conference: ConferenceId })

const handInPage = page('programme-reader.hand-in', {
  path: '/:conference/desk/programme/import',
  params: OfConference,
  query: z.object({}),
  topics: ({ conference }) => [`conferences/${conference}`],
  may: (actor, { conference }) => mayEdit(actor, conference),
  read: (db, { params }) => outlineById(db, params.conference),
  view: (outline, viewer) => ({
    title: say(viewer.language, 'hand-in'),
    conference: barOf(outline, viewer.language),
    body: HandInPage({ viewer, conference: barOf(outline, viewer.language) }),
  }),
})

/** A text as it was handed in, read; null: there is none of this conference. */
async function readOf(db: Reading, conference: string, id: string, now: Temporal.Instant) {
  const row = await textOf(db, conference, id)
  if (!row) return null
  const file = row.file && (await fileNamed(db, row.file))
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const handedIn = { text: row.text, file, hints: { today, ...row.hints } }
  return readApart(handedIn).catch((): ReadText => ({ unreadable: 'too-long' }))
}

const besidePage = page('programme-reader.beside', {
  path: '/:conference/desk/programme/import/:text',
  params: OfConference.extend({ text: z.uuid() }),
  query: z.object({}),
  topics: ({ conference }) => [`conferences/${conference}`],
  may: (actor, { conference }) => mayEdit(actor, conference),
  async read(db, { params: { conference, text }, viewer }) {
    const outline = await outlineById(db, conference)
    const read = outline && (await readOf(db, conference, text, viewer.now))
    return read && { outline, read, drafted: (await draftOf(db, conference)).length }
  },
  view({ outline, read, drafted }, viewer, { params }) {
    const bar = barOf(outline, viewer.language)
    const title = say(viewer.language, 'beside')
    if (read.unreadable !== null) {
      const body = UnreadablePage({ viewer, conference: bar, why: read.unreadable })
      return { title, conference: bar, body }
    }
    const { understood, lines } = read
    const { language, zone } = understood
    return {
      title,
      conference: bar,
      body: BesidePage({
        ...{ viewer, conference: bar, text: params.text, language, zone, drafted },
        entries: besideSource(understood, lines),
        doubts: understood.doubts.filter(({ line }) => line === 0),
        conferenceZone: outline.zone,
        zonesAgree: zone === null || agree(sessionsOf(understood), zone, outline.zone),
      }),
    }
  },
})

export const programmeReader = feature('programme-reader', {
  say,
  commands: [importProgramme, takeText],
  pages: [handInPage, besidePage],
  cli: { 'programme import': importing },
})
