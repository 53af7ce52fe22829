import { declineDocument } from '../../../delegations/documents/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT, focalPoint } from '../kind.notices.ts'

/** A document that a delegation handed in cannot be accepted. */
export const documentDeclined = noticeKind('delegations-document-declined', {
  group: 'delegations',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  letters: ['delegations.document-declined'],
  after: [
    after(declineDocument, ({ document: { conference, party } }) => [
      {
        to: [focalPoint(conference, party)],
        facts: { conference, party },
        at: `/${conference}/delegation/${party}`,
      },
    ]),
  ],
})
