import { sayPartialDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { Charted } from '../../../ui/chart/charted.ts'
import { together } from '../../../ui/chart/drawing/letters.ts'
import { editionsLine } from '../../../ui/chart/editions-line.tsx'
import { stacked } from '../../../ui/chart/stacked.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { addressOfCount } from '../count/address.ts'
import {
  type Age,
  type AtAge,
  atAge,
  KNOWN,
  type Known,
  knownOn,
  shareDelivered,
} from '../count/ages.ts'
import { pledgesAmong } from '../count/count.ts'
import { countsBy, FILLINGS, PARTS } from '../count/parts.ts'
import type { EditionFacts, RecordFacts } from '../editions.ts'
import { say } from '../words.ts'

/** The parts of a picture in words; what came to rest is drawn with what is under way, and the legend says so. */
const partsIn = (language: Language, rests: boolean) =>
  PARTS.map((part) => ({
    label:
      part === 'under-way' && rests
        ? `${say(language, 'known.under-way')} · ${say(language, 'known.at-rest')}`
        : say(language, `known.${part}`),
    filling: FILLINGS[part],
  }))

const nameOf = (language: Language, { outline }: EditionFacts) =>
  readingOf(outline.shortName, language).value

const whenOf = (language: Language, { outline }: EditionFacts) =>
  outline.dates ? sayPartialDay(language, outline.dates.first.slice(0, 7)) : ''

/** What is known today of the pledges of each edition: numbers, never a rate. */
export function editionsChart(
  language: Language,
  { editions }: Pick<RecordFacts, 'editions'>,
  today: string,
): Charted {
  const rows = editions.map((edition) => {
    const pledges = pledgesAmong(edition.entries)
    const known = Map.groupBy(pledges, (entry) => knownOn(entry, today))
    return { edition, pledges: pledges.length, number: (one: Known) => known.get(one)?.length ?? 0 }
  })
  return {
    title: say(language, 'editions.chart'),
    picture: editionsLine({
      language,
      parts: partsIn(
        language,
        rows.some(({ number }) => number('at-rest') > 0),
      ),
      editions: rows.map(({ edition, pledges, number }) => ({
        label: nameOf(language, edition),
        when: whenOf(language, edition),
        said: say(language, 'count.pledges', { count: pledges }),
        counts: countsBy(number),
      })),
    }),
    rule: say(language, 'rule.standing.text'),
    asOf: today,
    table: {
      columns: [
        say(language, 'edition'),
        say(language, 'rule.pledges'),
        ...KNOWN.map((known) => say(language, `known.${known}`)),
      ],
      rows: rows.map(({ edition, pledges, number }) => [
        nameOf(language, edition),
        {
          value: pledges,
          href: hrefOf(language, addressOfCount('pledges', { edition: edition.outline.id })),
        },
        ...KNOWN.map(number),
      ]),
    },
  }
}

/** The editions when their pledges were of one age. */
export function agesChart(
  language: Language,
  { editions }: Pick<RecordFacts, 'editions'>,
  age: Age,
  today: string,
): Charted {
  const rows = editions.map((edition) => ({ edition, at: atAge(edition.entries, age, today) }))
  return {
    title: say(language, 'ages.chart', { months: age }),
    picture: stacked({
      language,
      parts: partsIn(
        language,
        rows.some(({ at }) => at.by['at-rest'].length > 0),
      ),
      rows: rows
        .filter(({ at }) => at.pledges > 0)
        .map(({ edition, at }) => ({
          label: `${nameOf(language, edition)} · ${together(whenOf(language, edition))}`,
          said: say(language, 'count.pledges', { count: at.pledges }),
          counts: countsBy((known) => at.by[known].length),
          note: noteOf(language, at),
        })),
    }),
    rule: say(language, 'ages.rule'),
    asOf: today,
    table: {
      columns: [
        say(language, 'edition'),
        say(language, 'rule.pledges'),
        ...KNOWN.map((known) => say(language, `known.${known}`)),
        say(language, 'ages.judged.column'),
        say(language, 'ages.percent.column'),
        say(language, 'ages.young.column'),
      ],
      rows: rows.map(({ edition, at }) => [
        nameOf(language, edition),
        at.pledges,
        ...KNOWN.map((known) => at.by[known].length),
        at.judged,
        shareDelivered(at),
        at.tooYoung,
      ]),
    },
  }
}

/** How many could be judged, and a percentage only where it may be said. */
export function noteOf(language: Language, at: AtAge): string {
  const percent = shareDelivered(at)
  return [
    say(language, 'ages.judged', { judged: at.judged, pledges: at.pledges }),
    ...(percent === null
      ? []
      : [
          say(language, 'ages.delivered', { delivered: at.by.delivered.length }),
          say(language, 'ages.percent', { percent }),
        ]),
  ].join(' · ')
}
