import { consentToShare, declineShare } from '../../../pledges/writing/partners.commands.ts'
import type { Facts } from '../../facts.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT } from '../kind.notices.ts'
import { authorsOf, toParties } from './author.ts'

const said = (answer: NonNullable<Facts['answer']>) => ({ facts: { answer } })

/** A partner consented to its part in a joint pledge, or takes no part. */
export const answered = noticeKind('pledges-answered', {
  group: 'pledges',
  usual: 'at-once',
  least: 'off',
  roles: FOCAL_POINT,
  letters: ['pledges.answered'],
  after: [
    after(consentToShare, ({ after: pledge, party }) =>
      toParties(pledge, authorsOf(pledge), said('consents')).map((one) => by(one, party)),
    ),
    after(declineShare, ({ after: pledge, party }) =>
      toParties(pledge, authorsOf(pledge), said('declines')).map((one) => by(one, party)),
    ),
  ],
})

/** Whose answer it is, not whom it is told. */
const by = <One extends { facts: Facts }>(one: One, party: string | null): One => ({
  ...one,
  facts: { ...one.facts, ...(party !== null && { party }) },
})
