import { z } from 'zod'
import { sayPartialDay } from '../../i18n/days.ts'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf, SearchWords } from '../../kernel/text.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature, type Shipped } from '../../platform/feature.ts'
import { page, resource, section, type Viewer } from '../../platform/http/page.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { say as sayOfAll } from '../../ui/words.ts'
import { outlineById, outlinesOf, theSeries } from '../conferences/queries.ts'
import { everyMission, partiesOf } from '../parties/queries.ts'
import { recordCapability, recordCategorySet, recordPaper, recordTheme } from './commands.ts'
import { capabilities as capabilitiesData } from './datasets/capabilities.datasets.ts'
import { categories, categorySets } from './datasets/categories.datasets.ts'
import { papers, requirements } from './datasets/requirements.datasets.ts'
import { themes } from './datasets/themes.datasets.ts'
import { CapabilityCode } from './model.ts'
import { CapabilitiesPage } from './pages/capabilities-page.tsx'
import { CapabilityPage } from './pages/capability-page.tsx'
import { CategoriesSection } from './pages/categories-section.tsx'
import { PaperPage } from './pages/paper-page.tsx'
import { RequirementsPage } from './pages/requirements-page.tsx'
import { SeriesSection } from './pages/series-section.tsx'
import { ThemesPage } from './pages/themes-page.tsx'
import {
  capabilityNamesOf,
  capabilityOf,
  categoriesOf,
  everyCapability,
  everyPaper,
  everyTheme,
  paperOf,
} from './queries.ts'
import { type Paper, PaperId, partiesIn } from './requirements.model.ts'
import { capabilitiesFrom, categorySetsFrom, papersFrom, themesFrom } from './shipped.ts'
import { paperTexts } from './texts/papers.texts.ts'
import { say } from './words.ts'

const Nothing = z.object({})
const OfCapability = z.object({ code: CapabilityCode })
const OfPaper = z.object({ paper: PaperId })

/** Every party that some papers name, by code. */
const partiesNamedBy = (db: Reading, papers: readonly Paper[]) =>
  partiesOf(db, [...new Set<PartyCode>(papers.flatMap(partiesIn))])

/** Every conference of the series, for its names. */
async function conferencesOf(db: Reading) {
  const series = await theSeries(db)
  return series ? outlinesOf(db, series.id) : []
}

const capabilitiesPage = page('capabilities.capabilities', {
  path: '/capabilities',
  params: Nothing,
  query: z.object({ q: SearchWords }),
  topics: () => ['capabilities', 'requirements'],
  read: async (db) => ({ capabilities: await everyCapability(db), papers: await everyPaper(db) }),
  view: (facts, { language }, { query, sections }) => ({
    title: say(language, 'title'),
    description: say(language, 'description'),
    body: CapabilitiesPage({
      language,
      facts,
      search: query.q,
      children: Object.values(sections),
    }),
  }),
})

const capabilityPage = page('capabilities.capability', {
  path: '/capabilities/:code',
  params: OfCapability,
  query: Nothing,
  topics: () => ['capabilities', 'requirements', 'conferences', 'parties'],
  async read(db, { params }) {
    const capability = await capabilityOf(db, params.code)
    if (!capability) return null
    const papers = await everyPaper(db)
    return {
      capability,
      papers,
      names: await capabilityNamesOf(db),
      categorySets: await categoriesOf(db),
      conferences: await conferencesOf(db),
      parties: await partiesNamedBy(db, papers),
    }
  },
  view: (facts, { language, address }, { sections }) => ({
    title: facts.capability.names[language],
    description: say(language, 'description'),
    alternates: [asJson(language, address)],
    body: CapabilityPage({ language, facts, children: Object.values(sections) }),
  }),
})

const themesPage = page('capabilities.themes', {
  path: '/capabilities/themes',
  params: Nothing,
  query: Nothing,
  topics: () => ['capabilities'],
  read: async (db) => ({ themes: await everyTheme(db) }),
  view: ({ themes }, { language }, { sections }) => ({
    title: say(language, 'themes'),
    description: say(language, 'themes.lead'),
    body: ThemesPage({ language, themes, children: Object.values(sections) }),
  }),
})

const requirementsPage = page('capabilities.requirements', {
  path: '/requirements',
  params: Nothing,
  query: Nothing,
  topics: () => ['requirements', 'parties'],
  async read(db) {
    const papers = await everyPaper(db)
    return { papers, parties: await partiesNamedBy(db, papers) }
  },
  view: (facts, { language }, { sections }) => ({
    title: say(language, 'requirements'),
    description: say(language, 'requirements.lead'),
    body: RequirementsPage({ language, facts, children: Object.values(sections) }),
  }),
})

const paperPage = page('capabilities.paper', {
  path: '/requirements/:paper',
  params: OfPaper,
  query: Nothing,
  topics: ({ paper }) => [
    'requirements',
    `requirements/${paper}`,
    'capabilities',
    'conferences',
    'missions',
    'parties',
  ],
  async read(db, { params }) {
    const papers = await everyPaper(db)
    const paper = papers.find(({ id }) => id === params.paper)
    if (!paper) return null
    return {
      paper,
      papers,
      names: await capabilityNamesOf(db),
      missions: await everyMission(db),
      parties: await partiesNamedBy(db, [paper]),
      conference: paper.conference && (await outlineById(db, paper.conference)),
    }
  },
  view: (facts, { language, address }, { sections }) => ({
    title: `${readingOf(facts.paper.title, language).value} · ${sayPartialDay(language, facts.paper.date)}`,
    alternates: [asJson(language, address)],
    body: PaperPage({ language, facts, children: Object.values(sections) }),
  }),
})

/** On the page of an edition: the categories in which its result was published. */
const categoriesSection = section({
  of: 'conferences.conference',
  name: 'categories',
  topics: () => ['capabilities'],
  async read(db, { params }: { params: { conference: ConferenceId } }) {
    const [set] = await categoriesOf(db, params.conference)
    return set ? { set, names: await capabilityNamesOf(db) } : null
  },
  view: (facts, { language }) => CategoriesSection({ language, ...facts }),
})

const JSON_TYPE = 'application/json; charset=utf-8'
const asJson = (language: Language, address: string) => ({
  type: 'application/json',
  href: hrefOf(language, `${address}.json`),
  title: say(language, 'as-json'),
})

/** On the front page: the way here. */
const seriesSection = section({
  of: 'conferences.series',
  name: 'capabilities',
  topics: () => [],
  read: async () => ({}),
  view: (_, { language }) => SeriesSection({ language }),
})

/** The facts of a page as they are recorded, with the notice that stands on every page. */
const printed = (fact: object | null, { language }: Viewer) =>
  JSON.stringify({ notice: sayOfAll(language, 'notice.sample'), ...fact }, null, 2)

const twins = [
  resource('capabilities.capability.json', {
    path: '/capabilities/:code.json',
    type: JSON_TYPE,
    params: OfCapability,
    query: Nothing,
    topics: () => ['capabilities'],
    read: (db, { params }) => capabilityOf(db, params.code),
    render: printed,
  }),
  resource('capabilities.paper.json', {
    path: '/requirements/:paper.json',
    type: JSON_TYPE,
    params: OfPaper,
    query: Nothing,
    topics: ({ paper }) => [`requirements/${paper}`],
    read: (db, { params }) => paperOf(db, params.paper),
    render: printed,
  }),
]

/** A file whose facts become deeds; what a fact must be, its command knows. */
const ship = (
  file: string,
  command: AnyCommand,
  facts: (content: unknown) => object[],
  key: readonly [string, ...string[]],
): Shipped => ({
  file,
  deeds: (content) =>
    facts(content).map((fact) => ({ command, input: fact, key: keyOf(fact, key) })),
})

/** `theme/a4p/women`: what the fact is, and the fields that identify it. */
const keyOf = (fact: object, [kind, ...fields]: readonly [string, ...string[]]): string => {
  const known = z.record(z.string(), z.unknown()).parse(fact)
  return [kind, ...fields.map((field) => String(known[field]))].join('/')
}

export const capabilities = feature('capabilities', {
  say,
  commands: [recordCapability, recordCategorySet, recordTheme, recordPaper],
  datasets: [capabilitiesData, categorySets, categories, themes, papers, requirements],
  pages: [capabilitiesPage, themesPage, capabilityPage, requirementsPage, paperPage],
  resources: twins,
  sections: [categoriesSection, seriesSection],
  texts: [paperTexts],
  shipped: [
    ship('capabilities.json', recordCapability, capabilitiesFrom, ['capability', 'code']),
    ship('categories.json', recordCategorySet, categorySetsFrom, ['category-set', 'conference']),
    ship('themes.json', recordTheme, themesFrom, ['theme', 'scheme', 'code']),
    ship('requirements.json', recordPaper, papersFrom, ['requirement-paper', 'id']),
  ],
})
