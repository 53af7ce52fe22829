import { choosersOf } from '../../../own-programme/queries.ts'
import { clearDelay, reportDelay } from '../../../programme/release.commands.ts'
import { noticeKind } from '../../kind.ts'
import { afterLooking } from '../kind.notices.ts'

/** A session of one's own programme runs late, or to plan again. */
export const ownLate = noticeKind('own-programme-late', {
  group: 'programme',
  usual: 'product',
  least: 'off',
  roles: [],
  after: [reportDelay, clearDelay].map((command) =>
    afterLooking(
      command,
      (db, { session }) => choosersOf(db, [session]),
      (choosers, { session, minutes, conference }) =>
        [...choosers.keys()].map((account) => ({
          to: [{ account }],
          facts: { conference, sessions: [session], minutes },
          at: `/${conference}/mine`,
        })),
    ),
  ),
})
