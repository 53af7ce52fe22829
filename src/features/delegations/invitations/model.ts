import { z } from 'zod'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { Language } from '../../../kernel/language.ts'
import { MailAddress } from '../../../kernel/people/address.ts'
import { must } from '../../../kernel/refusal.ts'
import { Day } from '../../../kernel/time.ts'
import { Rank } from '../ranks.model.ts'

/** A note verbale as its registry names it. */
export const Note = z.strictObject({ number: z.string().trim().min(1).max(60), date: Day })
export type Note = z.infer<typeof Note>

export const MODES = ['in-person', 'video', 'written', 'not-attending'] as const
export const Mode = z.enum(MODES)
export type Mode = z.infer<typeof Mode>

/** `prepared`: written and not yet sent; a party that asks to take part without an invitation answers at once. */
export const STATES = ['prepared', 'sent', 'answered'] as const
export const State = z.enum(STATES)
export type State = z.infer<typeof State>

export const DEEDS = ['revise', 'send', 'answer', 'remind'] as const
export type Deed = (typeof DEEDS)[number]

/** Every move that an invitation can make, and no other. A reply may be given anew: the last one holds. */
export const MOVES: Readonly<Record<State, Partial<Record<Deed, State>>>> = {
  prepared: { revise: 'prepared', send: 'sent', answer: 'answered' },
  sent: { revise: 'sent', send: 'sent', remind: 'sent', answer: 'answered' },
  answered: { revise: 'answered', answer: 'answered' },
}

/** The state after a deed, or a refusal. */
export function move(state: State, deed: Deed): State {
  const next = MOVES[state][deed]
  must(next, 'delegations.invitation-cannot-move', { state, deed })
  return next
}

const MOST_ADDRESSES = 5

/** To whom an invitation goes, in which language and by which note. */
export const Invitation = z.strictObject({
  /** The language of correspondence with this party. */
  language: Language,
  /** As the letter names them: the permanent mission, a ministry, an office. */
  addressedTo: z.string().trim().min(1).max(200),
  addresses: z.array(MailAddress).max(MOST_ADDRESSES).default([]),
  note: Note.nullable().default(null),
})
export type Invitation = z.infer<typeof Invitation>

/** What a party answers: who leads its delegation, and how it takes part. */
export const Reply = z.strictObject({
  mode: Mode,
  /** The rank at which it will be represented; null where it will not be, or does not say. */
  level: Rank.nullable(),
  /** The note by which it answered, where the secretariat recorded it. */
  note: Note.nullable(),
  on: Day,
  recorded: z.boolean(),
})
export type Reply = z.infer<typeof Reply>

/** The delegation of a party to a conference, before anybody is in it. */
export interface Delegation {
  conference: ConferenceId
  party: PartyCode
  state: State
  version: number
  invitation: Invitation | null
  reply: Reply | null
  sentAt: Temporal.Instant | null
  remindedAt: Temporal.Instant | null
  /** What was decided for this delegation alone. */
  quota: number | null
}

export const OfDelegation = z.strictObject({ conference: ConferenceId, party: PartyCode })

/** A letter needs an address, and a party to which nobody has said yes or no. */
export function mustBeSendable({ invitation, state }: Delegation): void {
  must(invitation, 'delegations.not-prepared')
  must(invitation.addresses.length > 0, 'delegations.no-address')
  move(state, 'send')
}

/** Whoever takes part in the hall or by video says at which level; whoever does not come has none. */
export function mustBeWhole({ mode, level }: Pick<Reply, 'mode' | 'level'>): void {
  must(mode === 'not-attending' || level !== null, 'delegations.level-missing')
}

/** Whether a party sends people: its members can be named. */
export const sendsPeople = ({ reply }: Pick<Delegation, 'reply'>): boolean =>
  reply === null || reply.mode === 'in-person' || reply.mode === 'video'
