import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'

/** `badged`: holds a badge that opens doors; `revoked`: the badge does not any more. */
export const STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'refused',
  'badged',
  'revoked',
  'withdrawn',
] as const
export const State = z.enum(STATES)
export type State = z.infer<typeof State>

export const DEEDS = [
  'revise',
  'submit',
  'approve',
  'return',
  'refuse',
  'reconsider',
  'issue',
  'revoke',
  'withdraw',
] as const
export type Deed = (typeof DEEDS)[number]

/** Every move that the accreditation of a person can make, and no other. */
export const MOVES: Readonly<Record<State, Partial<Record<Deed, State>>>> = {
  draft: { revise: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: {
    revise: 'submitted',
    approve: 'approved',
    return: 'returned',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
  returned: { revise: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  approved: {
    revise: 'approved',
    submit: 'submitted',
    return: 'returned',
    refuse: 'refused',
    issue: 'badged',
    withdraw: 'withdrawn',
  },
  refused: { reconsider: 'submitted', withdraw: 'withdrawn' },
  badged: { revise: 'badged', issue: 'badged', revoke: 'revoked', withdraw: 'withdrawn' },
  revoked: { revise: 'revoked', issue: 'badged', refuse: 'refused', withdraw: 'withdrawn' },
  withdrawn: {},
}

/** The state after a deed, or a refusal. */
export function move(state: State, deed: Deed): State {
  const next = MOVES[state][deed]
  must(next, 'delegations.cannot-move', { state, deed })
  return next
}

/** Whether a deed is possible in a state: what a page asks before it shows a button. */
export const canMove = (state: State, deed: Deed): boolean => MOVES[state][deed] !== undefined

/** Takes a place in the quota of the delegation. */
export const counts = (state: State): boolean =>
  state === 'submitted' || state === 'approved' || state === 'badged' || state === 'revoked'

/** Is accredited: stands in lists of participants. */
export const isAccredited = (state: State): boolean => state === 'approved' || state === 'badged'

/** Is still to be reckoned with: neither withdrawn nor refused. */
export const isThere = (state: State): boolean => state !== 'withdrawn' && state !== 'refused'
