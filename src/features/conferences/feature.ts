import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import { feature } from '../../platform/feature.ts'
import { fileResource } from '../../platform/files/resource.ts'
import { page } from '../../platform/http/page.ts'
import { nameOn } from '../parties/model.ts'
import { partiesOf as partiesByCode } from '../parties/queries.ts'
import { recordConference, recordSeries, restoreConference } from './commands.ts'
import { conferences as conferencesData } from './datasets/conferences.datasets.ts'
import { figures } from './datasets/figures.datasets.ts'
import { series } from './datasets/series.datasets.ts'
import { DEEDS } from './deeds/all.commands.ts'
import { mayEdit, partiesOf } from './model.ts'
import { barOf, type Outline, outlineOf } from './outline.ts'
import { ConferencePage } from './pages/conference-page.tsx'
import { conferenceJsonLd, seriesJsonLd } from './pages/json-ld.ts'
import { SeriesPage, seriesName } from './pages/series-page.tsx'
import { conferenceWithSeries, outlinesOf, theSeries } from './queries.ts'
import { nextTurn } from './season.ts'
import { conferencesFrom, seriesFrom } from './shipped.ts'
import { conferenceTexts } from './texts/conferences.texts.ts'
import { seriesTexts } from './texts/series.texts.ts'
import { say } from './words.ts'

const countriesOf = (outlines: readonly Outline[]) => [
  ...new Set(outlines.flatMap(({ venue }) => venue?.country ?? [])),
]

const seriesPage = page('conferences.series', {
  path: '/',
  params: z.object({}),
  query: z.object({}),
  topics: () => ['conferences', 'parties'],
  async read(db) {
    const series = await theSeries(db)
    if (!series) return null
    const outlines = await outlinesOf(db, series.id)
    const editions = outlines.filter(({ parent }) => parent === null)
    return { series, editions, parties: await partiesByCode(db, countriesOf(editions)) }
  },
  until: ({ editions }, now) => nextTurn(editions, now),
  view: (facts, { language, now, origin }, { sections }) => ({
    title: readingOf(seriesName(facts.series), language).value,
    description: readingOf(facts.series.summary.title, language).value,
    jsonLd: seriesJsonLd(facts.series, facts.editions, { language, origin }),
    body: SeriesPage({ language, facts, now, children: Object.values(sections) }),
  }),
})

const conferencePage = page('conferences.conference', {
  path: '/:conference',
  params: z.object({ conference: ConferenceId }),
  query: z.object({}),
  topics: ({ conference }) => ['conferences', `conferences/${conference}`, 'parties'],
  async read(db, { params, viewer }) {
    const found = await conferenceWithSeries(db, params.conference)
    if (!found) return null
    const { conference, series } = found
    const outlines = await outlinesOf(db, series.id)
    const kin = outlines.filter(
      ({ id, parent }) => parent === conference.id || id === conference.handover?.to,
    )
    const parties = await partiesByCode(db, [...partiesOf(conference), ...countriesOf(kin)])
    const parent = outlines.find(({ id }) => id === conference.parent)
    const today = viewer.now.toZonedDateTimeISO('UTC').toPlainDate().toString()
    const day = outlineOf(conference).dates?.first ?? parent?.dates?.first ?? today
    return { conference, series, outlines, parties, day }
  },
  until: ({ conference }, now) => nextTurn([outlineOf(conference)], now),
  view(facts, { language, now, origin, actor }, { sections }) {
    const { conference, series, parties, day } = facts
    const name = readingOf(conference.name, language).value
    const names = new Map(
      [...parties].map(([code, party]) => [String(code), nameOn(party, day, language).short]),
    )
    return {
      title: name,
      description: readingOf(conference.summary.title, language).value,
      jsonLd: conferenceJsonLd(conference, series, names, { language, origin }),
      conference: barOf(outlineOf(conference), language),
      body: ConferencePage({
        ...{ language, facts, now, sections },
        mayEdit: mayEdit(actor, conference.id, conference.parent),
      }),
    }
  },
})

/** A paper that the secretariat has handed in, for everybody. */
const paper = fileResource('conferences.paper', {
  path: '/:conference/papers/:paper',
  params: z.object({ conference: ConferenceId, paper: z.string().max(80) }),
  query: z.object({}),
  may: () => true,
  async find(db, { params }) {
    const found = await conferenceWithSeries(db, params.conference)
    return found?.conference.documents.find(({ id }) => id === params.paper)?.file ?? null
  },
})

export const conferences = feature('conferences', {
  say,
  commands: [recordSeries, recordConference, restoreConference, ...DEEDS],
  datasets: [series, conferencesData, figures],
  texts: [conferenceTexts, seriesTexts],
  pages: [seriesPage, conferencePage],
  resources: [paper],
  shipped: [
    {
      file: 'series.json',
      deeds(content) {
        const series = seriesFrom(content)
        return [{ command: recordSeries, input: series, key: `series/${series.id}` }]
      },
    },
    {
      file: 'conferences/',
      deeds: (content) =>
        conferencesFrom(content).map((conference) => ({
          command: recordConference,
          input: conference,
          key: `conference/${conference.id}`,
        })),
    },
  ],
})
