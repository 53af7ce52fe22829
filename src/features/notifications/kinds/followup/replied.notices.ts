import { reply } from '../../../followup/replies/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, at, SECRETARIAT, secretariats } from '../kind.notices.ts'
import { onFollowUp } from '../pledges/places.ts'

/** A party used its right of reply: the secretariat owes it an answer. */
export const replied = noticeKind('followup-replied', {
  group: 'followup',
  usual: 'at-once',
  least: 'off',
  roles: SECRETARIAT,
  after: [
    after(reply, ({ reply: { party }, entry: { pledge, conference } }) => [
      {
        to: secretariats(conference),
        facts: { ...at(conference), ...(pledge && { pledge }), party },
        at: onFollowUp(conference, pledge ? `/pledges/${pledge}` : `/parties/${party}`),
      },
    ]),
  ],
})
