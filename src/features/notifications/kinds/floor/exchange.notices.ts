import {
  acceptExchange,
  declineExchange,
  offerExchange,
} from '../../../floor/deeds/exchange.commands.ts'
import type { Done } from '../../../floor/deeds/keep.commands.ts'
import { partyOfSpeech } from '../../../floor/queue/queues.ts'
import { noticeKind, type Telling } from '../../kind.ts'
import { afterLooking, FOCAL_POINT } from '../kind.notices.ts'
import { placeOf } from './floor.queries.ts'
import { type Place, toDelegation } from './places.ts'

/** Tells the delegation that is asked, then the one that offers, each of the other. */
function tellings(place: Place | null, { of, deed, floor }: Done): Telling[] {
  if (!place || !('from' in deed)) return []
  const [giver, taker] = [deed.from, deed.to].map((speech) => partyOfSpeech(floor, speech))
  if (!giver || !taker) return []
  const about = `list-of-speakers/${of.session}`
  return [
    toDelegation(place, { party: taker, other: giver, about }),
    toDelegation(place, { party: giver, other: taker, about }),
  ]
}

/** Another delegation offers to exchange places. */
export const exchangeOffered = noticeKind('floor-exchange-offered', {
  group: 'delegations',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  letters: ['own-floor.exchange-offered'],
  after: [
    afterLooking(
      offerExchange,
      (db, { of }) => placeOf(db, of),
      (place, done) => tellings(place, done).slice(0, 1),
    ),
  ],
})

/** Both consented, or one did not. */
export const exchangeAnswered = noticeKind('floor-exchange-answered', {
  group: 'delegations',
  usual: 'at-once',
  least: 'off',
  roles: FOCAL_POINT,
  letters: ['own-floor.exchange-accepted', 'own-floor.exchange-declined'],
  after: [acceptExchange, declineExchange].map((command) =>
    afterLooking(command, (db, { of }) => placeOf(db, of), tellings),
  ),
})
