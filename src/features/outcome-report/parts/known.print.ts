import { sayPartialDay } from '../../../i18n/days.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import { printBare } from '../../../ui/chart/alone.tsx'
import { bars } from '../../../ui/chart/bars.tsx'
import type { Picture } from '../../../ui/chart/drawing/picture.ts'
import { stacked } from '../../../ui/chart/stacked.tsx'
import { AGES, atAge, KNOWN, type Known, knownOn, shareDelivered } from '../../record/count/ages.ts'
import { count } from '../../record/count/count.ts'
import { countsBy, FILLINGS, PARTS } from '../../record/count/parts.ts'
import { sayTerm } from '../../record/terms.print.ts'
import { type Block, line, paragraph, plainly } from '../blocks.ts'
import { BESIDE, type Desk } from '../desk.print.ts'
import { say } from '../words.ts'

/** As wide as the text of a page, in the units of a drawing. */
const WIDTH = 660

/** Vowel marks of Arabic: in a drawing they keep its words from being found and read aloud. */
const MARKS = /[\u064B-\u0652\u0670]/g

/** What is known of the pledges on a day, or when each of them was of one age. */
interface Moment {
  label: string
  pledges: number
  number(known: Known): number
  note?: string
}

/** Today first, then every age that some pledge of the conference has reached. */
function momentsOf({ language, outcome }: Desk): Moment[] {
  const { pledges, asOf } = outcome
  const entries = pledges.map(({ entry }) => entry)
  const counted = new Set(count(entries, 'pledges', () => true).counted)
  const known = Map.groupBy(
    entries.filter(({ id }) => counted.has(id)),
    (entry) => knownOn(entry, asOf),
  )
  const ages = AGES.map((age) => atAge(entries, age, asOf)).filter((at) => at.pledges > 0)
  return [
    {
      label: say(language, 'as-of', { date: sayPartialDay(language, asOf) }),
      pledges: counted.size,
      number: (one) => known.get(one)?.length ?? 0,
    },
    ...ages.map((at) => {
      const percent = shareDelivered(at)
      return {
        label: sayTerm(language, 'ages.after', { months: at.age }),
        pledges: at.pledges,
        number: (one: Known) => at.by[one].length,
        note: [
          sayTerm(language, 'ages.judged', { judged: at.judged, pledges: at.pledges }),
          ...(percent === null
            ? []
            : [
                sayTerm(language, 'ages.delivered', { delivered: at.by.delivered.length }),
                sayTerm(language, 'ages.percent', { percent }),
              ]),
        ].join(BESIDE),
      }
    }),
  ]
}

/** What is known of the pledges, today and at equal age: a picture, and the same as a table. */
export function knownBlocks(desk: Desk): Block[] {
  const { language } = desk
  const moments = momentsOf(desk)
  const [today] = moments as [Moment, ...Moment[]]
  const rests = moments.some(({ number }) => number('at-rest') > 0)
  const picture = stacked({
    language,
    parts: PARTS.map((part) => ({
      label:
        part === 'under-way' && rests
          ? [sayTerm(language, 'known.under-way'), sayTerm(language, 'known.at-rest')].join(BESIDE)
          : sayTerm(language, `known.${part}`),
      filling: FILLINGS[part],
    })),
    rows: moments.map(({ label, pledges, number, note }) => ({
      label,
      said: sayTerm(language, 'count.pledges', { count: pledges }),
      counts: countsBy(number),
      ...(note && { note }),
    })),
  })
  const title = say(language, 'known.chart', {
    found: today.pledges - today.number('nothing-found'),
    all: today.pledges,
  })
  const rows = [
    [sayTerm(language, 'rule.pledges'), moments.map(({ pledges }) => pledges)] as const,
    ...KNOWN.map(
      (known) =>
        [sayTerm(language, `known.${known}`), moments.map(({ number }) => number(known))] as const,
    ),
  ].filter(([, numbers]) => numbers.some((number) => number > 0))
  return [
    ...chart(desk, picture, title, []),
    {
      kind: 'table',
      about: title,
      whole: true,
      columns: [
        { label: say(language, 'known'), share: 4 },
        ...moments.map(({ label }, place) => ({
          label,
          share: place === 0 ? 3 : 2,
          numbers: true,
        })),
      ],
      groups: plainly(
        rows.map(([label, numbers]) => [
          [line('plain', label)],
          ...numbers.map((number) => [line('plain', sayNumber(language, number))]),
        ]),
      ),
    },
    paragraph('quiet', sayTerm(language, 'rule.standing.text')),
    paragraph('quiet', sayTerm(language, 'ages.rule')),
  ]
}

/** How many pledges stand under each heading. */
export function headingsBlocks(
  desk: Desk,
  headings: readonly { label: string; pledges: number }[],
): Block[] {
  const { language } = desk
  const saidOf = (pledges: number) => sayTerm(language, 'count.pledges', { count: pledges })
  const picture = bars({
    language,
    rows: headings.map(({ label, pledges }) => ({ label, said: saidOf(pledges), low: pledges })),
  })
  const numbers = headings.map(({ label, pledges }) => `${label}: ${saidOf(pledges)}`).join('; ')
  return chart(
    desk,
    picture,
    say(language, 'categories.chart'),
    [sayTerm(language, 'rule.pledges.text')],
    numbers,
  )
}

function chart(
  { language }: Desk,
  picture: Picture | null,
  title: string,
  rules: readonly string[],
  numbers = '',
): Block[] {
  if (!picture) return []
  return [
    {
      kind: 'chart',
      svg: printBare(picture, { language, title, width: WIDTH }).replace(MARKS, ''),
      title,
      alt: numbers === '' ? `${title}. ${say(language, 'chart.below')}` : `${title}. ${numbers}`,
      notes: rules.map((rule) => line('quiet', rule)),
    },
  ]
}
