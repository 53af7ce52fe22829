import { z } from 'zod'
import { Language } from '../../kernel/language.ts'
import { TextKey as Key, type TextKey } from './model.ts'

/** What a list of texts may be narrowed to; `open` is whatever somebody has to do something about. */
export const SHOWN_STATES = ['open', 'missing', 'stale', 'machine', 'done'] as const

const KindKey = z.string().regex(/^[a-z-]+:[a-z-]+$/)

/** What somebody asks of the list, as it stands in the address. What cannot be read asks for nothing. */
export const Wish = z.object({
  into: Language.optional().catch(undefined),
  state: z.enum(SHOWN_STATES).default('open').catch('open'),
  kind: KindKey.optional().catch(undefined),
  after: Key.optional().catch(undefined),
})
export type Wish = z.infer<typeof Wish>

/** One text of the list, with the list to go back to. */
export const TextWish = Wish.omit({ after: true }).extend({ text: Key })
export type TextWish = z.infer<typeof TextWish>

type Said = Omit<Wish, 'after'> & { into: Language; after?: TextKey | undefined; text?: TextKey }

/** The query of an address, `?into=ar&state=stale`, or nothing; what goes without saying is left out. */
export function searchOf({ into, state, kind, after, text }: Said): string {
  const said = {
    into,
    ...(state !== 'open' && { state }),
    ...(kind !== undefined && { kind }),
    ...(after !== undefined && { after }),
    ...(text !== undefined && { text }),
  }
  return `?${new URLSearchParams(said)}`
}
