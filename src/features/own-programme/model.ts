import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { AccountId } from '../people/model.ts'

/** Who has a programme of their own: whoever has an account. */
export const hasOwnProgramme = ({ kind, id }: Actor): boolean =>
  kind === 'account' && AccountId.safeParse(id).success

/** The secret part of a calendar’s address: 256 bits, in letters that an address may hold. */
export const FeedSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** The address of a calendar, below the language. */
export const feedAddress = (secret: string): string => `/calendar/${secret}.ics`
