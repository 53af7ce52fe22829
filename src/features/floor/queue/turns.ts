import { spentAt } from '../../../kernel/floor/countdown.ts'
import { must } from '../../../kernel/refusal.ts'
import type { Deed } from './deeds.ts'
import { type Floor, type Heard, limitOf, next, type Speech, speaking, type Turn } from './floor.ts'
import { isReply, leaving, replaced, waitingFor } from './queues.ts'

/** A clock that stands still, with what was spoken until now. */
const stopped = <Kind extends Turn>(turn: Kind, now: number): Kind => ({
  ...turn,
  spent: spentAt(turn, now),
  since: null,
})

const going = <Kind extends Turn>(turn: Kind, now: number): Kind => ({ ...turn, since: now })

/** Changes the clock of whoever speaks. */
const withClock = (floor: Floor, change: <Kind extends Turn>(turn: Kind) => Kind): Floor =>
  floor.point
    ? { ...floor, point: change(floor.point) }
    : { ...floor, current: floor.current && change(floor.current) }

const isNext = (floor: Floor, { id }: Speech) => next(floor)?.id === id

const heardUntil = (floor: Floor, turn: Turn, now: number): Heard => ({
  ...{ speech: turn.speech, givenAt: turn.givenAt, endedAt: now },
  spent: spentAt(turn, now),
  limit: limitOf(floor, turn.speech),
  ...{ reason: turn.reason, ruling: null },
})

/** Gives the floor: one speaks at a time, and whoever is not next needs a reason. */
export function giveFloor(floor: Floor, { speech: id, reason, at }: Deed<'give-floor'>): Floor {
  must(floor.meeting === 'running', 'floor.not-running')
  must(!speaking(floor), 'floor.somebody-speaks')
  const speech = waitingFor(floor, id)
  must(isNext(floor, speech) || reason !== null, 'floor.not-next')
  const current = {
    speech,
    givenAt: at,
    spent: 0,
    since: at,
    reason: isNext(floor, speech) ? null : reason,
  }
  return { ...leaving(floor, id), current, called: floor.called + (isReply(speech) ? 0 : 1) }
}

/** Stops the clock: interpretation fails, the room is restless. */
export function pause(floor: Floor, { at }: Deed<'pause'>): Floor {
  const turn = speaking(floor)
  must(turn, 'floor.nobody-speaks')
  must(turn.since !== null, 'floor.paused-already')
  return withClock(floor, (one) => stopped(one, at))
}

/** Lets the clock go on. */
export function resume(floor: Floor, { at }: Deed<'resume'>): Floor {
  must(floor.meeting === 'running', 'floor.not-running')
  const turn = speaking(floor)
  must(turn, 'floor.nobody-speaks')
  must(turn.since === null, 'floor.not-paused')
  return withClock(floor, (one) => going(one, at))
}

/** Ends a speech; of a point of order the ruling does. */
export function endFloor(floor: Floor, { at }: Deed<'end-floor'>): Floor {
  must(!floor.point, 'floor.point-first')
  must(floor.current, 'floor.nobody-speaks')
  return { ...floor, current: null, heard: [...floor.heard, heardUntil(floor, floor.current, at)] }
}

/** Another time limit for one speech. */
export function setLimit(floor: Floor, { speech: id, seconds }: Deed<'set-limit'>): Floor {
  const limited = (speech: Speech) => ({ ...speech, limit: seconds })
  const { current, point } = floor
  if (point?.speech.id === id)
    return { ...floor, point: { ...point, speech: limited(point.speech) } }
  if (current?.speech.id === id) {
    return { ...floor, current: { ...current, speech: limited(current.speech) } }
  }
  return replaced(floor, limited(waitingFor(floor, id)))
}

/** Ends a speech, and gives the floor to whoever is next. */
export const nextSpeaker = (floor: Floor, { speech, ...deed }: Deed<'next'>): Floor =>
  giveFloor(endFloor(floor, { ...deed, what: 'end-floor' }), {
    ...{ ...deed, what: 'give-floor', speech, reason: null },
  })

/** A point of order is heard at once, before whoever speaks. */
export function raisePoint(floor: Floor, { speech: id, party, at }: Deed<'point-of-order'>): Floor {
  must(floor.settings.pointsOfOrder, 'floor.no-points')
  must(floor.meeting === 'running', 'floor.not-running')
  must(!floor.point, 'floor.point-first')
  const { current } = floor
  return {
    ...floor,
    current: current && stopped(current, at),
    point: {
      speech: {
        ...{ id, party, kind: 'point-of-order', way: 'in-person', language: null },
        ...{ rank: 'official', class: 1, slots: [], slot: null },
        ...{ asked: floor.asked + 1, askedAt: at, place: { by: 'rule' } },
        ...{ limit: null, here: true, absences: 0 },
      },
      ...{ givenAt: at, spent: 0, since: at, reason: null },
      interrupts: current !== null && current.since !== null,
    },
    asked: floor.asked + 1,
  }
}

/** The presiding officer rules; whoever was interrupted goes on. */
export function ruleOnPoint(floor: Floor, { ruling, at }: Deed<'rule-on-point'>): Floor {
  const { point, current } = floor
  must(point, 'floor.no-point')
  return {
    ...floor,
    point: null,
    current:
      current && point.interrupts && floor.meeting === 'running' ? going(current, at) : current,
    heard: [...floor.heard, { ...heardUntil(floor, point, at), ruling }],
  }
}

/** Every clock stands still while a meeting is suspended; the desk sets it going again. */
export const allStopped = (floor: Floor, now: number): Floor => ({
  ...floor,
  current: floor.current && stopped(floor.current, now),
  point: floor.point && stopped(floor.point, now),
})
