import { answer } from '../../../followup/replies/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, at, FOCAL_POINT, focalPoint } from '../kind.notices.ts'

/** What a party said was answered. */
export const replyAnswered = noticeKind('followup-answered', {
  group: 'followup',
  usual: 'at-once',
  least: 'off',
  roles: FOCAL_POINT,
  after: [
    after(answer, ({ reply: { party }, entry: { pledge, conference } }) => [
      {
        to: [focalPoint(conference, party)],
        facts: { ...at(conference), ...(pledge && { pledge }), party },
        at: pledge ? `/pledges/${pledge}` : `/parties/${party}`,
      },
    ]),
  ],
})
