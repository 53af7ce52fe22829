import { z } from 'zod'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, section, type Viewer } from '../../platform/http/page.ts'
import { pictureResources } from '../../platform/picture/resources.ts'
import type { CapabilityCode } from '../capabilities/model.ts'
import { capabilityNamesOf } from '../capabilities/queries.ts'
import type { Explanation } from '../matching/explain/explanation.ts'
import type { Calculated } from '../matching/solving/asking.ts'
import { calculate } from '../matching/solving/calculate.worker.ts'
import type { Labels } from '../parties/model.ts'
import { EXAMPLE } from './example/example.ts'
import { sayInvented } from './example/names.print.ts'
import { ExamplePage, PartnershipsPage } from './pages/example-page.tsx'
import { flowOfPlan } from './pages/flow-chart.tsx'
import { SeriesSection } from './pages/series-section.tsx'
import type { Shown } from './pages/shown.ts'
import { say } from './words.ts'

const Nothing = z.object({})
const NOTHING: Explanation = { requirements: [], scarce: [] }

/** How long the example may take, and what one more offer of each kind would be worth, in milliseconds. */
const LIMITS = { limits: { milliseconds: 20_000, within: 0 }, explaining: 10_000 }

/** The example never changes while the program runs: it is calculated when it is first asked for, in another process. */
let example: Promise<Calculated> | undefined
const exampleCalculated = () => {
  example ??= calculate({ instance: EXAMPLE, ...LIMITS }).catch((error: unknown) => {
    example = undefined
    throw error
  })
  return example
}

interface ExampleFacts {
  calculated: Calculated
  names: ReadonlyMap<CapabilityCode, Labels>
}

const readExample = {
  path: '/partnerships/example',
  params: Nothing,
  query: Nothing,
  topics: () => ['capabilities'],
  read: async (db: Reading): Promise<ExampleFacts> => ({
    names: await capabilityNamesOf(db),
    calculated: await exampleCalculated(),
  }),
}

const exampleShown = (
  { calculated, names }: ExampleFacts,
  { language }: Pick<Viewer, 'language'>,
): Shown => ({
  ...{ language, instance: EXAMPLE, solution: calculated.solution },
  explanation: calculated.explanation ?? NOTHING,
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

/** Who together could close which gap, shown: an example for everybody. */
export const partnerships = feature('partnerships', {
  say,
  pages: [partnershipsPage, examplePage],
  sections: [gapsSection],
  resources: pictureResources('partnerships.example', {
    ...readExample,
    draw: (facts, viewer) => flowOfPlan(exampleShown(facts, viewer)),
  }),
})
