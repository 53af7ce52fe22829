import type { Act, ActOf, Reason, SpeechId, What } from '../queue/deeds.ts'
import { type Floor, limitOf, next, type Speech, speaking, type Turn } from '../queue/floor.ts'
import { isReply } from '../queue/queues.ts'
import type { Way } from '../queue/settings.ts'
import { CAST, type Invented, PARTS } from './cast.ts'

/** What a play is drawn from: the same seed plays the same. */
export interface Plan {
  seed: number
  pace: number
  /** When the session begins, in milliseconds since 1970. */
  begins: number
}

/** A number from 0 up to 1 for each question that is asked of a seed. */
export function drawn(seed: number, question: number): number {
  let mixed = (seed ^ Math.imul(question + 1, 0x9e3779b1)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

/** Those of a part, from 0, in the order in which they ask for the floor. */
export const castOf = (part: number, { seed }: Pick<Plan, 'seed'>): readonly Invented[] =>
  CAST.filter((one) => one.part === part % PARTS)
    .map((one, index) => ({ one, at: drawn(seed, index) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)

const TONGUES = ['en', 'fr', 'es', 'ar', 'en', 'ru', 'zh', 'en'] as const

/** The request of one of them. */
export const askingOf = (
  { code, rank, kind, number }: Invented,
  speech: SpeechId,
  { ways, slots }: Pick<Floor['settings'], 'ways' | 'slots'>,
): ActOf<'inscribe'> => ({
  ...{ what: 'inscribe', speech, party: code, rank, language: TONGUES[number % 8] ?? null },
  ...{ kind: kind === 'delegation' ? 'single' : 'observer', class: kind === 'delegation' ? 1 : 2 },
  way: wayOf(number, ways),
  slots: slots.length === 0 ? [] : [(number % slots.length) + 1],
})

/** Some are recorded, where that may be. */
const wayOf = (number: number, ways: readonly Way[]): Way => {
  const usual = ways.find((way) => way === 'in-person') ?? ways.find((way) => way !== 'written')
  return number % 7 === 0 && ways.includes('video') ? 'video' : (usual ?? 'written')
}

/** What happens once in a session, and during which speech, counted among those that were given the floor. */
const EVENTS = ['pause', 'exchange', 'point', 'reply'] as const
const speechOf = (event: (typeof EVENTS)[number]) => 1 + EVENTS.indexOf(event)
/** Who is called and not there: the next of that place, once as many have spoken. */
const ABSENT_AFTER = 5

/** Seconds in earnest: everything but a speech. */
const GAP = 12
const BREAK = 40
const POINT = 45
const AFTER_EXCHANGE = 10

/** What is done next, and when, in milliseconds since 1970. An instant that has passed: at once. */
export interface Turned {
  act: Act
  at: number
}

const instantOf = (floor: Floor) => floor.standing.at(-1)?.at ?? 0
const happened = (floor: Floor, what: What) => floor.standing.some((deed) => deed.what === what)
const heardSpeeches = ({ heard }: Floor) =>
  heard.filter(({ speech }) => speech.kind !== 'point-of-order').length

/**
 * The next deed of a rehearsal as its list stands, whatever was done to it before and by whomever: there is always
 * one until the session is adjourned.
 *
 * @param newId makes the identifier of a speech that begins with the deed.
 */
export function nextOf(plan: Plan, floor: Floor, newId: () => SpeechId): Turned | null {
  const after = (seconds: number) => instantOf(floor) + (seconds * 1000) / plan.pace
  switch (floor.meeting) {
    case 'adjourned':
      return null
    case 'before':
      return { act: { what: 'begin-session' }, at: plan.begins }
    case 'suspended':
      return { act: { what: 'resume-session' }, at: after(BREAK) }
    case 'running': {
      const turn = speaking(floor)
      return turn ? during(plan, floor, turn, newId) : between(floor, after)
    }
  }
}

/** Nobody speaks: the next is called, or is not there; after the last the session ends. */
function between(floor: Floor, after: (seconds: number) => number): Turned {
  const at = after(GAP)
  const speech = next(floor)
  if (!speech) return { act: { what: 'adjourn' }, at }
  const isAbsent =
    heardSpeeches(floor) === ABSENT_AFTER && !happened(floor, 'absent') && floor.waiting.length > 1
  if (isAbsent && !isReply(speech)) return { act: { what: 'absent', speech: speech.id }, at }
  return { act: { what: 'give-floor', speech: speech.id, reason: null as Reason | null }, at }
}

/** When a clock that runs will have counted a share of the limit. */
const whenSpent = ({ limit, turn, share }: { limit: number; turn: Turn; share: number }) =>
  (turn.since ?? 0) + Math.max(0, limit * share * 1000 - turn.spent)

function during(plan: Plan, floor: Floor, turn: Turn, newId: () => SpeechId): Turned {
  const after = (seconds: number) => instantOf(floor) + (seconds * 1000) / plan.pace
  if (turn.since === null) return { act: { what: 'resume' }, at: after(BREAK) }
  const limit = limitOf(floor, turn.speech)
  if (floor.point) {
    const at = Math.min(after(POINT), whenSpent({ limit, turn, share: 1 }))
    return { act: { what: 'rule-on-point', ruling: 'noted' }, at }
  }
  const event = eventIn(plan, floor, turn, newId)
  if (event) return event
  const at = whenSpent({ limit, turn, share: shareOf(plan, turn.speech) })
  return { act: { what: 'end-floor' }, at }
}

/** How much of their time they take: most stay below it, some speak longer. */
const shareOf = ({ seed }: Plan, { asked }: Speech) => 0.62 + drawn(seed, 1000 + asked) * 0.5

/** What happens once, in the middle of a certain speech. */
function eventIn(plan: Plan, floor: Floor, turn: Turn, newId: () => SpeechId): Turned | null {
  const spoken = heardSpeeches(floor)
  const at = whenSpent({ limit: limitOf(floor, turn.speech), turn, share: 0.4 })
  if (isReply(turn.speech)) return null
  if (spoken === speechOf('pause') && !happened(floor, 'pause'))
    return { act: { what: 'pause' }, at }
  if (spoken === speechOf('exchange')) return exchangeIn(plan, floor, at)
  const others = floor.waiting
  const other = others[Math.floor(drawn(plan.seed, 2000) * others.length)]
  if (
    spoken === speechOf('point') &&
    other &&
    floor.settings.pointsOfOrder &&
    !happened(floor, 'point-of-order')
  )
    return { act: { what: 'point-of-order', speech: newId(), party: other.party }, at }
  const isReplying = spoken === speechOf('reply') && floor.settings.replies.most > 0
  if (isReplying && other && !happened(floor, 'reply-asked'))
    return { act: { what: 'reply-asked', speech: newId(), party: other.party }, at }
  return null
}

/** Two delegations that wait offer each other their places, and consent. */
function exchangeIn({ pace }: Plan, floor: Floor, at: number): Turned | null {
  const [offer] = floor.offers
  if (offer) {
    const { from, to } = offer
    const agreed = offer.at + (AFTER_EXCHANGE * 1000) / pace
    return { act: { what: 'exchange-accepted', from, to }, at: agreed }
  }
  const [, from, to] = floor.waiting
  const isPossible = floor.settings.exchange && !happened(floor, 'exchange-offered')
  if (!isPossible || !from || !to || from.party === to.party) return null
  return { act: { what: 'exchange-offered', from: from.id, to: to.id }, at }
}
