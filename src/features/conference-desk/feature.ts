import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import { feature } from '../../platform/feature.ts'
import { page, type Viewer } from '../../platform/http/page.ts'
import type { Task } from '../../platform/task.ts'
import { DEEDS } from '../conferences/deeds/all.commands.ts'
import { mayBegin, mayEdit, mayEditSeries, worksOnSome } from '../conferences/model.ts'
import { barOf, zoneOf } from '../conferences/outline.ts'
import { outlinesOf, theSeries } from '../conferences/queries.ts'
import type { Desk } from './pages/frame.tsx'
import { partyOptions } from './pages/party-options.print.ts'
import { AgendaPart } from './parts/agenda.tsx'
import { ChronologyPart } from './parts/chronology.tsx'
import { DocumentsPart } from './parts/documents.tsx'
import { FiguresPart } from './parts/figures.tsx'
import { HistoryPart } from './parts/history.tsx'
import { PeoplePart } from './parts/people.tsx'
import { SettingsPart } from './parts/settings.tsx'
import { TextsPart } from './parts/texts.tsx'
import { WhenPart } from './parts/when.tsx'
import { PARTS, type Part, partAddress } from './parts.ts'
import { type RecordFacts, recordFacts, recordHistory } from './record.queries.ts'
import { NewConferencePage } from './series/new-page.tsx'
import { FirstSeriesPage, SeriesDeskPage } from './series/series-page.tsx'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })
const Edit = z.object({ edit: z.string().max(80).optional().catch(undefined) })

const commands = new Map(DEEDS.map((deed) => [deed.name, deed]))

/** What somebody sees who looks at a page, for the form of a deed: the deed itself says what it would overwrite. */
const seenIn =
  (subject: unknown, about: object) =>
  (name: string, input: object = {}): string =>
    (commands.get(name) as AnyCommand).version?.(subject, { ...about, ...input }) ?? ''

const todayAt = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

function deskOf(
  { record, series, outlines, parties }: RecordFacts,
  viewer: Viewer,
  part: Part,
  edit: string | undefined,
): Desk {
  const { language, now } = viewer
  return {
    ...{ viewer, record, series, outlines },
    conference: barOf(record, language),
    parties: partyOptions(parties, todayAt(now), language),
    edit: edit ?? null,
    address: partAddress(record.id, part),
    seen: seenIn({ stored: { conference: record } }, { conference: record.id }),
  }
}

/** Who may edit a conference is known once it is read: a meeting's secretariat, or that of what it prepares. */
async function factsFor(db: Parameters<typeof recordFacts>[0], id: string, viewer: Viewer) {
  const facts = await recordFacts(db, id)
  if (facts && !mayEdit(viewer.actor, id, facts.record.parent)) {
    throw new Refusal('platform.not-allowed', 403)
  }
  return facts
}

const BODIES = {
  texts: TextsPart,
  when: WhenPart,
  people: PeoplePart,
  agenda: AgendaPart,
  figures: FiguresPart,
  documents: DocumentsPart,
  chronology: ChronologyPart,
  settings: SettingsPart,
} as const

const partPage = (part: Exclude<Part, 'history'>) =>
  page(`conference-desk.${part}`, {
    path: partAddress(':conference', part),
    params: OfConference,
    query: Edit,
    topics: ({ conference }) => [`conferences/${conference}`],
    may: (actor) => worksOnSome(actor),
    read: (db, { params, viewer }) => factsFor(db, params.conference, viewer),
    view(facts, viewer, { query }) {
      const desk = deskOf(facts, viewer, part, query.edit)
      return {
        title: `${say(viewer.language, `part.${part}`)} · ${desk.conference.name}`,
        conference: desk.conference,
        body: BODIES[part]({ desk }),
      }
    },
  })

const historyPage = page('conference-desk.history', {
  path: partAddress(':conference', 'history'),
  params: OfConference,
  query: z.object({}),
  topics: ({ conference }) => [`conferences/${conference}`],
  may: (actor) => worksOnSome(actor),
  async read(db, { params, viewer }) {
    const facts = await factsFor(db, params.conference, viewer)
    return facts && { facts, history: await recordHistory(db, facts) }
  },
  view({ facts, history }, viewer) {
    const desk = deskOf(facts, viewer, 'history', undefined)
    return {
      title: `${say(viewer.language, 'part.history')} · ${desk.conference.name}`,
      conference: desk.conference,
      body: HistoryPart({ desk, ...history, zone: zoneOf(facts.record) }),
    }
  },
})

const newPage = page('conference-desk.new', {
  path: '/desk/new-conference',
  params: z.object({}),
  query: z.object({ parent: ConferenceId.optional().catch(undefined) }),
  topics: () => ['conferences'],
  may: (actor) => worksOnSome(actor),
  async read(db, { query, viewer }) {
    if (!mayBegin(viewer.actor, query.parent ?? null)) {
      throw new Refusal('platform.not-allowed', 403)
    }
    const series = await theSeries(db)
    return series && { series, outlines: await outlinesOf(db, series.id) }
  },
  view({ series, outlines }, viewer, { query }) {
    const parent = outlines.find(({ id }) => id === query.parent) ?? null
    return {
      title: say(viewer.language, parent ? 'new.meeting' : 'new.edition'),
      ...(parent && { conference: barOf(parent, viewer.language) }),
      body: NewConferencePage({ viewer, series, outlines, parent }),
    }
  },
})

const seriesPage = page('conference-desk.series', {
  path: '/desk/series',
  params: z.object({}),
  query: Edit,
  topics: () => ['conferences'],
  may: (actor) => mayEditSeries(actor),
  async read(db) {
    const series = await theSeries(db)
    return { series, outlines: series ? await outlinesOf(db, series.id) : [] }
  },
  view: ({ series, outlines }, viewer, { query }) => ({
    title: say(viewer.language, 'series'),
    body: series
      ? SeriesDeskPage({
          ...{ viewer, series, outlines },
          edit: query.edit ?? null,
          seen: seenIn({ series }, { series: series.id }),
        })
      : FirstSeriesPage({ viewer }),
  }),
})

const record: Task = {
  name: 'conference-desk.record',
  group: 'house',
  label: (language) => say(language, 'conference'),
  at: (actor, { conference, party }) =>
    party === null && mayEdit(actor, conference, null) ? partAddress(conference, 'texts') : null,
}

const meeting: Task = {
  name: 'conference-desk.meeting',
  group: 'house',
  label: (language) => say(language, 'new.meeting'),
  at: (actor, { conference, party }) =>
    party === null && mayBegin(actor, conference)
      ? `/desk/new-conference?parent=${conference}`
      : null,
}

const series: Task = {
  name: 'conference-desk.series',
  group: 'house',
  label: (language) => say(language, 'series'),
  at: (actor, { party }) => (party === null && mayEditSeries(actor) ? '/desk/series' : null),
}

const parts = PARTS.filter((part) => part !== 'history')

export const conferenceDesk = feature('conference-desk', {
  say,
  pages: [...parts.map(partPage), historyPage, newPage, seriesPage],
  tasks: [record, meeting, series],
})
