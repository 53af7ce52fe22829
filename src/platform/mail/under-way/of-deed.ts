import type { Errand } from '../../command/command.ts'
import { MAIL_JOB } from '../letter.ts'

/** Under which an errand that asks for letters holds the journal's id of its deed. */
export const DEED = 'deedId'

/** Under which an errand says how many letters will be written, where the deed knows it before they are. */
export const LETTERS = 'letters'

/** The errands of a deed; those that ask for letters know it, so that it can be said how far the deed has come. */
export const ofDeed = (deed: string, errands: readonly Errand[]): Errand[] =>
  errands.map((errand) =>
    errand.job === MAIL_JOB ? { ...errand, data: { ...errand.data, [DEED]: deed } } : errand,
  )

/** The deed of an errand; null where none asked for it. */
export const deedOf = (data: Record<string, unknown>): string | null =>
  typeof data[DEED] === 'string' ? data[DEED] : null
