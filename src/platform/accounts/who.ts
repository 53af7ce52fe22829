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

/** Looks accounts up, in one query; those that do not exist, or are closed, are left out. */
export type WhoAre = (
  db: Reading,
  accounts: readonly string[],
) => Promise<ReadonlyMap<string, Known>>

/** Looks an account up; null: there is none, or it is closed. */
export type WhoIs = (db: Reading, account: string) => Promise<Known | null>

/** The one feature that knows people answers; where there is none, nobody has an account. */
export const whoAreOf = (features: readonly { whoAre?: WhoAre }[]): WhoAre =>
  features.map(({ whoAre }) => whoAre).find((one) => one !== undefined) ?? (async () => new Map())

/** The same for one account. */
export const whoIsBy =
  (whoAre: WhoAre): WhoIs =>
  async (db, account) =>
    (await whoAre(db, [account])).get(account) ?? null

export const whoIsOf = (features: readonly { whoAre?: WhoAre }[]): WhoIs =>
  whoIsBy(whoAreOf(features))
