import { reportError } from '../../../followup/replies/errors.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, SECRETARIAT, those } from '../kind.notices.ts'

/** Somebody says that something here is wrong: those hear who may settle it. */
export const errorReported = noticeKind('followup-error-reported', {
  group: 'followup',
  usual: 'digest',
  least: 'off',
  roles: SECRETARIAT,
  after: [
    after(reportError, ({ about }) => [
      { to: those(null, ...SECRETARIAT), facts: { page: about }, at: '/work' },
    ]),
  ],
})
