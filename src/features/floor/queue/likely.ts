import { spentAt } from '../../../kernel/floor/countdown.ts'
import type { SpeechId } from './deeds.ts'
import { type Floor, type Heard, limitOf, type Speech } from './floor.ts'

/** Seconds that usually pass between two speakers: thanks, the way to the rostrum. */
const BETWEEN = 20

/** How many speeches as planned weigh against the pace so far: one long speech does not move everybody. */
const AS_PLANNED = 3

/** How a session goes: what speakers take of the time they have, and how long passes between two. */
export interface Pace {
  /** 1: they take the time that they have. */
  share: number
  /** Milliseconds. */
  between: number
}

/** The pace so far, begun from the limits. */
export function paceOf({ heard, settings }: Pick<Floor, 'heard' | 'settings'>): Pace {
  const speeches = heard.filter(({ speech }) => speech.kind !== 'point-of-order')
  const usual = settings.limits.single * AS_PLANNED
  const spent = sum(speeches.map((one) => one.spent / 1000))
  const given = sum(speeches.map(({ limit }) => limit))
  const gaps = speeches.slice(1).map((one, index) => gapBefore(one, speeches[index] as Heard))
  const between = (sum(gaps) + BETWEEN * 1000 * AS_PLANNED) / (gaps.length + AS_PLANNED)
  return { share: (spent + usual) / (given + usual), between }
}

/** A break is no gap between two speakers: what is longer counts as this. */
const LONGEST_GAP = 3 * 60 * 1000

const gapBefore = (one: Heard, before: Heard) =>
  Math.min(Math.max(0, one.givenAt - before.endedAt), LONGEST_GAP)

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** Who will be called, in that order, as things stand. */
export const ahead = ({
  waiting,
  replies,
  settings,
}: Pick<Floor, 'waiting' | 'replies' | 'settings'>): readonly Speech[] =>
  settings.replies.when === 'at-once' ? [...replies, ...waiting] : [...waiting, ...replies]

/** When each who waits is likely to begin, and when the list is likely to be through; milliseconds since 1970. */
export interface Likely {
  begins: ReadonlyMap<SpeechId, number>
  ends: number | null
}

/**
 * Likely times: from the limits and the pace so far. While nobody was called, from when the session is expected to
 * begin; null: nobody knows, and nothing is likely.
 */
export function likely(floor: Floor, now: number, expected: number | null): Likely {
  const { meeting, point, current } = floor
  const nothing: Likely = { begins: new Map(), ends: null }
  if (meeting === 'adjourned' || (meeting === 'before' && expected === null)) return nothing
  const pace = paceOf(floor)
  const lasts = (speech: Speech) => limitOf(floor, speech) * 1000 * pace.share
  const still = (turn: { speech: Speech; spent: number; since: number | null }) =>
    Math.max(0, lasts(turn.speech) - spentAt(turn, now)) + pace.between
  let at = meeting === 'before' ? Math.max(now, expected ?? now) : now
  for (const turn of [point, current]) if (turn) at += still(turn)
  const begins = new Map<SpeechId, number>()
  for (const speech of ahead(floor)) {
    begins.set(speech.id, at)
    at += lasts(speech) + pace.between
  }
  return { begins, ends: at }
}
