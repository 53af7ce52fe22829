import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import { sayDay } from '../../i18n/days.ts'
import { type Actor, worksAt } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import type { Audience } from '../../kernel/people/audience.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { printCsv } from '../../platform/export/csv.ts'
import { feature, type Reaction } from '../../platform/feature.ts'
import { page, resource, type Viewer } from '../../platform/http/page.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import type { Outline } from '../conferences/outline.ts'
import { conferenceWithSeries, outlineById } from '../conferences/queries.ts'
import { SIDES, settingsOf } from '../conferences/settings.model.ts'
import { isAccredited } from '../delegations/participants/life.model.ts'
import { everyParticipant } from '../delegations/participants/queries.ts'
import { isSecretariat, takesPart } from '../delegations/who.model.ts'
import { everyOrdering, partiesOf } from '../parties/queries.ts'
import { precedence } from '../protocol/precedence.ts'
import { orderOf } from '../protocol/queries.ts'
import { formsAt } from '../registration/queries.ts'
import { maySign, prepareList, publishList, signList, topicsOf, unname } from './commands.ts'
import { columnsIn, type Directory, paperOf, rowsIn } from './list.print.ts'
import { type Line, type List, lineOf } from './model.ts'
import { DeskPage } from './pages/desk-page.tsx'
import { dayOf, ListPage } from './pages/list-page.tsx'
import template from './paper/list.typ?raw'
import { type Head, headsOf, linesOf, publishedFor, signaturesOf } from './queries.ts'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })
const topics = (conference: string) => [
  ...topicsOf(conference),
  `conferences/${conference}`,
  `protocol/${conference}`,
  'parties',
]

const readerOf = (actor: Actor, conference: string): Audience =>
  isSecretariat(actor, conference)
    ? 'secretariat'
    : takesPart(actor, conference)
      ? 'participants'
      : 'public'

/** Names and the host's order for all who stand in some lines. */
async function directoryOf(
  db: Reading,
  outline: Outline,
  lines: readonly Line[],
  today: string,
): Promise<Directory> {
  const conference = outline.id
  const codes = [...new Set(lines.flatMap(({ party }) => party ?? []))]
  const first = outline.dates?.first ?? today
  const day = first.length === 10 ? first : today
  const parties = await partiesOf(db, codes)
  const orderings = await everyOrdering(db)
  const { base } = (await orderOf(db, conference)).order
  const placed = precedence(
    codes.map((party) => ({ party, rank: null })),
    { base, byRank: false, reason: null },
    {
      ...{ day, parties, compare: compareIn(base.kind === 'alphabetical' ? base.language : 'en') },
      classes: orderings.filter((one) => one.kind === 'classes'),
      seat:
        base.kind === 'seat' ? (orderings.find(({ id }) => id === base.ordering) ?? null) : null,
    },
  )
  const forms = await formsAt(db, conference)
  return {
    ...{ day, parties, order: placed.map(({ party }) => party) },
    forms: new Map(forms.map(({ form }) => [form.kind, form.name])),
  }
}

const withLines = async (db: Reading, head: Head): Promise<List> => ({
  ...head,
  lines: await linesOf(db, head.conference as ConferenceId, head.number),
})

const menuOf = (outline: Outline, { language }: Pick<Viewer, 'language'>) => ({
  id: outline.id,
  name: readingOf(outline.shortName, language).value,
})

const today = ({ now }: Pick<Viewer, 'now'>) => dayOf(now)

const listPage = page('participants.list', {
  path: '/:conference/participants',
  params: OfConference,
  query: z.object({ list: z.coerce.number().int().positive().optional().catch(undefined) }),
  topics: ({ conference }) => topics(conference),
  async read(db, { params: { conference }, query, viewer }) {
    const outline = await outlineById(db, conference)
    if (!outline) return null
    const lists = await publishedFor(db, conference, readerOf(viewer.actor, conference))
    const at = query.list === undefined ? 0 : lists.findIndex(({ number }) => number === query.list)
    if (at < 0) return null
    const [head, previous] = [lists[at], lists[at + 1]]
    const list = head ? await withLines(db, head) : null
    const before = previous ? await linesOf(db, conference, previous.number) : null
    const all = [...(list?.lines ?? []), ...(before ?? [])]
    return {
      ...{ outline, lists, list, before },
      directory: await directoryOf(db, outline, all, today(viewer)),
    }
  },
  view({ outline, ...facts }, { language }) {
    const conference = menuOf(outline, { language })
    return {
      title: `${say(language, 'title')} · ${conference.name}`,
      description: say(language, 'description'),
      conference,
      body: ListPage({ language, conference, ...facts }),
    }
  },
})

const NUMBERED = /^(\d{1,6})\.(?:pdf|csv)$/

/** A list in another form, for those who may see it; whoever prepares it sees it before. */
async function fileOf(db: Reading, conference: ConferenceId, file: string, viewer: Viewer) {
  const number = Number(NUMBERED.exec(file)?.[1])
  const outline = await outlineById(db, conference)
  const reader = readerOf(viewer.actor, conference)
  const mine = await publishedFor(db, conference, reader)
  const waiting = reader === 'secretariat' ? await headsOf(db, conference) : []
  const head = [...mine, ...waiting].find((one) => one.number === number)
  if (!outline || !head) return null
  const list = await withLines(db, head)
  return { outline, list, directory: await directoryOf(db, outline, list.lines, today(viewer)) }
}

const asCsv = resource('participants.csv', {
  path: '/:conference/participants/:file{\\d+\\.csv}',
  type: 'text/csv; charset=utf-8',
  params: OfConference.extend({ file: z.string().regex(/^\d{1,6}\.csv$/) }),
  query: z.object({}),
  topics: ({ conference }) => topics(conference),
  read: (db, { params, viewer }) => fileOf(db, params.conference, params.file, viewer),
  filename: ({ conference, file }) => `${conference}-participants-${file}`,
  render: ({ list, directory }, { language }) =>
    printCsv(columnsIn(language), rowsIn(list.lines, directory, language)),
})

const asPdf = resource('participants.pdf', {
  path: '/:conference/participants/:file{\\d+\\.pdf}',
  type: 'application/pdf',
  params: OfConference.extend({ file: z.string().regex(/^\d{1,6}\.pdf$/) }),
  query: z.object({}),
  topics: ({ conference }) => topics(conference),
  read: (db, { params, viewer }) => fileOf(db, params.conference, params.file, viewer),
  filename: ({ conference, file }) => `${conference}-participants-${file}`,
  render({ outline, list, directory }, { language }) {
    const { number, publishedAt, preparedAt, audience, lines } = list
    const at = publishedAt ?? preparedAt
    const head = {
      title: say(language, 'title'),
      conference: readingOf(outline.name, language).value,
      facts: [
        say(language, 'number', { number }),
        say(language, publishedAt ? 'published' : 'prepared', {
          date: sayDay(language, dayOf(at)),
        }),
        say(language, `audience.${audience}`),
        say(language, 'people', { count: lines.length }),
      ],
    }
    return typeset(template, paperOf(head, lines, directory, language), at, 'ua-1')
  },
})

const deskPage = page('participants.desk', {
  path: '/:conference/desk/participants',
  params: OfConference,
  query: z.object({}),
  topics: ({ conference }) => [...topics(conference), `delegations/${conference}`],
  may: (actor, { conference }) => isSecretariat(actor, conference),
  async read(db, { params: { conference }, viewer }) {
    const found = await conferenceWithSeries(db, conference)
    const outline = await outlineById(db, conference)
    if (!found || !outline) return null
    const heads = await headsOf(db, conference)
    const head = heads.find(({ state }) => state === 'prepared')
    const last = heads.find(({ state }) => state === 'published')
    const people = await everyParticipant(db, conference)
    const now = people.filter(({ state }) => isAccredited(state)).map(lineOf)
    const prepared = head ? await withLines(db, head) : null
    const before = last ? await linesOf(db, conference, last.number) : null
    const all = [...now, ...(prepared?.lines ?? []), ...(before ?? [])]
    return {
      ...{ outline, now, prepared, last: before },
      needed: settingsOf(found.conference).signOffs.participants,
      signatures: head ? await signaturesOf(db, conference, head.number) : [],
      directory: await directoryOf(db, outline, all, today(viewer)),
    }
  },
  view: ({ outline, ...facts }, viewer) => ({
    title: say(viewer.language, 'desk'),
    conference: menuOf(outline, viewer),
    body: DeskPage({
      ...{ viewer, conference: outline.id, ...facts },
      signsFor: SIDES.filter((side) => maySign(viewer.actor, outline.id, side)),
    }),
  }),
})

/** Whoever is erased, or asks not to be named, is only counted in every list from now on. */
const theyHide: Reaction = (db, { input }) => unname(db, OfConference.parse(input).conference)

export const participants = feature('participants', {
  say,
  commands: [prepareList, signList, publishList],
  pages: [listPage, deskPage],
  resources: [asCsv, asPdf],
  on: {
    'delegations.change-member': theyHide,
    'delegations.erase-person': theyHide,
    'delegations.expire': theyHide,
    'registration.change': theyHide,
    'registration.erase': theyHide,
  },
  tasks: [
    {
      name: 'participants.list',
      group: 'people',
      label: (language) => say(language, 'desk.task'),
      at: (actor, { conference, party }) =>
        party === null && worksAt(actor, conference) && isSecretariat(actor, conference)
          ? `/${conference}/desk/participants`
          : null,
    },
  ],
})
