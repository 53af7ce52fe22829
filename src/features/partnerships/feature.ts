import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, section, type Viewer } from '../../platform/http/page.ts'
import { digestOf } from '../../platform/journal/canonical.ts'
import { pictureResources } from '../../platform/picture/resources.ts'
import type { CapabilityCode } from '../capabilities/model.ts'
import { capabilityNamesOf } from '../capabilities/queries.ts'
import { calculate } from '../matching/solving/calculate.worker.ts'
import type { Labels } from '../parties/model.ts'
import type { Desk } from './desk/frame.tsx'
import { needFacts } from './desk/need/need.queries.ts'
import { NeedPage } from './desk/need/page.tsx'
import { deskFacts } from './desk/pages.queries.ts'
import { RunPage } from './desk/run-page.tsx'
import { RunsPage } from './desk/runs-page.tsx'
import { CALCULATED } from './example/calculated.ts'
import { EXAMPLE } from './example/example.ts'
import { sayInvented } from './example/names.print.ts'
import { GapsPage } from './gaps/gaps-page.tsx'
import { gapsFacts } from './gaps/queries.ts'
import { ExamplePage, PartnershipsPage } from './pages/example-page.tsx'
import { flowOfPlan } from './pages/flow-chart.tsx'
import { SeriesSection } from './pages/series-section.tsx'
import type { Shown } from './pages/shown.ts'
import { calculateRun, cancelRun, finishRun, supposeRun, tellProgress } from './runs/commands.ts'
import { addressOfGaps, addressOfRuns, calculates, isOpen, RunId } from './runs/model.ts'
import { runMadeOf, runOf, runsAt } from './runs/queries.ts'
import { running } from './runs/running.jobs.ts'
import { say } from './words.ts'

const Nothing = z.object({})

interface ExampleFacts {
  names: ReadonlyMap<CapabilityCode, Labels>
}

const readExample = {
  path: '/partnerships/example',
  params: Nothing,
  query: Nothing,
  topics: () => ['capabilities'],
  read: async (db: Reading): Promise<ExampleFacts> => ({ names: await capabilityNamesOf(db) }),
}

const exampleShown = ({ names }: ExampleFacts, { language }: Pick<Viewer, 'language'>): Shown => ({
  ...{ language, instance: EXAMPLE, ...CALCULATED },
  nameOf: (party) => sayInvented(language, party),
  capabilityOf: (code) => names.get(code)?.[language] ?? code,
})

const examplePage = page('partnerships.example', {
  ...readExample,
  view: (facts, viewer) => ({
    title: say(viewer.language, 'example'),
    description: say(viewer.language, 'lead'),
    body: ExamplePage({ shown: exampleShown(facts, viewer) }),
  }),
})

const partnershipsPage = page('partnerships.partnerships', {
  path: '/partnerships',
  params: Nothing,
  query: Nothing,
  topics: () => [],
  read: async () => ({}),
  view: (_, { language }) => ({
    title: say(language, 'title'),
    description: say(language, 'lead'),
    body: PartnershipsPage({ language }),
  }),
})

/** On the page of what is named short: the way here. */
const gapsSection = section({
  of: 'conferences.series',
  name: 'partnerships',
  topics: () => [],
  read: async () => ({}),
  view: (_, { language }) => SeriesSection({ language }),
})

const AtConference = z.object({ conference: ConferenceId })
const AtRun = AtConference.extend({ run: RunId })
type At = z.infer<typeof AtConference>
type Found = NonNullable<Awaited<ReturnType<typeof deskFacts>>>

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

const deskOf = ({ outline, parties, capabilities }: Found, viewer: Viewer): Desk => ({
  ...{ viewer, parties, capabilities, conference: outline.id, zone: outline.zone },
  conferenceName: readingOf(outline.shortName, viewer.language).value,
  today: dayOf(viewer.now),
})

const framed = ({ conference, conferenceName }: Desk, title: string) => ({
  title: `${title} · ${conferenceName}`,
  conference: { id: conference, name: conferenceName },
})

const forDesk = {
  topics: ({ conference }: At) => [`partnerships/${conference}`, 'parties', 'capabilities'],
  may: (actor: Viewer['actor'], { conference }: At) => calculates(actor, conference),
}

/** Of its own, and not on a public page: what everybody may read is rendered once and sent to all. */
const gapsPage = page('partnerships.gaps', {
  path: '/:conference/desk/gaps',
  params: AtConference,
  query: Nothing,
  topics: ({ conference }) => [
    ...[...forDesk.topics({ conference }), 'requirements'],
    ...[`offers/at-work/${conference}`, `offers/needs/${conference}`],
  ],
  may: (actor, { conference }) => calculates(actor, conference),
  async read(db, { params: { conference } }) {
    const found = await deskFacts(db, conference)
    return found && { ...found, facts: await gapsFacts(db, conference, (one) => digestOf(one)) }
  },
  view({ facts, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, say(viewer.language, 'tomorrow')),
      body: GapsPage({ desk, facts }),
    }
  },
})

const runsPage = page('partnerships.runs', {
  path: '/:conference/desk/partnerships',
  params: AtConference,
  query: Nothing,
  ...forDesk,
  async read(db, { params }) {
    const found = await deskFacts(db, params.conference)
    if (!found) return null
    return { ...found, runs: await runsAt(db, params.conference) }
  },
  view({ runs, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return { ...framed(desk, say(viewer.language, 'title')), body: RunsPage({ desk, runs }) }
  },
})

const runPage = page('partnerships.run', {
  path: '/:conference/desk/partnerships/:run',
  params: AtRun,
  query: z.object({ beside: RunId.optional().catch(undefined) }),
  topics: (params) => forDesk.topics(params),
  may: (actor, params) => forDesk.may(actor, params),
  async read(db, { params: { conference, run: id }, query }) {
    const found = await deskFacts(db, conference)
    const run = await runOf(db, conference, id)
    if (!found || !run) return null
    const made = isOpen(run.state) ? null : await runMadeOf(db, conference, id)
    const other = query.beside ?? run.parent
    const beside = made && other ? await runMadeOf(db, conference, other) : null
    return { ...found, facts: { run, made, beside, others: await runsAt(db, conference) } }
  },
  view({ facts, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, say(viewer.language, 'runs.one')),
      body: RunPage({ desk, facts }),
    }
  },
})

const needPage = page('partnerships.need', {
  path: '/:conference/desk/partnerships/:run/:requirement',
  params: AtRun.extend({ requirement: z.string().min(1).max(80) }),
  query: Nothing,
  topics: (params) => forDesk.topics(params),
  may: (actor, params) => forDesk.may(actor, params),
  async read(db, { params: { conference, run: id, requirement }, viewer }) {
    const found = await deskFacts(db, conference)
    const run = await runMadeOf(db, conference, id)
    const facts =
      run && (await needFacts(db, run, requirement, (at) => calculates(viewer.actor, at)))
    return found && facts && { ...found, facts }
  },
  view({ facts, ...found }, viewer, { sections, beside }) {
    const desk = deskOf(found, viewer)
    const asked = beside?.('banner') ?? []
    return {
      ...framed(desk, say(viewer.language, 'need.one')),
      body: NeedPage({ desk, facts, asked, children: Object.values(sections) }),
    }
  },
})

/** Looks around now and then, until it is stopped. */
function every(milliseconds: number, look: () => void): () => void {
  const timer = setInterval(look, milliseconds)
  return () => clearInterval(timer)
}

/** Who together could close which gap: calculated for the secretariat, and shown to everybody by an example. */
export const partnerships = feature('partnerships', {
  say,
  commands: [calculateRun, supposeRun, cancelRun, tellProgress, finishRun],
  pages: [partnershipsPage, examplePage, gapsPage, runsPage, runPage, needPage],
  jobs: { 'partnerships.run': running({ calculate, digestOf, every }) },
  tasks: [
    {
      name: 'partnerships.gaps',
      group: 'pledges',
      label: (language) => say(language, 'tomorrow'),
      at: (actor, { conference, party }) =>
        party === null && calculates(actor, conference) ? addressOfGaps(conference) : null,
    },
    {
      name: 'partnerships.runs',
      group: 'pledges',
      label: (language) => say(language, 'title'),
      at: (actor, { conference, party }) =>
        party === null && calculates(actor, conference) ? addressOfRuns(conference) : null,
    },
  ],
  sections: [gapsSection],
  resources: pictureResources('partnerships.example', {
    ...readExample,
    draw: (facts, viewer) => flowOfPlan(exampleShown(facts, viewer)),
  }),
})
