import { reply } from '../../../delegations/invitations/reply.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, SECRETARIAT, secretariats } from '../kind.notices.ts'

/** A party answered its invitation, or says something else than before. */
export const invitationReplied = noticeKind('delegations-replied', {
  group: 'delegations',
  usual: 'digest',
  least: 'off',
  roles: SECRETARIAT,
  after: [
    after(reply, ({ after: { conference, party } }) => [
      {
        to: secretariats(conference),
        facts: { conference, party },
        at: `/${conference}/desk/delegations/${party}`,
      },
    ]),
  ],
})
