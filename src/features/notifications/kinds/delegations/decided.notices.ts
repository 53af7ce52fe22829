import {
  approve,
  giveBack,
  reconsider,
  refuse,
} from '../../../delegations/participants/decide.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT, focalPoint } from '../kind.notices.ts'

interface Decided {
  moves: readonly { deed: string; after: { conference: string; party: string | null } }[]
}

/** What was decided on the people of a delegation: that something was, not what of whom. */
const byDelegation = ({ moves }: Decided) => {
  const own = moves.flatMap(({ deed, after: { conference, party } }) =>
    // Where two must agree, the first of them decides nothing.
    party === null || deed === 'agree' ? [] : [{ conference, party }],
  )
  return [...Map.groupBy(own, ({ party }) => party)].map(([party, people]) => {
    const conference = people[0]?.conference ?? ''
    return {
      to: [focalPoint(conference, party)],
      facts: { conference, party, count: people.length },
      at: `/${conference}/delegation/${party}`,
      about: `delegation/${conference}/${party}`,
    }
  })
}

/** The secretariat decided on people of a delegation: accredited, returned or not accredited. */
export const peopleDecided = noticeKind('delegations-decided', {
  group: 'delegations',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  letters: ['delegations.decided'],
  after: [approve, giveBack, refuse, reconsider].map((command) => after(command, byDelegation)),
})
