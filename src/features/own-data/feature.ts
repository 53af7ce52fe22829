import { z } from 'zod'
import { ConferenceId, type FileId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { printZip, type ZipEntry } from '../../platform/export/zip.ts'
import { feature } from '../../platform/feature.ts'
import { readFileOf } from '../../platform/files/uploads.ts'
import { page, resource, section, type Viewer } from '../../platform/http/page.ts'
import { barOf } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import { participantByKey } from '../delegations/participants/queries.ts'
import { everyNotice, noticeOf } from '../privacy/queries.ts'
import { heldAboutAccount } from './account.queries.ts'
import { askForOwnData } from './link/commands.ts'
import { linkLetter } from './link/letters.mails.ts'
import { participantByLink } from './link/queries.ts'
import { type Everything, PARTS, pathOf } from './model.ts'
import { AskPage } from './pages/ask-page.tsx'
import { Download, WhereToDownload } from './pages/download.tsx'
import { IndexPage } from './pages/index-page.tsx'
import { heldAboutParticipant } from './participant.queries.ts'
import { say } from './words.ts'

/** Somebody asks for it now and then, and it is much work. */
const RATE = { burst: 10, perSecond: 1 / 60 }
/** Nobody keeps it for others. */
const HEADERS = [['Cache-Control', 'private, no-store']] as const

/** Everything with the bytes of the files. */
interface Whole extends Everything {
  bytes: ReadonlyMap<FileId, Uint8Array>
}

async function withBytes(db: Reading, everything: Everything): Promise<Whole> {
  const bytes = new Map<FileId, Uint8Array>()
  for (const { id } of everything.files) {
    const file = await readFileOf(db, id)
    if (file) bytes.set(id, file.bytes)
  }
  return { ...everything, bytes }
}

const wordsOf = (language: Language) => ({
  title: say(language, 'title'),
  lead: say(language, 'index'),
  none: say(language, 'none'),
  parts: Object.fromEntries(PARTS.map((part) => [part, say(language, `part.${part}`)])) as Record<
    (typeof PARTS)[number],
    string
  >,
})

async function* one(content: string | Uint8Array) {
  yield content
}

/** A page to read, the same as data, and the files. */
function* entriesOf({ held, files, bytes }: Whole, { language, now }: Viewer): Generator<ZipEntry> {
  const at = now.toString({ smallestUnit: 'second' })
  const page = IndexPage({ language, words: wordsOf(language), at, held, files })
  yield { name: 'index.html', content: one(`<!doctype html>${page}`) }
  const listed = files.map((file) => ({ ...file, path: pathOf(file) }))
  const data = JSON.stringify({ at, ...held, files: listed }, null, 2)
  yield { name: 'data.json', content: one(`${data}\n`) }
  for (const file of files) {
    const content = bytes.get(file.id)
    if (content) yield { name: pathOf(file), content: one(content) }
  }
}

async function zipOf(whole: Whole, viewer: Viewer): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of printZip(entriesOf(whole, viewer), viewer.now)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const common = {
  type: 'application/zip',
  topics: () => [],
  headers: HEADERS,
  rate: RATE,
  filename: () => 'plenum-own-data.zip',
  render: zipOf,
}

const ofAccount = resource('own-data.account', {
  ...common,
  path: '/account/data.zip',
  params: z.object({}),
  query: z.object({}),
  may: ({ kind }) => kind === 'account',
  async read(db, { viewer: { actor, now } }) {
    const everything = await heldAboutAccount(db, actor.id, now)
    return everything && withBytes(db, everything)
  },
})

/** Whoever has no account has a link that only they have: by which they registered, or which they asked for. */
const ofParticipant = resource('own-data.participant', {
  ...common,
  path: '/:conference/registration/data.zip',
  params: z.object({ conference: ConferenceId }),
  query: z.object({ key: z.string().min(20).max(200).optional().catch(undefined) }),
  may: () => true,
  async read(db, { params: { conference }, query: { key }, viewer: { now } }) {
    const participant =
      key === undefined
        ? null
        : ((await participantByKey(db, key)) ?? (await participantByLink(db, key, now)))
    if (participant?.conference !== conference || participant.erasedAt !== null) return null
    return withBytes(db, await heldAboutParticipant(db, participant))
  },
})

/** Anybody may ask: the form is made anew for each reader. */
const askPage = page('own-data.ask', {
  path: '/:conference/own-data',
  params: z.object({ conference: ConferenceId }),
  query: z.object({}),
  topics: ({ conference }) => [`privacy/${conference}`, `conferences/${conference}`],
  may: () => true,
  async read(db, { params: { conference } }) {
    const outline = await outlineById(db, conference)
    const notice = outline && (await noticeOf(db, conference))
    return outline && { outline, contact: notice?.content.contact ?? null }
  },
  view({ outline, contact }, viewer) {
    const conference = barOf(outline, viewer.language)
    const place = { viewer, conference: conference.id, conferenceName: conference.name }
    return {
      ...{ title: `${say(viewer.language, 'title')} · ${conference.name}`, conference },
      body: AskPage({ place, contact }),
    }
  },
})

const onAccount = section({
  of: 'people.account',
  name: 'own-data',
  topics: () => [],
  read: async () => ({}),
  view: (_, { language }) =>
    Download({
      language,
      words: {
        title: say(language, 'title'),
        lead: say(language, 'lead'),
        download: say(language, 'download'),
      },
    }),
})

const onPrivacy = section({
  of: 'privacy.privacy',
  name: 'own-data',
  topics: () => ['privacy', 'conferences'],
  read: async (db) => (await everyNotice(db)).map(({ conference }) => conference),
  view: (conferences, { language }) =>
    WhereToDownload({
      language,
      conferences: conferences.map((one) => barOf(one, language)),
      words: {
        title: say(language, 'title'),
        lead: say(language, 'where'),
        download: say(language, 'to-account'),
        ask: say(language, 'where.ask'),
      },
    }),
})

/** What is held about somebody, for them. */
export const ownData = feature('own-data', {
  say,
  commands: [askForOwnData],
  mails: { 'own-data.link': linkLetter },
  pages: [askPage],
  resources: [ofAccount, ofParticipant],
  sections: [onAccount, onPrivacy],
})
