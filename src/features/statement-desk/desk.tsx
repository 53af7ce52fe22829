import type { FormReader } from '../../ui/form/attempt.ts'
import type { AtWork } from './work.ts'

/** For whom a page of a speech is, and where it stands. */
export interface Desk {
  viewer: FormReader
  work: AtWork
  /** The page itself, without its language. */
  here: string
  /** The list that it belongs to. */
  list: string
  /** The list of speakers in which the speech stands. */
  floor: string
}
