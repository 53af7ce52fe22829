import { must, Refusal } from '../../../kernel/refusal.ts'
import * as asking from './asking.ts'
import type { Deed, What } from './deeds.ts'
import type { Floor } from './floor.ts'
import * as meeting from './meeting.ts'
import * as places from './places.ts'
import * as turns from './turns.ts'

/** What each deed makes of a list; a broken rule throws. */
const RULES: {
  readonly [W in Exclude<What, 'set-up' | 'undo'>]: (floor: Floor, deed: Deed<W>) => Floor
} = {
  'change-settings': meeting.changeSettings,
  open: meeting.turnDoors,
  close: meeting.turnDoors,
  'begin-session': meeting.begin,
  suspend: meeting.suspend,
  'resume-session': meeting.resumeMeeting,
  adjourn: meeting.adjourn,

  inscribe: asking.inscribe,
  insert: asking.insert,
  amend: asking.amend,
  withdraw: asking.withdraw,
  confirm: asking.confirm,
  'exchange-offered': places.offerExchange,
  'exchange-accepted': places.acceptExchange,
  'exchange-declined': places.declineExchange,
  move: places.move,
  absent: places.absent,
  'set-limit': turns.setLimit,
  'reply-asked': asking.askReply,

  'give-floor': turns.giveFloor,
  next: turns.nextSpeaker,
  pause: turns.pause,
  resume: turns.resume,
  'end-floor': turns.endFloor,
  'point-of-order': turns.raisePoint,
  'rule-on-point': turns.ruleOnPoint,
}

const setUp = ({ settings }: Deed<'set-up'>): Floor => ({
  ...{ seq: 0, settings, doors: null, meeting: 'before', begunAt: null, adjournedAt: null },
  ...{ called: 0, asked: 0, waiting: [], replies: [], written: [], current: null, point: null },
  ...{ heard: [], withdrawn: [], offers: [], standing: [] },
})

/** The list after one more deed that holds; what it is the fold of is not told. */
function after(floor: Floor | null, deed: Deed): Floor {
  if (deed.what === 'set-up') {
    must(!floor, 'floor.set-up-already')
    return setUp(deed)
  }
  must(floor, 'floor.unknown')
  const rule = RULES[deed.what as keyof typeof RULES] as (floor: Floor, deed: Deed) => Floor
  return rule(floor, deed)
}

const folded = (deeds: readonly Deed[]): Floor => {
  const floor = deeds.reduce<Floor | null>(after, null)
  must(floor, 'floor.unknown')
  return { ...floor, standing: deeds }
}

/** What the desk would take back now: the last that it did itself, and that was not taken back before. */
export const undoable = ({ standing }: Pick<Floor, 'standing'>): Deed | null =>
  standing.findLast(({ hand, what }) => hand === 'desk' && what !== 'set-up') ?? null

/**
 * A list from which the desk takes back what it did last: as though it had never been done. Where somebody has since
 * done what was possible only through it, it cannot be taken back.
 */
function undone(floor: Floor, { undone: seq }: Deed<'undo'>): Floor {
  must(undoable(floor)?.seq === seq, 'floor.not-the-last')
  try {
    return folded(floor.standing.filter((deed) => deed.seq !== seq))
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('floor.built-upon')
    throw error
  }
}

/**
 * The list after one more deed.
 *
 * @throws Refusal where a rule stands against it; RangeError for a deed that is not the next.
 */
export function applied(floor: Floor | null, deed: Deed): Floor {
  if (deed.seq !== (floor?.seq ?? 0) + 1) throw new RangeError(`Deed ${deed.seq} is not the next`)
  if (floor && deed.what === 'undo') return { ...undone(floor, deed), seq: deed.seq }
  const standing = [...(floor?.standing ?? []), deed]
  return { ...after(floor, deed), seq: deed.seq, standing }
}

/** A list of speakers is the fold of its deeds, oldest first; null where it was not set up. */
export function replayed(deeds: readonly Deed[]): Floor | null {
  const last = deeds.at(-1)
  if (!last) return null
  const taken = new Set(deeds.flatMap((deed) => (deed.what === 'undo' ? [deed.undone] : [])))
  const standing = deeds.filter((deed) => deed.what !== 'undo' && !taken.has(deed.seq))
  return { ...folded(standing), seq: last.seq }
}
