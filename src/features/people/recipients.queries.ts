import type { Role } from '../../kernel/actor.ts'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { GivenRole } from './model.ts'

/** Somebody to whom a letter goes, as `platform/mail` wants to know them. */
export interface Reachable {
  account: string
  address: string
  name: string
  language: Language
  /** Null: times are those of the conference. */
  zone: string | null
}

/** Whom a letter is for: holders of any of the roles at a conference, and of a party where one is named. */
export interface Wanted {
  conference: string
  roles: readonly Role[]
  party?: string
}

/** People who hold a role now, each once, whose accounts are open; holders for all conferences are not among them. */
export const holdersOf = (
  db: Reading,
  { conference, roles, party }: Wanted,
): Promise<Reachable[]> =>
  reachable(db)
    .innerJoin('holding', 'holding.account', 'person.account')
    .distinct()
    .where('holding.conference', '=', conference as ConferenceId)
    .where('holding.role', 'in', roles as GivenRole[])
    .where('holding.until', 'is', null)
    .$if(party !== undefined, (query) => query.where('holding.party', '=', party as PartyCode))
    .execute()

/** People by their accounts, while these are open. */
export const reachableOf = (db: Reading, accounts: readonly string[]): Promise<Reachable[]> =>
  accounts.length === 0
    ? Promise.resolve([])
    : reachable(db).where('person.account', 'in', accounts).execute()

const reachable = (db: Reading) =>
  db
    .selectFrom('person')
    .innerJoin('auth.user', 'auth.user.id', 'person.account')
    .select([
      'person.account',
      'auth.user.email as address',
      'person.name',
      'person.language',
      'person.zone',
    ])
    .where('person.closedAt', 'is', null)
    .orderBy('person.account')
