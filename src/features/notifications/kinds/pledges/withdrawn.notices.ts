import { withdrawPledge } from '../../../pledges/commands.ts'
import { isPublic } from '../../../pledges/life.model.ts'
import { partiesOf } from '../../../pledges/shares.model.ts'
import { invitedTo } from '../../../pledges/writing/queries.ts'
import { noticeKind } from '../../kind.ts'
import { afterLooking, at, FOCAL_POINT, SECRETARIAT, secretariats } from '../kind.notices.ts'
import { authorsOf, toParties } from './author.ts'
import { byDesk } from './places.ts'

/** A pledge was taken back: of a draft, only those hear to whom it was shown. */
export const withdrawn = noticeKind('pledges-withdrawn', {
  group: 'pledges',
  usual: 'at-once',
  least: 'off',
  roles: [...SECRETARIAT, ...FOCAL_POINT],
  after: [
    afterLooking(
      withdrawPledge,
      (db, { after: { id } }) => invitedTo(db, id),
      (shownTo, { before, after: pledge }) => {
        const { id, conference } = pledge
        const wasPublic = before !== null && isPublic(before)
        const others = wasPublic ? partiesOf(pledge.terms.shares) : shownTo
        return [
          ...toParties(pledge, [...new Set([...authorsOf(pledge), ...others])], {
            facts: {},
            public: wasPublic,
          }),
          ...(pledge.handedInAt !== null || wasPublic
            ? [
                {
                  to: secretariats(conference),
                  facts: { ...at(conference), pledge: id },
                  at: wasPublic ? `/pledges/${id}` : byDesk(conference, id),
                },
              ]
            : []),
        ]
      },
    ),
  ],
})
