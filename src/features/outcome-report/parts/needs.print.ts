import { compareIn } from '../../../i18n/collation.ts'
import { sayPartialDay } from '../../../i18n/days.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import { sayQuantity } from '../../../i18n/quantities.ts'
import { sayTerm } from '../../capabilities/pages/terms.print.ts'
import { needsOf, type Paper, type Requirement } from '../../capabilities/requirements.model.ts'
import { type Answer, answersOf, began } from '../../record/gaps/answers.ts'
import { sayTerm as sayOfRecord } from '../../record/terms.print.ts'
import { type Block, type Cell, line, type Part, paragraph, plainly } from '../blocks.ts'
import {
  BESIDE,
  capabilityName,
  type Desk,
  missionName,
  partyName,
  sayText,
  together,
  wordsOf,
} from '../desk.print.ts'
import { say } from '../words.ts'

/** What had been named as needed before the conference, and what its pledges answer of that by our reading. */
export function needsPart(desk: Desk): Part | null {
  const { language, outcome } = desk
  const editions = began(outcome.editions)
  const entries = outcome.pledges.map(({ entry }) => entry)
  const answers = answersOf(outcome.papers, editions, entries).filter(
    ({ edition }) => edition === outcome.conference.id,
  )
  const texts = textsBefore(outcome.papers, editions, outcome.conference.id)
  if (answers.length === 0 && texts.length === 0) return null
  return {
    id: 'needs',
    heading: say(language, 'needs'),
    blocks: [
      paragraph('plain', say(language, texts.length > 0 ? 'needs.text' : 'needs.none')),
      ...(texts.length > 0 ? [textsBlock(desk, texts)] : []),
      ...(answers.length > 0
        ? [
            {
              kind: 'heading' as const,
              level: 2 as const,
              words: say(language, 'needs.answers'),
              about: [line('plain', sayOfRecord(language, 'gaps.editions.text'))],
            },
            answersBlock(desk, answers),
          ]
        : []),
    ],
  }
}

/** The texts since the edition before, also those that do not state types in public; by date. */
function textsBefore(
  papers: readonly Paper[],
  editions: ReturnType<typeof began>,
  id: string,
): Paper[] {
  const place = editions.findIndex((one) => one.id === id)
  const month = (at: number) => (editions[at]?.first ?? '').slice(0, 7)
  return papers.filter(
    ({ date }) => date.slice(0, 7) > month(place - 1) && date.slice(0, 7) <= month(place),
  )
}

const textsBlock = (desk: Desk, texts: readonly Paper[]): Block => ({
  kind: 'table',
  about: say(desk.language, 'needs'),
  whole: false,
  columns: [
    { label: say(desk.language, 'needs.said'), share: 5 },
    { label: say(desk.language, 'needs.capability'), share: 4 },
    { label: say(desk.language, 'needs.more'), share: 4 },
  ],
  groups: texts.map((paper) => ({
    heading: [sayText(desk, paper.title), sayPartialDay(desk.language, paper.date)].join(BESIDE),
    about: [
      line(
        'quiet',
        [issuerOf(desk, paper), sayTerm(desk.language, `paper.${paper.kind}`)].join(BESIDE),
      ),
    ],
    listed: false,
    rows: rowsOf(desk, paper),
  })),
})

const issuerOf = (desk: Desk, { issuer }: Paper): string =>
  'party' in issuer ? partyName(desk, issuer.party) : sayText(desk, issuer.name)

function rowsOf(desk: Desk, paper: Paper): Cell[][] {
  const { language } = desk
  const needs = needsOf(paper)
  if (needs.length === 0) {
    const said = paper.requirements.length === 0 ? 'content.unknown' : 'types-unknown'
    return [[[line('plain', sayTerm(language, said), desk.cite(paper.sources))]]]
  }
  return needs.map((need) => [
    [line('plain', wordsOf(desk, need.words), desk.cite(need.sources))],
    capabilitiesOf(desk, need),
    particulars(desk, need),
  ])
}

const capabilitiesOf = (desk: Desk, { capabilities, ours }: Requirement): Cell =>
  capabilities.length === 0
    ? [line('quiet', sayTerm(desk.language, 'types-unknown'))]
    : [
        line('plain', capabilities.map((code) => capabilityName(desk, code)).join(BESIDE)),
        ...(ours.includes('capabilities') ? [line('quiet', sayTerm(desk.language, 'ours'))] : []),
      ]

/** How many, for what, by when and how pressing: each only where it was said. */
function particulars(desk: Desk, need: Requirement): Cell {
  const { language } = desk
  const { quantity, mission, scope, neededBy, urgency, urgencyWords } = need
  return [
    ...(quantity.kind === 'none' ? [] : [line('plain', sayQuantity(language, quantity))]),
    ...(mission ? [line('plain', missionName(desk, mission))] : []),
    ...(scope ? [line('plain', sayTerm(language, `scope.${scope}`))] : []),
    ...(neededBy ? [line('plain', wordsOf(desk, neededBy.words))] : []),
    ...(urgencyWords
      ? [line('quiet', wordsOf(desk, urgencyWords))]
      : urgency
        ? [line('quiet', sayTerm(language, `urgency.${urgency}`))]
        : []),
  ]
}

/** Family by family in the order of the alphabet: since when it was named, and the pledges of the same family. */
function answersBlock(desk: Desk, answers: readonly Answer[]): Block {
  const { language, outcome } = desk
  const compare = compareIn(language)
  const dateOf = (id: string) => outcome.papers.find((paper) => paper.id === id)?.date ?? ''
  return {
    kind: 'table',
    about: say(language, 'needs.answers'),
    whole: false,
    columns: [
      { label: sayOfRecord(language, 'gaps.family'), share: 5 },
      { label: sayOfRecord(language, 'gaps.anew'), share: 5 },
      { label: sayOfRecord(language, 'rule.pledges'), share: 2, numbers: true },
    ],
    groups: plainly(
      answers
        .map((answer) => ({ ...answer, name: capabilityName(desk, answer.family) }))
        .toSorted((a, b) => compare(a.name, b.name))
        .map(({ name, anew, pledges }) => [
          [line('plain', name)],
          [
            anew.length > 0
              ? line(
                  'plain',
                  anew.map((id) => together(sayPartialDay(language, dateOf(id)))).join(BESIDE),
                )
              : line('quiet', sayOfRecord(language, 'gaps.earlier')),
          ],
          [line('plain', sayNumber(language, pledges.length))],
        ]),
    ),
  }
}
