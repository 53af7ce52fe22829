import type { Grant } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import type { Reading } from '../database/tables.ts'

/** Who stands behind an account, and what they may do now. */
export interface Known {
  name: string
  language: Language
  /** Null: times are those of the conference. */
  zone: string | null
  grants: readonly Grant[]
}

/** Looks an account up, in one query; null: there is none, or it is closed. */
export type WhoIs = (db: Reading, account: string) => Promise<Known | null>

/** The one feature that knows people answers; where there is none, nobody has an account. */
export const whoIsOf = (features: readonly { whoIs?: WhoIs }[]): WhoIs =>
  features.map(({ whoIs }) => whoIs).find((one) => one !== undefined) ?? (async () => null)
