import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { SearchWords } from '../../../kernel/text.ts'

export const LetterId = z.uuid().brand<'LetterId'>()
export type LetterId = z.infer<typeof LetterId>

export const STATES = ['waiting', 'sent', 'failed'] as const
export type State = (typeof STATES)[number]

/** What somebody asks of the outbox; it stands in the address. */
export const Wish = z.object({
  state: z.enum(STATES).nullable().catch(null).default(null),
  q: SearchWords,
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
export type Wish = z.infer<typeof Wish>

/** The address of the outbox, as somebody wishes it; what goes without saying is left out. */
export function addressOf({ state, q, page }: Wish): string {
  const query = new URLSearchParams({
    ...(state !== null && { state }),
    ...(q !== '' && { q }),
    ...(page > 1 && { page: `${page}` }),
  })
  return `/administration/mail${query.size > 0 ? `?${query}` : ''}`
}

/** As much of a letter as decides whether it may leave again. */
export interface Sendable {
  state: State
  trouble: string | null
  hasText: boolean
}

/** Troubles that no server can mend: nobody ever carries such a letter. */
const BEYOND_SENDING: readonly (string | null)[] = ['not-an-address', 'unsafe-heading']
/** Troubles of the server, not of the letter: it may leave when the server does its part. */
export const SERVER_TROUBLES = ['put-off', 'not-let-in', 'out-of-reach'] as const

/** States what stands against sending a letter again. */
export function mayLeaveAgain(letter: Sendable | undefined): asserts letter is Sendable {
  must(letter !== undefined, 'administration.unknown-letter')
  must(letter.hasText, 'administration.letter-erased')
  must(!BEYOND_SENDING.includes(letter.trouble), 'administration.letter-beyond-sending')
}

/** Addresses in a text, for whoever must follow them from here: the text in pieces, each a link or not. */
export function piecesOf(text: string): { text: string; href: string | null }[] {
  return text
    .split(/(https?:\/\/[^\s<>"\u2068\u2069]+)/)
    .map((piece, at) => ({ text: piece, href: at % 2 === 1 ? piece : null }))
    .filter((piece) => piece.text !== '')
}
