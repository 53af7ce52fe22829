import { z } from 'zod'
import { type ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { instantAt } from '../../kernel/time.ts'
import type { Topic } from '../../platform/command/command.ts'
import { feature } from '../../platform/feature.ts'
import {
  type AnyPage,
  type AnyResource,
  type Page,
  page,
  section,
  type View,
  type Viewer,
} from '../../platform/http/page.ts'
import { pictureResources } from '../../platform/picture/resources.ts'
import type { Charted } from '../../ui/chart/charted.ts'
import { capabilityNamesOf, categoriesOf } from '../capabilities/queries.ts'
import { outlineById } from '../conferences/queries.ts'
import { nameOn } from '../parties/model.ts'
import { partiesOf } from '../parties/queries.ts'
import { AGES } from './count/ages.ts'
import { chainsAmong } from './count/chains.ts'
import { count, RULES } from './count/count.ts'
import { codesIn, Filter, filtered } from './count/filter.ts'
import { recordFacts, stateCodes, titlesOf } from './facts.queries.ts'
import { flowChart, flowOn, sayChosen } from './flow/flow-chart.tsx'
import { FlowPage } from './flow/flow-page.tsx'
import { FlowWish } from './flow/streams.ts'
import { shownOn } from './gaps/facts.ts'
import { gapsFacts, needFacts } from './gaps/gaps.queries.ts'
import { gapsChart } from './gaps/gaps-chart.tsx'
import { GapsPage } from './gaps/gaps-page.tsx'
import { type Entry, knownOnDay } from './ledger.model.ts'
import { mapFacts } from './map/map.queries.ts'
import { mapChart, sayScope } from './map/map-chart.tsx'
import { MapPage } from './map/map-page.tsx'
import { MapWish } from './map/presence.ts'
import { AgesPage } from './pages/ages-page.tsx'
import { chainsOn } from './pages/chains.tsx'
import { agesChart, editionsChart } from './pages/charts.tsx'
import { AT_ONCE, CountPage } from './pages/count-page.tsx'
import { EditionSection } from './pages/edition-section.tsx'
import { PublishedPage } from './pages/published-page.tsx'
import { RecordPage } from './pages/record-page.tsx'
import { RulesPage } from './pages/rules-page.tsx'
import { SeriesSection } from './pages/series-section.tsx'
import { ledgerOf } from './queries.ts'
import { ReportsWish } from './reports/last.ts'
import { reportsFacts } from './reports/reports.queries.ts'
import { reportsChart, sayWished } from './reports/reports-chart.tsx'
import { ReportsPage } from './reports/reports-page.tsx'
import { say } from './words.ts'

const Nothing = z.object({})
const PageNumber = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
/** What is known changes with the day, wherever the reader is. */
const todayAt = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()
const tomorrow = (now: Temporal.Instant) =>
  instantAt(Temporal.PlainDate.from(todayAt(now)).add({ days: 1 }).toString(), '00:00', 'UTC')
/** The last day for which anything is known. */
const lastKnown = (entries: readonly Entry[], { now }: Viewer) => knownOnDay(entries, todayAt(now))
const COUNTED = ['pledges', 'conferences', 'parties', 'capabilities']
/** A page whose address asks nothing. */
const PLAIN = { params: Nothing, query: Nothing, topics: () => COUNTED }

/** A page around a chart, and the files of the chart: read alike, by one question. */
function charted<Query, Facts>(
  name: string,
  {
    topics = COUNTED,
    view,
    draw,
    ...reads
  }: Pick<Page<object, Query, Facts>, 'path' | 'query' | 'read'> & {
    topics?: readonly Topic[]
    draw(language: Language, facts: Facts): Charted
    view(language: Language, facts: Facts): View
  },
): { page: AnyPage; files: readonly AnyResource[] } {
  const all = {
    ...reads,
    params: Nothing,
    topics: () => topics,
    until: (_: Facts, now: Temporal.Instant) => tomorrow(now),
  }
  return {
    page: page(name, { ...all, view: (facts, { language }) => view(language, facts) }),
    files: pictureResources(name, {
      ...all,
      draw: (facts, { language }) => draw(language, facts),
    }),
  }
}

const recordPage = page('record.record', {
  path: '/record',
  params: Nothing,
  query: z.object({ page: PageNumber }),
  topics: () => COUNTED,
  async read(db, { query: { page }, viewer }) {
    const facts = await recordFacts(db)
    if (!facts) return null
    const chained = chainsOn(page, chainsAmong(facts.entries)).flatMap(({ steps }) =>
      steps.map(({ entry }) => entry.id),
    )
    return {
      ...facts,
      page,
      titles: await titlesOf(db, chained),
      today: lastKnown(facts.entries, viewer),
    }
  },
  until: (_, now) => tomorrow(now),
  view: (facts, { language }) => ({
    title: say(language, 'title'),
    description: say(language, 'lead'),
    body: RecordPage({ language, facts }),
  }),
})

const ages = charted('record.ages', {
  path: '/record/ages',
  query: z.object({ age: z.coerce.number().pipe(z.literal(AGES)).catch(24).default(24) }),
  async read(db, { query, viewer }) {
    const facts = await recordFacts(db)
    return facts && { ...facts, age: query.age, today: lastKnown(facts.entries, viewer) }
  },
  draw: (language, facts) => agesChart(language, facts, facts.age, facts.today),
  view: (language, facts) => ({
    title: say(language, 'ages'),
    description: say(language, 'ages.text'),
    body: AgesPage({ language, facts }),
  }),
})

const publishedPage = page('record.published', {
  path: '/record/published',
  ...PLAIN,
  read: recordFacts,
  view: (facts, { language }) => ({
    title: say(language, 'published'),
    description: say(language, 'published.text'),
    body: PublishedPage({ language, facts }),
  }),
})

const editionSection = section({
  of: 'conferences.conference',
  name: 'record',
  topics: ({ conference }: { conference: ConferenceId }) => [`pledges/of/${conference}`],
  async read(db, { params }) {
    const facts = await recordFacts(db)
    const edition = facts?.editions.find(({ outline }) => outline.id === params.conference)
    return facts && edition ? { facts, edition } : null
  },
  view: ({ facts, edition }, { language }) => EditionSection({ language, edition, facts }),
})

const seriesSection = section({
  of: 'conferences.series',
  name: 'record',
  topics: () => COUNTED,
  read: recordFacts,
  view: (facts, { language }) => SeriesSection({ language, facts }),
})

const rulesPage = page('record.rules', {
  path: '/record/rules',
  params: Nothing,
  query: Nothing,
  topics: () => [],
  read: async () => ({}),
  view: (_, { language }) => ({
    title: say(language, 'rules'),
    description: say(language, 'rules.text'),
    body: RulesPage({ language }),
  }),
})

const gaps = charted('record.gaps', {
  path: '/gaps',
  query: Nothing,
  async read(db, { viewer }) {
    const facts = await gapsFacts(db)
    return facts && shownOn(facts, lastKnown(facts.entries, viewer))
  },
  draw: gapsChart,
  view: (language, facts) => ({
    title: say(language, 'more.gaps'),
    description: say(language, 'gaps.lead'),
    body: GapsPage({ language, facts }),
  }),
})

const map = charted('record.map', {
  path: '/record/map',
  query: MapWish,
  read: (db, { query, viewer }) => mapFacts(db, query, todayAt(viewer.now)),
  draw: mapChart,
  view: (language, facts) => ({
    title: [say(language, 'more.map'), ...sayScope(language, facts)].join(' · '),
    description: say(language, 'map.lead'),
    body: MapPage({ language, facts }),
  }),
})

const flow = charted('record.flow', {
  path: '/record/flow',
  query: FlowWish,
  async read(db, { query, viewer }) {
    const facts = await needFacts(db)
    return facts && flowOn(facts, query, lastKnown(facts.entries, viewer))
  },
  draw: flowChart,
  view: (language, facts) => ({
    title: [say(language, 'more.flow'), ...sayChosen(language, facts)].join(' · '),
    description: say(language, 'flow.lead'),
    body: FlowPage({ language, facts }),
  }),
})

const reports = charted('record.reports', {
  path: '/record/reports',
  query: ReportsWish,
  topics: [...COUNTED, 'followup'],
  read: (db, { query: wish, viewer: { language, now } }) =>
    reportsFacts(db, { wish, language, day: todayAt(now) }),
  draw: reportsChart,
  view: (language, facts) => ({
    title: [say(language, 'more.reports'), ...sayWished(language, facts)].join(' · '),
    description: say(language, 'reports.lead'),
    body: ReportsPage({ language, facts }),
  }),
})

const countPage = page('record.count', {
  path: '/record/count',
  params: Nothing,
  query: Filter.extend({
    rule: z.enum(RULES).catch('pledges').default('pledges'),
    page: PageNumber,
  }),
  topics: () => COUNTED,
  async read(db, { query, viewer: { language, now } }) {
    const { rule, page, ...filter } = query
    const { entries } = await ledgerOf(db)
    const states = await stateCodes(db)
    const counted = count(filtered(entries, filter), rule, (code) => states.has(code))
    const shown = counted.counted.slice((page - 1) * AT_ONCE, page * AT_ONCE)
    const codes = counted.codes.map((code) => PartyCode.parse(code))
    const parties = await partiesOf(db, filter.party ? [...codes, filter.party] : codes)
    const nameOf = (code: string) => {
      const party = parties.get(PartyCode.parse(code))
      return party ? nameOn(party, todayAt(now), language).short : code
    }
    const { edition, category, capability } = filter
    const capabilities = capability ? await capabilityNamesOf(db) : null
    const categories = category ? (await categoriesOf(db)).flatMap((set) => set.categories) : []
    return {
      rule,
      filter,
      page,
      count: counted,
      titles: await titlesOf(db, shown),
      names: {
        edition: edition && edition !== 'none' ? await outlineById(db, edition) : null,
        party: filter.party ? nameOf(filter.party) : null,
        category: categories.find(({ code }) => code === category)?.names ?? null,
        capabilities: codesIn(capability).flatMap((code) => capabilities?.get(code) ?? []),
      },
      counted: codes.map((code) => ({ code, name: nameOf(code) })),
    }
  },
  view: (facts, { language }) => ({
    title: say(language, `rule.${facts.rule}`),
    body: CountPage({ language, facts }),
  }),
})

const CHARTED = [ages, gaps, map, flow, reports]

export const record = feature('record', {
  say,
  pages: [recordPage, publishedPage, rulesPage, countPage, ...CHARTED.map((one) => one.page)],
  sections: [seriesSection, editionSection],
  resources: [
    ...pictureResources('record.editions', {
      path: '/record/editions',
      ...PLAIN,
      async read(db, { viewer }) {
        const facts = await recordFacts(db)
        return facts && { ...facts, today: lastKnown(facts.entries, viewer) }
      },
      until: (_, now) => tomorrow(now),
      draw: (facts, { language }) => editionsChart(language, facts, facts.today),
    }),
    ...CHARTED.flatMap(({ files }) => files),
  ],
})
