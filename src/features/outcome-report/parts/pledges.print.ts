import { sayPartialDay } from '../../../i18n/days.ts'
import { isolateIn } from '../../../i18n/isolate.ts'
import { sayNumber, setBeside } from '../../../i18n/numbers.ts'
import { sayQuantity } from '../../../i18n/quantities.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { CategoryFigure } from '../../capabilities/categories.model.ts'
import { sayTerm as sayOfCapabilities } from '../../capabilities/pages/terms.print.ts'
import { sayTerm as sayOfPledges } from '../../pledges/pages/terms.print.ts'
import { isJoint } from '../../pledges/shares.model.ts'
import { count } from '../../record/count/count.ts'
import { sayTerm } from '../../record/terms.print.ts'
import { type Cell, type Group, type Line, line, type Part, paragraph } from '../blocks.ts'
import {
  BESIDE,
  capabilityName,
  type Desk,
  inOrder,
  missionName,
  partiesInOrder,
  partyName,
  sayText,
  wordsOf,
} from '../desk.print.ts'
import type { Pledged } from '../facts.ts'
import { codesWith, type Grouped, groupsOf } from '../groups.ts'
import { say } from '../words.ts'
import { categoryName } from './figures.print.ts'
import { headingsBlocks } from './known.print.ts'
import { standingCell } from './standing.print.ts'

/** Every pledge of our sample under the headings to which it belongs. */
export function pledgesPart(desk: Desk): Part {
  const { language, outcome } = desk
  const groups = groupsOf(outcome)
  const { categories } = outcome
  const headings = groups.map((group) => ({
    label: headingOf(desk, group),
    pledges: numberOf(desk, group, 'pledges'),
  }))
  const unconfirmed = outcome.pledges.every(({ confirmedBy }) => confirmedBy.length === 0)
  return {
    id: 'pledges',
    heading: say(language, categories ? 'pledges.by-category' : 'pledges.by-family'),
    blocks: [
      ...(categories
        ? [paragraph('plain', wordsOf(desk, categories.basis), desk.cite(categories.sources))]
        : [paragraph('plain', say(language, 'families.text'))]),
      paragraph('plain', say(language, 'pledges.text')),
      paragraph('plain', say(language, unconfirmed ? 'confirmed.none' : 'confirmed.some')),
      ...headingsBlocks(desk, headings),
      {
        kind: 'table',
        about: say(language, 'column.pledge'),
        whole: false,
        columns: [
          { label: sayOfPledges(language, 'share.party'), share: 5 },
          { label: say(language, 'column.pledge'), share: 10 },
          { label: say(language, 'column.known'), share: 6 },
        ],
        groups: groups.map((group) => tableOf(desk, groups, group)),
      },
    ],
  }
}

function headingOf(desk: Desk, { code }: Grouped): string {
  if (code === null) return say(desk.language, 'pledges.others')
  return desk.outcome.categories ? categoryName(desk, code) : capabilityName(desk, code)
}

const numberOf = ({ outcome }: Desk, { pledges }: Grouped, rule: 'pledges' | 'states'): number =>
  count(
    pledges.map(({ entry }) => entry),
    rule,
    (code) => outcome.states.has(code),
  ).number ?? 0

function tableOf(desk: Desk, groups: readonly Grouped[], group: Grouped): Group {
  const published =
    desk.outcome.categories?.categories.find(({ code }) => code === group.code)?.figures ?? []
  return {
    heading: headingOf(desk, group),
    about: numbersOf(desk, group, published),
    listed: true,
    rows: inOrder(desk, group.pledges).map((pledge) => [
      partiesInOrder(pledge.terms).map((code) => line('plain', partyName(desk, code))),
      promiseUnder(desk, groups, group, pledge),
      standingCell(desk, pledge),
    ]),
  }
}

/** What our sample holds under a heading, by rules; and beside it what was published for it. */
function numbersOf(desk: Desk, group: Grouped, published: readonly CategoryFigure[]): Line[] {
  const { language } = desk
  const pair = (label: string, words: string) => say(language, 'pair', { label, words })
  const states = numberOf(desk, group, 'states')
  const ours = [
    sayTerm(language, 'count.pledges', { count: numberOf(desk, group, 'pledges') }),
    sayOfCapabilities(language, 'counts.states', {
      count: states,
      said: sayNumber(language, states),
    }),
  ]
  return [
    line('quiet', pair(sayTerm(language, 'published.ours'), ours.join(BESIDE))),
    ...published.map(({ number, how, counts, asOf, note, source }) =>
      line(
        'quiet',
        [
          {
            text: pair(
              sayTerm(language, 'published.theirs'),
              [
                sayOfCapabilities(language, `counts.${counts}`, {
                  count: number,
                  said: sayOfCapabilities(language, `how.${how}`, {
                    number: sayNumber(language, number),
                  }),
                }),
                ...(asOf ? [sayPartialDay(language, asOf)] : []),
              ].join(BESIDE),
            ),
          },
          ...(note ? [{ text: BESIDE }, ...wordsOf(desk, note)] : []),
        ],
        desk.cite([source]),
      ),
    ),
  ]
}

/** What was promised: in full under the first heading to which it belongs, with the others; under those in short. */
function promiseUnder(
  desk: Desk,
  groups: readonly Grouped[],
  here: Grouped,
  pledge: Pledged,
): Cell {
  const [first, ...others] = codesWith(groups, pledge)
  const named = (code: string) => headingOf(desk, { code, pledges: [] })
  if (first === undefined || first === here.code) return promise(desk, pledge, others.map(named))
  const { head, about } = headOf(desk, pledge)
  const label = say(desk.language, 'in-full')
  return [
    line('strong', head),
    about,
    line('quiet', say(desk.language, 'pair', { label, words: named(first) })),
  ]
}

/**
 * What was promised. The title where it is in the reader's language; else first what it is by our taxonomy, which
 * speaks seven, then the title in its own language.
 */
function promise(desk: Desk, pledge: Pledged, alsoUnder: readonly string[]): Cell {
  const { language } = desk
  const { terms, entry } = pledge
  const titled = readingOf(terms.title, language).language === language
  const capabilities = terms.capabilities.map((code) => capabilityName(desk, code)).join(BESIDE)
  const quantity = sayQuantity(language, terms.quantity)
  const title = line(
    titled || capabilities === '' ? 'strong' : 'plain',
    wordsOf(desk, terms.title),
    desk.cite(terms.sources),
  )
  const missions = terms.missions.map((code) => missionName(desk, code))
  const what = [quantity, ...(titled && capabilities ? [capabilities] : []), ...missions]
  const pair = (label: string, words: string) => say(language, 'pair', { label, words })
  const more = [
    isolateIn(language, entry.id),
    ...(isJoint(terms.shares) ? [say(language, 'joint.one')] : []),
    ...entry.reannounces.map((id) => pair(say(language, 'again'), isolateIn(language, id))),
    ...(alsoUnder.length > 0
      ? [pair(say(language, 'also-under'), setBeside(language, alsoUnder))]
      : []),
  ]
  const conditions = terms.conditions.map(({ kind }) => sayOfPledges(language, `condition.${kind}`))
  return [
    ...(titled || capabilities === '' ? [] : [line('strong', capabilities)]),
    title,
    line('quiet', what.join(BESIDE)),
    ...(conditions.length > 0
      ? [
          line(
            'quiet',
            pair(sayOfPledges(language, 'field.conditions'), [...new Set(conditions)].join(BESIDE)),
          ),
        ]
      : []),
    line('quiet', more.join(BESIDE)),
  ]
}

/** What heads an entry in a list: the title for readers of its language, for others what it is by our taxonomy. */
export function headOf(desk: Desk, { terms, entry }: Pledged): { head: string; about: Line } {
  const { value, language } = readingOf(terms.title, desk.language)
  const id = isolateIn(desk.language, entry.id)
  const capabilities = terms.capabilities.map((code) => capabilityName(desk, code)).join(BESIDE)
  if (language === desk.language || capabilities === '') {
    return { head: sayText(desk, terms.title), about: line('quiet', id) }
  }
  const title = { text: isolateIn(desk.language, value), language }
  return { head: capabilities, about: line('quiet', [title, { text: `${BESIDE}${id}` }]) }
}
