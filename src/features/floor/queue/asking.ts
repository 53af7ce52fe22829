import { must } from '../../../kernel/refusal.ts'
import type { Asking, Deed } from './deeds.ts'
import type { Floor, Place, Speech } from './floor.ts'
import { joined, movedTo, slotFor } from './order.ts'
import { everySpeech, isOf, isReply, leaving, QUEUES, replaced, waitingFor } from './queues.ts'

/** A statement that stands where it should: among those that are heard, or among those that are handed in. */
const standing = (floor: Floor, speech: Speech, to: number | null): Floor =>
  speech.way === 'written'
    ? { ...floor, written: [...floor.written, speech] }
    : {
        ...floor,
        waiting:
          to === null
            ? joined(floor.waiting, speech, floor.settings)
            : movedTo(floor.waiting, speech, to),
      }

/** A way that the list does not know, and a part of the session that there is not, cannot be asked for. */
function mustBePossible({ settings }: Floor, { way, slots }: Asking): void {
  must(settings.ways.includes(way), 'floor.way-not-allowed')
  must(
    slots.every((slot) => slot <= settings.slots.length),
    'floor.no-such-slot',
  )
}

/** A delegation stands once in the list with a statement of its own, and once with that of a group. */
function mustNotStandTwice(floor: Floor, { speech, party, kind }: Asking): void {
  const isAlike = (other: Speech) =>
    other.id !== speech &&
    other.party === party &&
    (other.kind === 'group') === (kind === 'group') &&
    !isReply(other) &&
    other.kind !== 'point-of-order'
  const present = [
    ...floor.waiting,
    ...floor.written,
    ...(floor.current ? [floor.current.speech] : []),
  ]
  must(!present.some(isAlike), 'floor.inscribed-already')
  must(
    floor.settings.again || !floor.heard.some((heard) => isAlike(heard.speech)),
    'floor.has-spoken',
  )
}

const newSpeech = (floor: Floor, { at }: Deed, asking: Asking, place: Place): Speech => {
  const { party, kind, way, language, rank, class: order, slots } = asking
  const { current, heard, waiting } = floor
  const taken = [
    ...heard.map(({ speech }) => speech),
    ...(current ? [current.speech] : []),
    ...waiting,
  ]
  return {
    ...{ id: asking.speech, party, kind, way, language, rank, class: order, slots, place },
    slot: way === 'written' ? null : slotFor(slots, taken, floor.settings),
    ...{ asked: floor.asked + 1, askedAt: at, limit: null, here: false, absences: 0 },
  }
}

const asked = (
  floor: Floor,
  deed: Deed,
  asking: Asking,
  place: Place,
  to: number | null,
): Floor => {
  must(floor.meeting !== 'adjourned', 'floor.adjourned')
  mustBePossible(floor, asking)
  mustNotStandTwice(floor, asking)
  const speech = newSpeech(floor, deed, asking, place)
  return { ...standing(floor, speech, to), asked: speech.asked }
}

/** Asks for the floor. Whether inscription is open at this minute, the clock says: see `inscriptionAt`. */
export const inscribe = (floor: Floor, deed: Deed<'inscribe'>): Floor =>
  asked(floor, deed, deed, { by: 'rule' }, null)

/** Adds somebody by the desk's own hand, at a number or where the rule says. */
export const insert = (floor: Floor, deed: Deed<'insert'>): Floor =>
  asked(
    floor,
    deed,
    deed,
    deed.to === null ? { by: 'rule' } : { by: 'hand', reason: deed.reason },
    deed.to,
  )

/** Says otherwise who speaks, and how: whom the rule had placed it places anew, though as of the first request. */
export function amend(floor: Floor, deed: Deed<'amend'>): Floor {
  const before = [...floor.waiting, ...floor.written].find(isOf(deed.speech))
  must(before, 'floor.not-waiting')
  must(before.party === deed.party, 'floor.not-waiting')
  mustBePossible(floor, deed)
  mustNotStandTwice(floor, deed)
  const { asked: number, askedAt, limit, here, absences } = before
  const others = leaving(floor, before.id)
  const after: Speech = {
    ...newSpeech(others, deed, deed, before.place),
    ...{ asked: number, askedAt, limit, here, absences },
  }
  const stays =
    before.way !== 'written' &&
    after.way !== 'written' &&
    (before.place.by !== 'rule' || !isPlacedAnew(before, after))
  if (!stays) return standing(others, { ...after, place: { by: 'rule' } }, null)
  return replaced(floor, { ...after, slot: before.slot })
}

const isPlacedAnew = (before: Speech, after: Speech) =>
  before.rank !== after.rank ||
  before.class !== after.class ||
  before.slots.join() !== after.slots.join()

/** Gives up the floor before having had it. */
export function withdraw(floor: Floor, { speech: id }: Deed<'withdraw'>): Floor {
  const speech = QUEUES.flatMap((queue) => floor[queue]).find(isOf(id))
  must(speech, 'floor.not-waiting')
  return { ...leaving(floor, id), withdrawn: [...floor.withdrawn, speech] }
}

/** Is in the room, and ready. */
export function confirm(floor: Floor, { speech: id }: Deed<'confirm'>): Floor {
  const speech = waitingFor(floor, id)
  must(!speech.here, 'floor.confirmed-already')
  return replaced(floor, { ...speech, here: true })
}

/** Asks to reply; how often and when a delegation may, the settings say. */
export function askReply(floor: Floor, deed: Deed<'reply-asked'>): Floor {
  const { party, speech: id, at } = deed
  must(floor.meeting === 'running' || floor.meeting === 'suspended', 'floor.not-running')
  const before = everySpeech(floor)
    .filter(({ id: other }) => !floor.withdrawn.some(isOf(other)))
    .filter((speech) => speech.party === party && isReply(speech)).length
  must(before < floor.settings.replies.most, 'floor.no-more-replies', {
    most: floor.settings.replies.most,
  })
  const speech: Speech = {
    ...{ id, party, kind: before === 0 ? 'reply-first' : 'reply-second', way: 'in-person' },
    ...{ language: null, rank: 'official', class: 1, slots: [], slot: null },
    ...{ asked: floor.asked + 1, askedAt: at, place: { by: 'rule' } },
    ...{ limit: null, here: false, absences: 0 },
  }
  return { ...floor, replies: [...floor.replies, speech], asked: speech.asked }
}
