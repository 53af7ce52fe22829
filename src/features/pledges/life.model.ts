import { type Actor, holds, speaksFor } from '../../kernel/actor.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'

/**
 * The life of a record: `accepted` waits under embargo until it is announced. Between the deed that announces it and the
 * moment in which everybody may see it a little time passes, in which the deed can be undone; until then it is
 * `accepted`, with the moment of its release.
 */
export const STATES = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'announced',
  'withdrawn',
] as const
export type State = (typeof STATES)[number]

export const DEEDS = [
  'revise',
  'submit',
  'recall',
  'return',
  'accept',
  'announce',
  'undo',
  'release',
  'amend',
  'withdraw',
] as const
export type Deed = (typeof DEEDS)[number]

/** Every move that a record can make, and no other. */
export const MOVES: Readonly<Record<State, Partial<Record<Deed, State>>>> = {
  draft: { revise: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: {
    recall: 'returned',
    return: 'returned',
    accept: 'accepted',
    withdraw: 'withdrawn',
  },
  returned: { revise: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  accepted: {
    return: 'returned',
    announce: 'accepted',
    undo: 'accepted',
    release: 'announced',
    withdraw: 'withdrawn',
  },
  announced: { amend: 'announced', withdraw: 'withdrawn' },
  withdrawn: {},
}

/** The state after a deed, or a refusal. */
export function move(state: State, deed: Deed): State {
  const next = MOVES[state][deed]
  must(next, 'pledges.cannot-move', { state, deed })
  return next
}

/** Whether a record can make a move: what a page asks before it shows a button. */
export const canMove = (state: State, deed: Deed): boolean => MOVES[state][deed] !== undefined

/** Whose a record is. */
export interface Whose {
  conference: string | null
  lead: PartyCode | null
  /** Everybody who promises something. */
  givers: readonly PartyCode[]
  /** Whether the secretariat began it for the party. */
  onBehalf: boolean
}

/** The lead's focal point speaks for a pledge, or anybody's where nobody leads. */
const speaksForAuthor = (actor: Actor, { conference, lead, givers }: Whose): boolean =>
  (lead === null ? givers : [lead]).some((party) => speaksFor(actor, conference, party))

/** Nobody writes for another delegation; what the secretariat began for one, it writes as well. */
export const mayWrite = (actor: Actor, whose: Whose): boolean =>
  speaksForAuthor(actor, whose) || (whose.onBehalf && isSecretariat(actor, whose.conference))

/** Who begins a pledge: its author, or the secretariat for a delegation that wrote a letter. */
export const mayBegin = (actor: Actor, whose: Omit<Whose, 'onBehalf'>): boolean =>
  mayWrite(actor, { ...whose, onBehalf: true })

/** Who puts right or takes back what was announced: its author, or the secretariat for them. */
export const mayAmend = (actor: Actor, whose: Whose & Lived): boolean =>
  mayWrite(actor, whose) || (isPublic(whose) && isSecretariat(actor, whose.conference))

/** Who reviews and announces. */
export const isSecretariat = (actor: Actor, conference: string | null): boolean =>
  holds(actor, conference ?? '*', 'un-secretariat', 'host-secretariat', 'administrator')

/** Who reads what was handed in and says a word on it, without deciding anything. */
export const isCoChair = (actor: Actor, conference: string | null): boolean =>
  conference !== null && holds(actor, conference, 'co-chair')

/** Records from public sources, as this program ships them or an archive holds them. */
export const mayRecord = (actor: Actor): boolean => holds(actor, '*', 'loader', 'administrator')

interface Lived {
  state: State
  announcedOn: string | null
}

/** What was once announced stays visible, also when it is withdrawn. */
export const isPublic = ({ state, announcedOn }: Lived): boolean =>
  state === 'announced' || (state === 'withdrawn' && announcedOn !== null)
