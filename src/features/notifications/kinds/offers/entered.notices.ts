import { type Change, changeOffer, makeOffer, renewOffer } from '../../../offers/commands.ts'
import { noticeKind, type Telling } from '../../kind.ts'
import { after, FOCAL_POINT, focalPoint } from '../kind.notices.ts'

const tell = ({ side, after: { conference, party, id } }: Change): Telling[] =>
  side === 'party'
    ? []
    : [
        {
          to: [focalPoint(conference, party)],
          facts: { conference },
          at: `/${conference}/delegation/${party}/offers/${id}`,
        },
      ]

/** The secretariat said for a party what it offers: it waits to be confirmed. */
export const offerEntered = noticeKind('offers-entered', {
  group: 'pledges',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  after: [after(makeOffer, tell), after(changeOffer, tell), after(renewOffer, tell)],
})
