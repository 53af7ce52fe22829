import { compareIn, sortKeyOf } from '../../../i18n/collation.ts'
import { sayPartialDay } from '../../../i18n/days.ts'
import { sayList } from '../../../i18n/numbers.ts'
import { sayRange } from '../../../i18n/quantities.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { PartialDay } from '../../../kernel/time.ts'
import type { Cell, Charted } from '../../../ui/chart/charted.ts'
import { persistence } from '../../../ui/chart/persistence.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import type { CapabilityCode } from '../../capabilities/model.ts'
import type { Paper } from '../../capabilities/requirements.model.ts'
import { isNamedAgain, monthsBetween } from '../../capabilities/shortage.ts'
import { nameOn } from '../../parties/model.ts'
import { addressOfCount } from '../count/address.ts'
import { KNOWN } from '../count/ages.ts'
import { say } from '../words.ts'
import type { GapsFacts, NeedFacts, Shown } from './facts.ts'
import { tellsTypes } from './families.ts'
import { type Measured, missionGaps, readinessGaps } from './measures.ts'
import { filterSince, type Named } from './named.ts'

/** The name of a family in the reader's language. */
export const nameOf = (
  language: Language,
  { names }: Pick<NeedFacts, 'names'>,
  family: CapabilityCode,
): string => names.get(family)?.[language] ?? family

/** Things by their names, in the alphabet of the page. */
export function inAlphabet<Thing>(
  language: Language,
  things: readonly Thing[],
  name: (thing: Thing) => string,
): Thing[] {
  const compare = compareIn(language)
  const key = (thing: Thing) => sortKeyOf(language, name(thing))
  return things.toSorted((a, b) => compare(key(a), key(b)))
}

/** The families that are named, the one named first at the top; those of one date in the page's alphabet. */
export const familiesIn = (language: Language, facts: Shown): Named[] =>
  inAlphabet(language, facts.named, ({ capability }) =>
    nameOf(language, facts, capability),
  ).toSorted((a, b) => (a.first === b.first ? 0 : a.first < b.first ? -1 : 1))

/** Since when and until when a family is named: «September 2015 – December 2023». */
export function sayNaming(language: Language, { first, last }: Named): string {
  const [from, until] = [sayPartialDay(language, first), sayPartialDay(language, last)]
  return first === last ? from : say(language, 'gaps.between', { from, until })
}

/** Who issued a text, by the name of its day. */
export function sayIssuer(
  language: Language,
  { issuer, date }: Pick<Paper, 'issuer' | 'date'>,
  parties: GapsFacts['parties'],
): string {
  if ('name' in issuer) return readingOf(issuer.name, language).value
  const party = parties.get(issuer.party)
  return party ? nameOn(party, date, language).short : issuer.party
}

/** Who named a family, each once, in the order in which they first did. */
export const issuersOf = (language: Language, { namings }: Named, facts: Shown): string[] => [
  ...new Set(namings.map(({ paper }) => sayIssuer(language, paper, facts.parties))),
]

/** The gap of a family by one measure; null where it cannot be told. */
export function sayGap(language: Language, gaps: readonly Measured[]): string | null {
  const told = gaps.flatMap(({ missing, requirement: { mission, quantity } }) => {
    if (missing === null || quantity.kind === 'none') return []
    const amount = sayRange(language, quantity, missing)
    return [mission === null ? amount : `${mission}${say(language, 'colon')}${amount}`]
  })
  return told.length === 0 ? null : told.join(' · ')
}

const dated = (language: Language, day: PartialDay): Cell => ({
  value: day,
  said: sayPartialDay(language, day),
})

/** Which families of capabilities are named as needed again and again, since when, and what was pledged since. */
export function gapsChart(language: Language, facts: Shown): Charted {
  const { papers, accepted, today } = facts
  const families = familiesIn(language, facts)
  const told = papers.filter(tellsTypes)
  const linked = (family: Named): Cell[] => {
    const href = (more: object) =>
      hrefOf(language, addressOfCount('pledges', { ...filterSince(family), ...more }))
    return [
      { value: family.pledged, href: href({}) },
      ...KNOWN.map((known) => ({ value: family.known[known], href: href({ known }) })),
    ]
  }
  return {
    title: say(language, 'gaps.chart', {
      again: families.filter(isNamedAgain).length,
      all: families.length,
    }),
    description: say(language, 'gaps.chart.about'),
    picture: persistence({
      language,
      papers: told.map(({ date }) => date),
      rows: families.map((family) => ({
        label: nameOf(language, facts, family.capability),
        said: say(language, 'gaps.texts', { count: family.namings.length }),
        named: family.namings.map(({ paper }) => paper.date),
      })),
    }),
    rule: say(language, 'gaps.chart.rule'),
    sample: say(language, 'gaps.sample', { all: papers.length, told: told.length }),
    asOf: today,
    address: '/gaps',
    table: {
      columns: [
        ...COLUMNS.map((column) => say(language, `gaps.${column}`)),
        ...KNOWN.map((known) => say(language, `known.${known}`)),
        say(language, 'gaps.mission'),
        say(language, 'gaps.readiness'),
      ],
      rows: families.map((family) => [
        nameOf(language, facts, family.capability),
        family.capability,
        dated(language, family.first),
        dated(language, family.last),
        family.namings.length,
        monthsBetween(family.first, family.last),
        sayList(language, issuersOf(language, family, facts)),
        ...linked(family),
        sayGap(language, missionGaps(papers, family.capability, accepted)),
        sayGap(language, readinessGaps(papers, family.capability)),
      ]),
    },
  }
}

const COLUMNS = ['family', 'code', 'first', 'last', 'count', 'months', 'by', 'pledged'] as const
