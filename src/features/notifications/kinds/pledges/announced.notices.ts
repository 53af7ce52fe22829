import { releasePledges } from '../../../pledges/desk/announce.commands.ts'
import { partiesOf } from '../../../pledges/shares.model.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT } from '../kind.notices.ts'
import { toParties } from './author.ts'

/** A pledge is public: a minute after it was announced, when nobody can undo it any more. */
export const announced = noticeKind('pledges-announced', {
  group: 'pledges',
  usual: 'at-once',
  least: 'off',
  roles: FOCAL_POINT,
  letters: ['pledges.announced'],
  after: [
    after(releasePledges, ({ all }) =>
      all.flatMap(({ record }) =>
        toParties(record, partiesOf(record.terms.shares), { facts: {}, public: true }),
      ),
    ),
  ],
})
