import { must } from '../../../kernel/refusal.ts'
import type { Deed, SpeechId } from './deeds.ts'
import type { Floor, Offer, Speech } from './floor.ts'
import { movedTo } from './order.ts'
import { isOf, leaving, waitingFor } from './queues.ts'

const isSame = (a: Pick<Offer, 'from' | 'to'>) => (b: Offer) => a.from === b.from && a.to === b.to

/** Offers another delegation to exchange places. */
export function offerExchange(floor: Floor, { from, to, at }: Deed<'exchange-offered'>): Floor {
  must(floor.settings.exchange, 'floor.no-exchange')
  const [mine, theirs] = [floor.waiting.find(isOf(from)), floor.waiting.find(isOf(to))]
  must(mine && theirs, 'floor.not-waiting')
  must(mine.party !== theirs.party, 'floor.exchange-with-oneself')
  must(!floor.offers.some(isSame({ from, to })), 'floor.offered-already')
  return { ...floor, offers: [...floor.offers, { from, to, at }] }
}

/** Consents: each stands where the other stood, and every other offer of the two is void. */
export function acceptExchange(floor: Floor, deed: Deed<'exchange-accepted'>): Floor {
  const { from, to } = deed
  must(floor.offers.some(isSame(deed)), 'floor.no-offer')
  const [one, other] = [waitingFor(floor, from), waitingFor(floor, to)]
  const waiting = floor.waiting.map((speech): Speech => {
    if (speech.id === from) return { ...other, place: { by: 'exchange', with: from } }
    if (speech.id === to) return { ...one, place: { by: 'exchange', with: to } }
    return speech
  })
  const isOfThem = (id: SpeechId) => id === from || id === to
  return {
    ...floor,
    waiting,
    offers: floor.offers.filter((offer) => !isOfThem(offer.from) && !isOfThem(offer.to)),
  }
}

/** Does not consent, or takes the offer back. */
export function declineExchange(floor: Floor, deed: Deed<'exchange-declined'>): Floor {
  must(floor.offers.some(isSame(deed)), 'floor.no-offer')
  return { ...floor, offers: floor.offers.filter((offer) => !isSame(deed)(offer)) }
}

/** Places somebody by hand, at a number; what was offered for the old place is void. */
export function move(floor: Floor, { speech: id, to, reason }: Deed<'move'>): Floor {
  const speech = floor.waiting.find(isOf(id))
  must(speech, 'floor.not-waiting')
  must(to <= floor.waiting.length, 'floor.no-such-place')
  const others = leaving(floor, id)
  return {
    ...others,
    waiting: movedTo(others.waiting, { ...speech, place: { by: 'hand', reason } }, to),
  }
}

/** Was called, and is not there: to the end of the list, or of this meeting. */
export function absent(floor: Floor, { speech: id }: Deed<'absent'>): Floor {
  must(floor.meeting === 'running', 'floor.not-running')
  const speech = floor.waiting.find(isOf(id))
  must(speech, 'floor.not-waiting')
  const others = leaving(floor, id)
  const { absent: end, meeting } = floor.settings
  const left =
    end === 'meeting' && meeting !== null ? meeting - floor.called : Number.MAX_SAFE_INTEGER
  const after: Speech = {
    ...speech,
    ...{ place: { by: 'absent' }, here: false, absences: speech.absences + 1 },
  }
  return { ...others, waiting: movedTo(others.waiting, after, Math.max(left, 1)) }
}
