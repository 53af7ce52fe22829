import type { Role } from '../../../../kernel/actor.ts'
import { release } from '../../../programme/release.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, those } from '../kind.notices.ts'

const WORKING: readonly Role[] = [
  'host-secretariat',
  'un-secretariat',
  'co-chair',
  'protocol',
  'interpreter',
  'floor-desk',
  'translator',
  'focal-point',
  'delegate',
]

/** The programme was published anew. Its letter is the one that the secretariat reviews before it goes. */
export const released = noticeKind('programme-released', {
  group: 'programme',
  usual: 'at-once',
  least: 'off',
  roles: WORKING,
  letters: ['programme.release'],
  after: [
    after(release, ({ conference, number }) => [
      {
        to: those(conference, ...WORKING),
        facts: { conference, release: number },
        at: `/${conference}/changes`,
      },
    ]),
  ],
})
