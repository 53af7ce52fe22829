import { remindOfEnd } from '../../../offers/ending/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT, focalPoint } from '../kind.notices.ts'

/** A standing offer ends soon: its party renews it, or lets it end. */
export const offerEnding = noticeKind('offers-ending', {
  group: 'pledges',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  after: [
    after(remindOfEnd, ({ offer: { id, conference, party, terms } }) => [
      {
        to: [focalPoint(conference, party)],
        facts: { conference, day: terms.until },
        at: `/${conference}/delegation/${party}/offers/${id}`,
      },
    ]),
  ],
})
