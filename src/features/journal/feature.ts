import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page } from '../../platform/http/page.ts'
import { verifyFor } from '../../platform/journal/verify.ts'
import { mayAdminister } from '../administration/model.ts'
import { outlineById, outlinesOf, theSeries } from '../conferences/queries.ts'
import type { Called } from './entries.tsx'
import { HistoryPage } from './history-page.tsx'
import { JournalPage } from './journal-page.tsx'
import {
  addressOf,
  type Entry,
  mayReadJournalOf,
  NO_WISH,
  type Scope,
  Subject,
  subjectFrom,
  Verifying,
  Wish,
  WishAtConference,
} from './model.ts'
import { entriesOf, namesOf } from './queries.ts'
import { VerifyPage } from './verify-page.tsx'
import { say } from './words.ts'

/** Entries on one page. */
const PAGE = 50

/** How long somebody may wait for the verification, in milliseconds; then they go on where it stopped. */
const PATIENCE = 4_000

const Nothing = z.object({})
const OfConference = z.object({ conference: ConferenceId })
const Places = Wish.pick({ before: true, after: true })

/** Names for entries: of people, and of the conferences of a series. */
async function calledIn(
  db: Reading,
  language: Language,
  scope: Scope,
  entries: readonly Pick<Entry, 'actor' | 'subject'>[],
): Promise<Called> {
  const series = scope === null ? await theSeries(db) : null
  const outlines = series ? await outlinesOf(db, series.id) : []
  return {
    people: await namesOf(db, entries),
    conferences: new Map(
      outlines.map(({ id, shortName }) => [id, readingOf(shortName, language).value]),
    ),
  }
}

async function readJournal(db: Reading, language: Language, scope: Scope, wish: Wish) {
  const found = await entriesOf(db, scope, wish, PAGE)
  const shown =
    wish.actor === null ? found.entries : [...found.entries, { actor: wish.actor, subject: '' }]
  return { ...found, called: await calledIn(db, language, scope, shown) }
}

async function readHistory(
  db: Reading,
  language: Language,
  scope: Scope,
  { subject, ...places }: { subject: string } & z.infer<typeof Places>,
) {
  const found = await entriesOf(db, scope, { ...NO_WISH, ...places, subject }, PAGE)
  if (found.entries.length === 0) return null
  return { ...found, subject, called: await calledIn(db, language, scope, found.entries) }
}

const journalPage = page('journal.journal', {
  path: '/administration/journal',
  params: Nothing,
  query: Wish,
  topics: () => [],
  may: mayAdminister,
  read: (db, { query, viewer }) => readJournal(db, viewer.language, null, query),
  view: (facts, { language }, { query }) => ({
    title: say(language, 'journal'),
    body: JournalPage({ language, scope: null, wish: query, ...facts }),
  }),
})

const historyPage = page('journal.history', {
  path: '/administration/history/:kind/:id',
  params: Subject,
  query: Places,
  topics: () => [],
  may: mayAdminister,
  read: (db, { params, query, viewer }) =>
    readHistory(db, viewer.language, null, { ...query, subject: subjectFrom(params) }),
  view: (facts, { language }) => ({
    title: say(language, 'history'),
    body: HistoryPage({ language, scope: null, ...facts }),
  }),
})

const conferenceJournalPage = page('journal.conference', {
  path: '/:conference/journal',
  params: OfConference,
  query: WishAtConference,
  topics: () => [],
  may: (actor, { conference }) => mayReadJournalOf(actor, conference),
  async read(db, { params: { conference }, query, viewer }) {
    const outline = await outlineById(db, conference)
    return outline && { outline, ...(await readJournal(db, viewer.language, conference, query)) }
  },
  view: ({ outline, ...facts }, { language }, { params: { conference }, query }) => ({
    title: say(language, 'journal'),
    conference: { id: conference, name: readingOf(outline.shortName, language).value },
    body: JournalPage({ language, scope: conference, wish: query, ...facts }),
  }),
})

const conferenceHistoryPage = page('journal.conference-history', {
  path: '/:conference/history/:kind/:id',
  params: OfConference.extend(Subject.shape),
  query: Places,
  topics: () => [],
  may: (actor, { conference }) => mayReadJournalOf(actor, conference),
  async read(db, { params: { conference, ...subject }, query, viewer }) {
    const outline = await outlineById(db, conference)
    const about = { ...query, subject: subjectFrom(subject) }
    const found = outline && (await readHistory(db, viewer.language, conference, about))
    return found && { outline, ...found }
  },
  view: ({ outline, ...facts }, { language }, { params: { conference } }) => ({
    title: say(language, 'history'),
    conference: { id: conference, name: readingOf(outline.shortName, language).value },
    body: HistoryPage({ language, scope: conference, ...facts }),
  }),
})

const verifyPage = page('journal.verify', {
  path: '/administration/journal/verify',
  params: Nothing,
  query: Verifying,
  topics: () => [],
  may: mayAdminister,
  // It reads the whole journal: whoever presses again and again waits.
  rate: { burst: 10, perSecond: 0.5 },
  read: (db, { query: { seal, after } }) =>
    verifyFor(db, { known: seal, after, milliseconds: PATIENCE }),
  view: ({ verdict, upTo }, { language }, { query: { seal } }) => ({
    title: say(language, 'verify'),
    body: VerifyPage({ language, noted: seal, upTo, ...verdict }),
  }),
})

/** What was done, by whom: for administrators, and of their conference for its secretariats. */
export const journal = feature('journal', {
  say,
  pages: [journalPage, historyPage, conferenceJournalPage, conferenceHistoryPage, verifyPage],
  tasks: [
    {
      name: 'journal.journal',
      group: 'house',
      label: (language) => say(language, 'journal'),
      at: (actor, { conference, party }) =>
        party === null && mayReadJournalOf(actor, conference) ? addressOf(conference) : null,
    },
  ],
})
