import { instantAt } from '../../kernel/time.ts'
import type { Document } from '../delegations/documents/model.ts'
import { type Delegation, sendsPeople } from '../delegations/invitations/model.ts'
import { isThere } from '../delegations/participants/life.model.ts'
import { needsPhoto, type Standing } from '../delegations/participants/submission.model.ts'
import { closingOf, type Rules } from '../delegations/rules.model.ts'

/** What a delegation has to do, in the order in which it is done. */
export const STEPS = ['reply', 'document', 'name', 'photo', 'correct', 'hand-in'] as const

/** Something that waits for a delegation: how much of it, and until when it can be done. */
export interface Step {
  what: (typeof STEPS)[number]
  count: number
  due: Temporal.Instant | null
}

/** All that is known of a delegation that something may wait for. */
export interface Progress {
  delegation: Pick<Delegation, 'state' | 'invitation' | 'reply'>
  rules: Rules
  /** The zone of the conference. */
  zone: string
  documents: readonly Pick<Document, 'state'>[]
  members: readonly Standing[]
}

/** The last minute of the day by which replies are asked for. */
export const repliesBy = (
  { replyBy }: Pick<Rules, 'replyBy'>,
  zone: string,
): Temporal.Instant | null => (replyBy ? instantAt(replyBy, '23:59', zone) : null)

/** What waits for a delegation. Whoever sends nobody names nobody. */
export function stepsOf({ delegation, rules, zone, documents, members }: Progress): Step[] {
  const closes = closingOf(rules, zone)
  const waits = (what: Step['what'], count: number, due = closes): Step[] =>
    count > 0 ? [{ what, count, due }] : []
  const replied = delegation.reply !== null
  const reply = waits('reply', replied ? 0 : 1, repliesBy(rules, zone))
  if (!sendsPeople(delegation)) return reply
  const there = members.filter(({ state }) => isThere(state))
  const inHand = there.filter(({ state }) => state === 'draft' || state === 'returned')
  const papers = documents.filter(({ state }) => state !== 'declined')
  const without = there.filter(
    (one) =>
      one.state !== 'badged' &&
      needsPhoto(rules, delegation, one) &&
      (one.portrait === 'none' || one.portrait === 'unreadable'),
  )
  return [
    ...reply,
    ...waits('document', rules.needsDocument && papers.length === 0 ? 1 : 0),
    ...waits('name', replied && there.length === 0 ? 1 : 0),
    ...waits('photo', without.length),
    ...waits('correct', inHand.filter(({ state }) => state === 'returned').length),
    ...waits('hand-in', inHand.filter(({ state }) => state === 'draft').length),
  ]
}
