import { submit } from '../../../delegations/participants/decide.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, SECRETARIAT, secretariats } from '../kind.notices.ts'

/** A delegation handed people in for accreditation. */
export const peopleSubmitted = noticeKind('delegations-submitted', {
  group: 'delegations',
  usual: 'digest',
  least: 'off',
  roles: SECRETARIAT,
  after: [
    after(submit, (moves, { conference, party }) => [
      {
        to: secretariats(conference),
        facts: { conference, party, count: moves.length },
        at: `/${conference}/desk/accreditation?party=${party}`,
      },
    ]),
  ],
})
