import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { Charted } from '../../../ui/chart/charted.ts'
import { type FlowNode, flow } from '../../../ui/chart/flow.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { sayRole } from '../../pledges/pages/says.tsx'
import { addressOfCount, queryOf } from '../count/address.ts'
import { answersOf, began } from '../gaps/answers.ts'
import type { NeedFacts } from '../gaps/facts.ts'
import { inAlphabet, nameOf } from '../gaps/gaps-chart.tsx'
import { say } from '../words.ts'
import { type FlowWish, type Stream, type Streams, streamsOf, type Through } from './streams.ts'

/** What the flow is made of, and what of it was chosen. */
export interface FlowFacts extends NeedFacts {
  wish: FlowWish
  /** Worked out once for the picture and the table below it. */
  streams: Streams
  /** The day for which what is known of pledges holds. */
  today: string
}

/** The short name of an edition. */
export function editionName(language: Language, { editions }: NeedFacts, id: string): string {
  const edition = editions.find((one) => one.id === id)
  return edition ? readingOf(edition.shortName, language).value : id
}

/** Which streams are shown, in words: the edition and the family that were chosen. */
export function sayChosen(language: Language, facts: FlowFacts): string[] {
  const { edition, capability } = facts.wish
  return [
    ...(edition ? [editionName(language, facts, edition)] : []),
    ...(capability ? [nameOf(language, facts, capability)] : []),
  ]
}

/** Everything that flows, for a wish, as of a day. */
export const flowOn = (needs: NeedFacts, wish: FlowWish, today: string): FlowFacts => ({
  ...needs,
  wish,
  streams: streamsOf(answersOf(needs.papers, began(needs.editions), needs.entries), wish),
  today,
})

/** From needs to editions to parts. Families stand in the page's alphabet, editions by date, parts as they are listed. */
export function flowChart(language: Language, facts: FlowFacts): Charted {
  const { streams } = facts
  const family = (code: string) => nameOf(language, facts, code)
  const edition = (code: string) => editionName(language, facts, code)
  const node =
    (column: number, label: (code: string) => string) =>
    ({ code, pledges }: Through<string>): FlowNode => ({
      id: `${column}.${code}`,
      column,
      label: label(code),
      said: sayNumber(language, pledges),
    })
  const link =
    (column: number) =>
    ({ from, to, pledges }: Stream<string, string>) => ({
      from: `${column}.${from}`,
      to: `${column + 1}.${to}`,
      count: pledges,
    })
  const linked = ({ pledges, filter }: Stream<string, string>) => ({
    value: pledges,
    href: hrefOf(language, addressOfCount('pledges', filter)),
  })
  return {
    title: [
      say(language, 'flow.chart', { pledges: streams.pledges }),
      ...sayChosen(language, facts),
    ].join(' · '),
    picture: flow({
      language,
      columns: [
        say(language, 'flow.needs'),
        say(language, 'flow.editions'),
        say(language, 'flow.parts'),
      ],
      nodes: [
        ...inAlphabet(language, streams.families, ({ code }) => family(code)).map(node(0, family)),
        ...streams.editions.map(node(1, edition)),
        ...streams.roles.map(({ code, pledges }) =>
          node(2, () => sayRole(language, code))({ code, pledges }),
        ),
      ],
      links: [...streams.answers.map(link(0)), ...streams.parts.map(link(1))],
    }),
    rule: say(language, 'flow.rule'),
    asOf: facts.today,
    address: `/record/flow${queryOf(facts.wish)}`,
    table: {
      columns: (['kind', 'from', 'to'] as const)
        .map((column) => say(language, `flow.${column}`))
        .concat(say(language, 'map.counted')),
      rows: [
        ...inAlphabet(language, streams.answers, ({ from }) => family(from)).map((stream) => [
          say(language, 'flow.kind.answer'),
          family(stream.from),
          edition(stream.to),
          linked(stream),
        ]),
        ...streams.parts.map((stream) => [
          say(language, 'flow.kind.part'),
          edition(stream.from),
          sayRole(language, stream.to),
          linked(stream),
        ]),
      ],
    },
  }
}
