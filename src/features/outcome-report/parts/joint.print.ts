import { sayPartialDay } from '../../../i18n/days.ts'
import { sayQuantity } from '../../../i18n/quantities.ts'
import { sayTerm } from '../../pledges/pages/terms.print.ts'
import { isJoint, type Turn } from '../../pledges/shares.model.ts'
import { type Cell, type Group, line, type Part, paragraph } from '../blocks.ts'
import { BESIDE, type Desk, inOrder, partyName } from '../desk.print.ts'
import type { Pledged } from '../facts.ts'
import { say } from '../words.ts'
import { headOf } from './pledges.print.ts'

/** Each joint pledge with the part of every party in it; null where there is none. */
export function jointPart(desk: Desk): Part | null {
  const { language, outcome } = desk
  const joint = inOrder(
    desk,
    outcome.pledges.filter(({ terms }) => isJoint(terms.shares)),
  )
  if (joint.length === 0) return null
  return {
    id: 'joint',
    heading: say(language, 'joint'),
    blocks: [
      paragraph('plain', say(language, 'joint.text')),
      {
        kind: 'table',
        about: say(language, 'joint'),
        whole: false,
        columns: [
          { label: sayTerm(language, 'share.party'), share: 5 },
          { label: say(language, 'joint.part'), share: 6 },
          { label: sayTerm(language, 'share.known'), share: 5 },
        ],
        groups: joint.map((pledge) => groupOf(desk, pledge)),
      },
    ],
  }
}

function groupOf(desk: Desk, pledge: Pledged): Group {
  const { language } = desk
  const { shares, rotation } = pledge.terms
  const { head, about } = headOf(desk, pledge)
  const rows = [...Map.groupBy(shares, ({ party }) => party)].map(([party, own]): Cell[] => [
    [line('plain', partyName(desk, party))],
    own.map(({ role, quantity }) =>
      line(
        'plain',
        [
          sayTerm(language, `role.${role}`),
          ...(quantity.kind === 'none' ? [] : [sayQuantity(language, quantity)]),
        ].join(BESIDE),
      ),
    ),
    [...new Set(own.map(({ consent }) => consent))].map((consent) =>
      line('quiet', sayTerm(language, `consent.${consent}`)),
    ),
  ])
  return {
    heading: head,
    about: [about],
    listed: false,
    rows: rotation.length > 0 ? [...rows, turns(desk, rotation)] : rows,
  }
}

/** Whose turn it is when: partners share time, and the quantity stays the same. */
const turns = (desk: Desk, rotation: readonly Turn[]): Cell[] => [
  [line('quiet', sayTerm(desk.language, 'rotation'))],
  rotation.map((turn) => line('plain', sayTurn(desk, turn))),
  [line('quiet', sayTerm(desk.language, 'rotation.note'))],
]

function sayTurn(desk: Desk, { party, from, until, inferred }: Turn): string {
  const { language } = desk
  const day = (one: string | null) =>
    one ? sayPartialDay(language, one) : sayTerm(language, 'period.open')
  return [
    partyName(desk, party),
    ...(from || until ? [`${day(from)} – ${day(until)}`] : []),
    ...(inferred ? [sayTerm(language, 'inferred')] : []),
  ].join(BESIDE)
}
