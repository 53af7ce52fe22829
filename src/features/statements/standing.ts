import type { Language } from '../../kernel/language.ts'
import type { SpeechId } from '../floor/queue/deeds.ts'
import type { Floor, Speech } from '../floor/queue/floor.ts'
import { everySpeech } from '../floor/queue/queues.ts'
import type { Kind, Way } from '../floor/queue/settings.ts'
import { isInvented } from '../floor/rehearsal/cast.ts'

/** When and how a statement was delivered; instants as text, for it is kept as JSON. */
export interface Delivered {
  kind: Kind
  way: Way
  language: Language | null
  /** Null: it was handed in, and nobody had the floor for it. */
  givenAt: string | null
  endedAt: string | null
  /** How long was spoken; what was paused does not count. */
  seconds: number | null
  /** Its place in the order of delivery, from 1; what was handed in comes after all that was heard. */
  place: number
}

/** Written statements come after every speech that a session could hear. */
const AFTER_ALL_HEARD = 10_000

const moment = (at: number) => `${Temporal.Instant.fromEpochMilliseconds(at)}`

/** How a statement was delivered; null: it was not, as the list stands. */
export function deliveredIn(floor: Floor, id: SpeechId): Delivered | null {
  const index = floor.heard.findIndex(({ speech }) => speech.id === id)
  const heard = floor.heard[index]
  if (heard) {
    const { kind, way, language } = heard.speech
    return {
      ...{ kind, way, language, place: index + 1, seconds: Math.round(heard.spent / 1000) },
      ...{ givenAt: moment(heard.givenAt), endedAt: moment(heard.endedAt) },
    }
  }
  const written = floor.written.find((speech) => speech.id === id)
  if (!written || floor.meeting === 'before') return null
  const { kind, way, language, asked } = written
  return {
    ...{ kind, way, language, place: AFTER_ALL_HEARD + asked },
    ...{ givenAt: null, endedAt: null, seconds: null },
  }
}

/** The speech of a statement; null where it is none, is rehearsed, or its delegation gave the floor up. */
export function speechIn(floor: Floor | null, id: string): Speech | null {
  if (!floor || floor.withdrawn.some((speech) => speech.id === id)) return null
  const found = everySpeech(floor).find((speech) => speech.id === id)
  if (!found || found.kind === 'point-of-order' || isInvented(found.party)) return null
  return found
}

/** Whether somebody has the floor for it, or had it: from then on the desk hears what is announced. */
export const isHeard = (floor: Floor, id: SpeechId): boolean =>
  floor.current?.speech.id === id || deliveredIn(floor, id) !== null

/**
 * How far a statement is: `ahead` of its delivery, `delivered` and to be confirmed, `going-out` in a minute, `public`.
 */
export const STAGES = ['ahead', 'delivered', 'going-out', 'public'] as const
export type Stage = (typeof STAGES)[number]

export function stageOf(
  of: { releaseAt: Temporal.Instant | null; publicAt: Temporal.Instant | null } | null,
  isDelivered: boolean,
): Stage {
  if (of?.publicAt) return 'public'
  if (of?.releaseAt) return 'going-out'
  return isDelivered ? 'delivered' : 'ahead'
}

/** How long whoever opened a deposited text may read it before opening it again. */
export const OPEN_FOR = { minutes: 60 }

/** Until when somebody may read a version that they opened; null: they have not, or it is over. */
export function openUntil(
  readings: readonly { account: string | null; number: number; at: Temporal.Instant }[],
  { account, number }: { account: string; number: number },
  now: Temporal.Instant,
): Temporal.Instant | null {
  const last = readings.findLast((one) => one.account === account && one.number === number)
  const until = last?.at.add(OPEN_FOR)
  return until && Temporal.Instant.compare(now, until) < 0 ? until : null
}
