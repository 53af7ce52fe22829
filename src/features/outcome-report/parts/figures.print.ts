import { sayPartialDay } from '../../../i18n/days.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import { sayRange } from '../../../i18n/quantities.ts'
import {
  type Figure,
  type FigureSet,
  type FigureValue,
  sideBySide,
} from '../../conferences/figure.model.ts'
import { sayTerm as sayOfConference } from '../../conferences/terms.print.ts'
import { count } from '../../record/count/count.ts'
import { filtered } from '../../record/count/filter.ts'
import { type Ours, oursFor } from '../../record/count/published.ts'
import { sayTerm } from '../../record/terms.print.ts'
import { type Block, type Cell, type Group, line, type Part, paragraph } from '../blocks.ts'
import { BESIDE, citeKeys, type Desk, sayText, wordsOf } from '../desk.print.ts'
import { say } from '../words.ts'

/** Every published figure with what it counts, its date and its source, and ours beside it where we count the same. */
export function figuresPart(desk: Desk): Part | null {
  const { language } = desk
  const groups = groupsIn(desk, (group) => group !== 'endorsement')
  if (groups.length === 0) return null
  return {
    id: 'figures',
    heading: say(language, 'figures'),
    blocks: [
      paragraph('plain', sayTerm(language, 'published.text')),
      tableOf(desk, groups),
      paragraph('quiet', say(language, 'figures.dash')),
    ],
  }
}

/** How many endorsed what: published numbers only, for endorsements are not pledges. */
export function endorsements(desk: Desk): Block[] {
  const groups = groupsIn(desk, (group) => group === 'endorsement')
  return groups.length === 0 ? [] : [tableOf(desk, groups)]
}

const tableOf = ({ language }: Desk, groups: readonly Group[]): Block => ({
  kind: 'table',
  about: say(language, 'figures'),
  whole: false,
  columns: [
    { label: sayTerm(language, 'published.counted'), share: 5 },
    { label: sayTerm(language, 'published.theirs'), share: 5 },
    { label: sayTerm(language, 'published.ours'), share: 3 },
  ],
  groups,
})

type Headings = ReturnType<typeof sideBySide>[number]['group']

function groupsIn(desk: Desk, wanted: (group: Headings) => boolean): Group[] {
  const { language, outcome } = desk
  return sideBySide(outcome.conference.figures, outcome.series.counting)
    .filter(({ group }) => wanted(group))
    .map(({ group, sets }) => {
      const rules = new Set(sets.map(({ rule }) => sayText(desk, rule.rule)))
      const shared = sets.length > 1 && rules.size === 1
      return {
        heading: sayOfConference(language, `group.${group}`),
        about: shared ? [line('quiet', [...rules].join())] : [],
        listed: false,
        rows: sets.map((set) => [
          [
            line('strong', sayText(desk, set.rule.label)),
            ...(shared ? [] : [line('quiet', sayText(desk, set.rule.rule))]),
          ],
          theirs(desk, set),
          ours(desk, set),
        ]),
      }
    })
}

/** Each number as it was said; those that differ stand side by side, and nothing is decided between them. */
const theirs = (desk: Desk, { figures, differ }: FigureSet): Cell => [
  ...figures.flatMap((figure) => published(desk, figure)),
  ...(differ ? [line('quiet', sayOfConference(desk.language, 'figures.differ'))] : []),
]

function published(desk: Desk, { value, asOf, note, sources }: Figure): Cell {
  const { language } = desk
  const date =
    asOf &&
    sayOfConference(language, asOf.length > 7 ? 'as-of' : 'as-of.month', {
      date: sayPartialDay(language, asOf),
    })
  return [
    line(
      'strong',
      [{ text: sayValue(desk, value) }, ...(date ? [{ text: date, mark: true as const }] : [])],
      citeKeys(desk, sources),
    ),
    ...(note ? [line('quiet', wordsOf(desk, note))] : []),
  ]
}

const sayValue = ({ language }: Desk, { how, number, to }: FigureValue): string =>
  sayOfConference(language, `value.${how}`, {
    number: sayNumber(language, number),
    to: sayNumber(language, to ?? number),
  })

function ours(desk: Desk, { counts }: FigureSet): Cell {
  const { language, outcome } = desk
  const codes = (outcome.categories?.categories ?? []).map(({ code }) => code)
  const asked = oursFor(counts, codes)
  if (!asked) return [line('plain', '–')]
  return [
    ...sayOurs(desk, asked).map((said) => line('strong', said)),
    line(
      'quiet',
      [
        sayTerm(language, `rule.${asked.rule}`),
        ...(asked.filter.category ? [categoryName(desk, asked.filter.category)] : []),
      ].join(BESIDE),
    ),
  ]
}

/** What the engine counts by a rule, in words: a number, or a sum for each measure. */
export function sayOurs({ language, outcome }: Desk, { rule, filter, measures }: Ours): string[] {
  const entries = outcome.pledges.map(({ entry }) => entry)
  const found = count(filtered(entries, filter), rule, (code) => outcome.states.has(code))
  if (found.number !== null) return [sayNumber(language, found.number)]
  const sums = found.sums.filter(({ measure }) => measures === null || measures.includes(measure))
  return sums.length === 0
    ? [sayNumber(language, 0)]
    : sums.map((sum) => sayRange(language, sum, sum.bounds))
}

/** What the edition called a category. */
export const categoryName = ({ language, outcome }: Desk, code: string): string =>
  outcome.categories?.categories.find((one) => one.code === code)?.names[language] ?? code
