import { byRank, type Rank } from '../../delegations/ranks.model.ts'
import type { Floor, Place, Speech } from './floor.ts'
import type { Settings } from './settings.ts'

type Ruled = Pick<Speech, 'class' | 'rank' | 'slot' | 'asked'>
type Rule = Pick<Settings, 'order' | 'byClass'>
type Slots = Pick<Settings, 'order' | 'slots'>

/** The rule of a list, as a comparison: below zero where the first goes before the second. Nobody stands level. */
export function ruleOf({ order, byClass }: Rule): (a: Ruled, b: Ruled) => number {
  const request = (a: Ruled, b: Ruled) => a.asked - b.asked
  if (order === 'hand') return request
  const first = (a: Ruled, b: Ruled) => (byClass ? a.class - b.class : 0)
  if (order === 'request') return (a, b) => first(a, b) || request(a, b)
  const slot = (a: Ruled, b: Ruled) =>
    order === 'preferred-slots' ? (a.slot ?? 0) - (b.slot ?? 0) : 0
  return (a, b) => slot(a, b) || first(a, b) || byRank(a.rank, b.rank) || request(a, b)
}

const isByRule = ({ place }: Speech) => place.by === 'rule'

/** How many stand at the end because they were called and not there. */
const absentAtEnd = (waiting: readonly Speech[]) =>
  waiting.length - (waiting.findLastIndex(({ place }) => place.by !== 'absent') + 1)

/**
 * The order with somebody who has just asked: before the first whom the rule puts after them; else last, though before
 * those who were absent. Nobody who waits already changes places with anybody else.
 */
export function joined(waiting: readonly Speech[], speech: Speech, settings: Rule): Speech[] {
  const rule = ruleOf(settings)
  const after = waiting.findIndex((other) => isByRule(other) && rule(speech, other) < 0)
  return waiting.toSpliced(after < 0 ? waiting.length - absentAtEnd(waiting) : after, 0, speech)
}

/** Everybody in a part of the session as the settings have it, whoever asked first choosing first. */
function slotted(waiting: readonly Speech[], settings: Rule & Slots): Speech[] {
  const chosen: Speech[] = []
  for (const speech of waiting.toSorted((a, b) => a.asked - b.asked)) {
    chosen.push({ ...speech, slot: slotFor(speech.slots, chosen, settings) })
  }
  const slots = new Map(chosen.map(({ id, slot }) => [id, slot]))
  return waiting.map((speech) => ({ ...speech, slot: slots.get(speech.id) ?? null }))
}

/** The order under another rule: whoever was placed by hand keeps their number, all others stand by the rule. */
export function settled(waiting: readonly Speech[], settings: Rule & Slots): Speech[] {
  const all = slotted(waiting, settings)
  const ruled = all.filter(isByRule).toSorted(ruleOf(settings)).values()
  return all.map((speech) => (isByRule(speech) ? (ruled.next().value ?? speech) : speech))
}

/** Somebody moved to a number, from 1; beyond the last it is the last. */
export const movedTo = (others: readonly Speech[], speech: Speech, to: number): Speech[] =>
  others.toSpliced(Math.min(to - 1, others.length), 0, speech)

/** The part of the session for somebody: the first that they prefer and that has room, else the first with room. */
export function slotFor(
  preferred: readonly number[],
  taken: readonly Pick<Speech, 'slot'>[],
  { order, slots }: Slots,
): number | null {
  if (order !== 'preferred-slots') return null
  const room = slots.map(
    (places, index) => places - taken.filter(({ slot }) => slot === index + 1).length,
  )
  const hasRoom = (slot: number) => (room[slot - 1] ?? 0) > 0
  return preferred.find(hasRoom) ?? slots.map((_, index) => index + 1).find(hasRoom) ?? slots.length
}

/** Why somebody stands where they stand. What the rule of the list does not look at is null. */
export type Why =
  | Exclude<Place, { by: 'rule' }>
  | {
      by: 'rule'
      class: number | null
      /** The part of the session, and which preference it was; null: neither had room. */
      slot: { number: number; preference: 1 | 2 | null } | null
      rank: Rank | null
      /** Their number among all requests, from 1. */
      asked: number
    }
  | { by: 'reply'; asked: number }

/** Explains a place in the order by the rule, or by what took the place of it. */
export function whyThere(
  { settings: { order, byClass } }: Pick<Floor, 'settings'>,
  speech: Speech,
): Why {
  const { kind, place, asked, rank } = speech
  if (kind === 'reply-first' || kind === 'reply-second') return { by: 'reply', asked }
  if (place.by !== 'rule') return place
  const ranked = order === 'rank-then-request' || order === 'preferred-slots'
  return {
    ...{ by: 'rule', asked },
    class: byClass && order !== 'hand' ? speech.class : null,
    slot: slotOf(speech),
    rank: ranked ? rank : null,
  }
}

function slotOf({ slot, slots }: Speech) {
  if (slot === null) return null
  const preference = slots.indexOf(slot) + 1
  return {
    number: slot,
    preference: preference === 1 || preference === 2 ? preference : null,
  } as const
}
