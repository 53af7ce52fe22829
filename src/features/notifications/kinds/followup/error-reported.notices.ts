import { reportError } from '../../../followup/replies/errors.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, at, SECRETARIAT, secretariats, those } from '../kind.notices.ts'
import { onFollowUp } from '../pledges/places.ts'

/** Somebody says that something here is wrong: those hear who may settle it. */
export const errorReported = noticeKind('followup-error-reported', {
  group: 'followup',
  usual: 'digest',
  least: 'off',
  roles: SECRETARIAT,
  after: [
    after(reportError, ({ about, conference }) => [
      {
        to: [
          ...those(null, ...SECRETARIAT),
          ...(conference === null ? [] : secretariats(conference)),
        ],
        facts: { ...at(conference), page: about },
        at: onFollowUp(conference, '/work'),
      },
    ]),
  ],
})
