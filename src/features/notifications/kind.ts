import type { Role } from '../../kernel/actor.ts'
import type { Facts } from './facts.ts'
import type { Seat, Way } from './model.ts'

/** One thing that a deed tells to some people. */
export interface Telling {
  to: readonly Seat[]
  facts: Facts
  /** Where it leads, without a language. */
  at: string
  /** What it is about, as the journal names subjects; without it, what the deed was about. */
  about?: string
  /** Whether a letter tells them in any case. */
  written?: boolean
}

/** When a kind of notice is told: after a deed, by what it decided. */
export interface Occasion {
  command: string
  /** What must be known besides; read in the transaction of the deed. */
  load?(db: never, decision: never, input: never): Promise<unknown>
  tell(decision: never, input: never, loaded: never): readonly Telling[]
}

/** The groups in which kinds stand where people choose, in this order. */
export const GROUPS = [
  'programme',
  'delegations',
  'pledges',
  'followup',
  'documents',
  'translations',
  'people',
  'technical',
] as const

/** A kind of notice: who is told, when, and how they may choose. Its name is in the words, `kind.pledges-returned`. */
export interface NoticeKind {
  name: string
  group: (typeof GROUPS)[number]
  /** How somebody is told who has not chosen. */
  usual: Way
  /** What nobody may switch off is told here at least. */
  least: 'off' | 'product'
  /** Who ever gets it; nobody else is asked how they want it. Empty: everybody. */
  roles: readonly Role[]
  /** The kinds of letters that the feature of the deed writes itself: then those are the letters at once. */
  letters?: readonly string[]
  after: readonly Occasion[]
}

/** Declares a kind of notice. */
export const noticeKind = (name: string, parts: Omit<NoticeKind, 'name'>): NoticeKind => ({
  name,
  ...parts,
})

/** The ways among which somebody may choose for a kind. */
export const waysOf = ({ least }: Pick<NoticeKind, 'least'>): readonly Way[] =>
  least === 'off' ? ['at-once', 'digest', 'product', 'off'] : ['at-once', 'digest', 'product']
