import type { Actor } from '../kernel/actor.ts'
import type { ConferenceId, PartyCode } from '../kernel/ids.ts'
import type { Language } from '../kernel/language.ts'
import type { Topic } from './command/command.ts'
import type { Reading } from './database/tables.ts'

/** Where somebody works: at a conference, and for a party where they hold their role for one. */
export interface Post {
  conference: ConferenceId
  party: PartyCode | null
}

/** How much waits, and the earliest instant by which it is due. */
export interface Waiting {
  count: number
  due: Temporal.Instant | null
}

/** The groups in which tasks stand on a desk, in this order. */
export const TASK_GROUPS = ['programme', 'people', 'pledges', 'documents', 'house'] as const

/**
 * Work that somebody does at a post: a line on their start page, with what waits there. Whoever may not do it never
 * hears of it.
 */
export interface Task {
  /** `pledges.review`. */
  readonly name: string
  readonly group: (typeof TASK_GROUPS)[number]
  /** It concerns the whole house, not one conference: it waits once. */
  readonly once?: true
  /** What it is called, in a word or two. */
  label(language: Language): string
  /** Where it is done, `/seoul2021/desk/pledges`; null: nothing of the actor's. */
  at(actor: Actor, post: Post): string | null
  /** What waits there for this actor; without it, the line only leads there. */
  waits?(db: Reading, asked: Post & { actor: Actor; now: Temporal.Instant }): Promise<Waiting>
  /** What changes it. */
  topics?(conference: ConferenceId): readonly Topic[]
}
