import { type Actor, holds, speaksFor } from '../../kernel/actor.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'

/** The life of a record: `accepted` waits under embargo until it is announced. */
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
  'return',
  'accept',
  'announce',
  'amend',
  'withdraw',
] as const
export type Deed = (typeof DEEDS)[number]

/** Every move that a record can make, and no other. */
export const MOVES: Readonly<Record<State, Partial<Record<Deed, State>>>> = {
  draft: { revise: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', accept: 'accepted', withdraw: 'withdrawn' },
  returned: { revise: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  accepted: { return: 'returned', announce: 'announced', withdraw: 'withdrawn' },
  announced: { amend: 'announced', withdraw: 'withdrawn' },
  withdrawn: {},
}

/** The state after a deed, or a refusal. */
export function move(state: State, deed: Deed): State {
  const next = MOVES[state][deed]
  must(next, 'pledges.cannot-move', { state, deed })
  return next
}

interface Whose {
  conference: string | null
  lead: PartyCode | null
  /** Everybody who promises something. */
  givers: readonly PartyCode[]
}

/** Nobody writes for another delegation: the lead's focal point does, or anybody's where nobody leads. */
export const mayWrite = (actor: Actor, { conference, lead, givers }: Whose): boolean =>
  isSecretariat(actor, conference) ||
  (lead === null ? givers : [lead]).some((party) => speaksFor(actor, conference, party))

/** Who reviews and announces. */
export const isSecretariat = (actor: Actor, conference: string | null): boolean =>
  holds(actor, conference ?? '*', 'un-secretariat', 'host-secretariat', 'administrator')

/** Records from public sources, as this program ships them or an archive holds them. */
export const mayRecord = (actor: Actor): boolean => holds(actor, '*', 'loader', 'administrator')

/** What was once announced stays visible, also when it is withdrawn. */
export const isPublic = (record: { state: State; announcedOn: string | null }): boolean =>
  record.state === 'announced' || (record.state === 'withdrawn' && record.announcedOn !== null)
