import { z } from 'zod'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { systemClock } from '../../platform/clock.ts'
import { commandsOf } from '../../platform/command/registry.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { exportData } from '../../platform/dataset/archive/subcommand.ts'
import type { Dataset } from '../../platform/dataset/dataset.ts'
import { importData } from '../../platform/dataset/import/subcommand.ts'
import { LICENCE } from '../../platform/dataset/licence.ts'
import { everything } from '../../platform/dataset/pages.ts'
import { datasetsOf } from '../../platform/dataset/registry.ts'
import { type Feature, feature } from '../../platform/feature.ts'
import { pathOf } from '../../platform/http/addresses/addresses.ts'
import { inputSchema } from '../../platform/http/api/openapi/commands.ts'
import { page, resource, type Viewer } from '../../platform/http/page.ts'
import { printFrame, STYLE } from '../../ui/frame/framed.tsx'
import { nameOn } from '../parties/model.ts'
import { partyOf } from '../parties/queries.ts'
import { partyFacts } from '../pledges/find/facts.queries.ts'
import { everyEdition } from '../pledges/find/lines.queries.ts'
import { announced } from '../programme/queries.ts'
import { nextTurn } from '../programme/timeline.ts'
import { type Described, type DescribedCommand, fieldsOf } from './described.ts'
import { catalogueJsonLd, datasetJsonLd } from './json-ld.ts'
import { ApiPage } from './pages/api-page.tsx'
import { DataPage } from './pages/data-page.tsx'
import { DatasetPage } from './pages/dataset-page.tsx'
import { PictureWidget } from './widgets/picture.tsx'
import { PledgesWidget } from './widgets/pledges-widget.tsx'
import { ProgrammeWidget } from './widgets/programme-widget.tsx'
import { WidgetsPage } from './widgets/widgets-page.tsx'
import { say } from './words.ts'

const Nothing = z.object({})
const todayAt = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

/** When the day of the data changes. */
const tomorrow = (now: Temporal.Instant) =>
  now.toZonedDateTimeISO('UTC').startOfDay().add({ days: 1 }).toInstant()

function describe(
  dataset: Dataset,
  datasets: ReadonlyMap<string, Dataset>,
  rows: number,
  language: Language,
): Described {
  const { name, key, sortable, dated, partOf } = dataset
  const whole = partOf && datasets.get(partOf.dataset)
  return {
    ...{ name, key, sortable, dated, rows },
    title: dataset.title(language),
    description: dataset.description(language),
    columns: dataset.columns.map((column) => ({
      name: column.name,
      type: column.type,
      description: column.description,
      values: column.values ?? [],
      derived: column.label ?? false,
    })),
    filters: Object.entries(dataset.filters).map(([filter, { description, example }]) => ({
      name: filter,
      description,
      example,
    })),
    partOf: whole ? { name: whole.name, title: whole.title(language) } : null,
  }
}

/** Pages about what the features before this one declare. */
function pagesAbout(upstream: readonly Feature[]) {
  const datasets = datasetsOf(upstream)
  const topics = [...new Set([...datasets.values()].flatMap((dataset) => dataset.topics))]
  const described = async (db: Reading, { now, language }: Viewer) => {
    const all: Described[] = []
    for (const dataset of datasets.values()) {
      const rows = await dataset.count(db, { ...everything(todayAt(now)), language })
      all.push(describe(dataset, datasets, rows, language))
    }
    return all
  }
  const where = ({ language, origin, now }: Viewer) => ({
    ...{ language, origin, today: todayAt(now), licence: LICENCE.url },
  })
  const commands = [...commandsOf(upstream).values()].map((command): DescribedCommand => {
    const { name } = command
    return { name, fields: fieldsOf(inputSchema(command)) }
  })

  const dataPage = page('opendata.data', {
    path: '/data',
    params: Nothing,
    query: Nothing,
    topics: () => topics,
    read: (db, { viewer }) => described(db, viewer),
    until: (_, now) => tomorrow(now),
    view: (all, viewer) => ({
      title: say(viewer.language, 'title'),
      description: say(viewer.language, 'description'),
      jsonLd: catalogueJsonLd(all, say(viewer.language, 'title'), where(viewer)),
      alternates: [
        {
          type: 'application/ld+json',
          href: '/data/catalog.jsonld',
          title: say(viewer.language, 'catalogue'),
        },
      ],
      body: DataPage({
        language: viewer.language,
        facts: { datasets: all, today: todayAt(viewer.now), licence: LICENCE },
      }),
    }),
  })

  const datasetPage = page('opendata.dataset', {
    path: '/data/:dataset',
    params: z.object({ dataset: z.string().refine((name) => datasets.has(name)) }),
    query: Nothing,
    topics: ({ dataset }) => datasets.get(dataset)?.topics ?? [],
    async read(db, { params, viewer }) {
      const dataset = datasets.get(params.dataset)
      if (!dataset) return null
      const wish = { ...everything(todayAt(viewer.now)), language: viewer.language }
      return describe(dataset, datasets, await dataset.count(db, wish), viewer.language)
    },
    until: (_, now) => tomorrow(now),
    view: (dataset, viewer) => ({
      title: `${say(viewer.language, 'title')} · ${dataset.title}`,
      description: dataset.description,
      jsonLd: datasetJsonLd(dataset, where(viewer)),
      body: DatasetPage({
        language: viewer.language,
        dataset,
        facts: { today: todayAt(viewer.now), licence: LICENCE },
      }),
    }),
  })

  const apiPage = page('opendata.api', {
    path: '/api',
    params: Nothing,
    query: Nothing,
    topics: () => [],
    read: async (_, { viewer }) =>
      [...datasets.values()].map((dataset) => describe(dataset, datasets, 0, viewer.language)),
    view: (all, { language, origin }) => ({
      title: say(language, 'api'),
      description: say(language, 'api.description'),
      body: ApiPage({ language, origin, facts: { datasets: all, commands } }),
    }),
  })
  return [dataPage, datasetPage, apiPage]
}

const FRAMED = { type: 'text/html; charset=utf-8', framed: { style: STYLE }, query: Nothing }

const programmeWidget = resource('opendata.programme-widget', {
  ...FRAMED,
  path: '/widgets/:conference/programme',
  params: z.object({ conference: ConferenceId }),
  topics: ({ conference }) => [`programme/${conference}`, `conferences/${conference}`],
  read: (db, { params }) => announced(db, params.conference),
  until: ({ programme }, now) =>
    programme &&
    nextTurn(
      programme.sessions.map((session) => ({ ...session, span: session.expected })),
      now,
    ),
  render: ({ conference, programme }, { language, origin }) =>
    printFrame({
      ...{ language, origin, full: say(language, 'widget.full') },
      title: readingOf(conference.name, language).value,
      address: `/${conference.id}/programme`,
      children: ProgrammeWidget({ language, origin, programme }),
    }),
})

const pledgesWidget = resource('opendata.pledges-widget', {
  ...FRAMED,
  path: '/widgets/parties/:code/pledges',
  params: z.object({ code: PartyCode }),
  topics: ({ code }) => ['parties', 'conferences', 'pledges', `pledges/of/${code}`],
  async read(db, { params }) {
    const party = await partyOf(db, params.code)
    if (!party) return null
    const found = await partyFacts(db, params.code)
    return {
      party,
      lines: found?.lines ?? [],
      total: found?.count ?? 0,
      editions: await everyEdition(db),
    }
  },
  until: (_, now) => tomorrow(now),
  render: ({ party, ...shown }, { language, origin, now }) =>
    printFrame({
      ...{ language, origin, full: say(language, 'widget.full') },
      title: nameOn(party, todayAt(now), language).short,
      address: `/parties/${party.code}`,
      children: PledgesWidget({ language, origin, ...shown }),
    }),
})

const gapsWidget = resource('opendata.gaps-widget', {
  ...FRAMED,
  path: '/widgets/gaps',
  params: Nothing,
  topics: () => [],
  read: async () => ({}),
  render: (_, { language, origin }) =>
    printFrame({
      ...{ language, origin, full: say(language, 'widget.full') },
      title: say(language, 'widget.gaps'),
      address: '/gaps',
      children: PictureWidget({
        src: pathOf(language, '/gaps.svg'),
        alt: say(language, 'widget.gaps'),
      }),
    }),
})

const widgetsPage = page('opendata.widgets', {
  path: '/widgets',
  params: Nothing,
  query: Nothing,
  topics: () => [],
  read: async () => ({}),
  view: (_, { language, origin }) => ({
    title: say(language, 'widgets'),
    description: say(language, 'widgets.description'),
    body: WidgetsPage({ language, origin }),
  }),
})

/** Open data: what all features before it declare, as pages, an archive and widgets. */
export const opendata = (upstream: readonly Feature[]): Feature =>
  feature('opendata', {
    say,
    pages: [...pagesAbout(upstream), widgetsPage],
    resources: [programmeWidget, pledgesWidget, gapsWidget],
    cli: {
      'data import': importData(upstream, systemClock),
      'data export': exportData(upstream, systemClock),
    },
  })
