import { compareIn } from '../../../i18n/collation.ts'
import { sayDayRange } from '../../../i18n/days.ts'
import type { Charted } from '../../../ui/chart/charted.ts'
import { type FlowLink, type FlowNode, flow } from '../../../ui/chart/flow.tsx'
import type { Explained } from '../../matching/explain/explanation.ts'
import { say } from '../words.ts'
import { sayConditions } from './shares.tsx'
import { labelOf, requirementIn, type Shown } from './shown.ts'
import { sayHowMany, sayKind } from './terms.print.ts'

/** One share on its way: who gives it, what it is, and the need that it goes to. */
interface Way {
  party: Explained['by'][number]['party']
  share: Explained['by'][number]
  part: string
  to: Explained
}

const waysIn = ({ explanation }: Shown): Way[] =>
  explanation.requirements.flatMap((to) =>
    to.by.map((share) => ({
      ...{ party: share.party, share, to },
      part: `${share.component}.${share.unit}`,
    })),
  )

/** How many ways lead from one place to the next: amounts in different units are never added up. */
function linksOf(ways: readonly Way[], from: (way: Way) => string, to: (way: Way) => string) {
  const together = Map.groupBy(ways, (way) => `${from(way)} ${to(way)}`)
  return [...together.values()].map((its): FlowLink => {
    const [first] = its as [Way, ...Way[]]
    return { from: from(first), to: to(first), count: its.length }
  })
}

/** From those who give through parts to whole units. Parties stand in the page's alphabet. */
export function flowOfPlan(shown: Shown): Charted {
  const { language } = shown
  const ways = waysIn(shown)
  const compare = compareIn(language)
  const different = (key: (way: Way) => string) => [
    ...new Map(ways.map((way) => [key(way), way])).values(),
  ]
  const sorted = (nodes: readonly FlowNode[]) => nodes.toSorted((a, b) => compare(a.label, b.label))
  const party = (way: Way) => `0.${way.party}`
  const part = (way: Way) => `1.${way.part}`
  const unit = (way: Way) => `2.${way.to.requirement}`
  const nameOfNeed = ({ to }: Way) => {
    const requirement = requirementIn(shown, to.requirement)
    return requirement ? labelOf(shown, requirement) : to.requirement
  }
  return {
    title: say(language, 'flow.chart', { count: ways.length }),
    description: say(language, 'flow.description'),
    picture: flow({
      language,
      columns: [say(language, 'flow.who'), say(language, 'flow.what'), say(language, 'flow.units')],
      nodes: [
        ...sorted(
          different(party).map((way) => ({
            ...{ id: party(way), column: 0 },
            label: shown.nameOf(way.party),
          })),
        ),
        ...sorted(
          different(part).map((way) => ({
            ...{ id: part(way), column: 1, label: sayKind(language, way.share) },
          })),
        ),
        ...sorted(
          different(unit).map((way) => ({
            ...{ id: unit(way), column: 2, label: nameOfNeed(way) },
            said: say(language, 'units.of', { units: way.to.units, wanted: way.to.wanted }),
          })),
        ),
      ],
      links: [...linksOf(ways, party, part), ...linksOf(ways, part, unit)],
    }),
    rule: say(language, 'flow.rule'),
    asOf: shown.instance.asOf,
    table: {
      columns: [
        say(language, 'flow.who'),
        say(language, 'flow.what'),
        say(language, 'flow.units'),
        say(language, 'when'),
      ],
      rows: ways.map((way) => [
        shown.nameOf(way.party),
        [
          sayHowMany(language, way.share.amount, way.share.unit),
          sayConditions(language, way.share.conditions) ?? [],
        ]
          .flat()
          .join(' · '),
        nameOfNeed(way),
        sayDayRange(language, way.share.from, way.share.until),
      ]),
    },
  }
}
