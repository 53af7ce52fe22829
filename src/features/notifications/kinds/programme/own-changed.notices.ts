import { choosersOf } from '../../../own-programme/queries.ts'
import { release } from '../../../programme/release.commands.ts'
import { noticeKind } from '../../kind.ts'
import { afterLooking } from '../kind.notices.ts'

/** A session of one's own programme is not as it was. */
export const ownChanged = noticeKind('own-programme-changed', {
  group: 'programme',
  usual: 'at-once',
  least: 'off',
  roles: [],
  after: [
    afterLooking(
      release,
      (db, { difference }) =>
        choosersOf(db, difference?.sessions.map(({ session }) => session) ?? []),
      (choosers, { conference, number }) =>
        [...choosers].map(([account, sessions]) => ({
          to: [{ account }],
          facts: { conference, release: number, sessions },
          at: `/${conference}/mine`,
        })),
    ),
  ],
})
