import { sql } from 'kysely'
import { type Actor, speaksFor } from '../../kernel/actor.ts'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { type GivenRole, type Holding, mayManage } from './model.ts'

/** A role as a list shows it: who holds it, and by whom they have it. */
export interface Listed extends Omit<Holding, 'givenBy' | 'endedBy'> {
  name: string
  address: string
  /** Whether they have shown that the address is theirs: until then they have never been in. */
  proven: boolean
  /** Null: the program itself, or whoever works at the machine. */
  givenByName: string | null
  endedByName: string | null
}

/** What somebody looks for among the people of a conference. */
export interface Wish {
  role: GivenRole | null
  words: string
  page: number
  /** Whether those who no longer hold their role. */
  former: boolean
}

/** How many stand on one page. */
export const ON_PAGE = 100

/** The delegations for which somebody who gives no other roles names delegates. */
export const ownParties = (actor: Actor, conference: string): PartyCode[] => [
  ...new Set(
    actor.grants.flatMap(({ role, party }) =>
      role === 'focal-point' && party !== undefined && speaksFor(actor, conference, party)
        ? [party as PartyCode]
        : [],
    ),
  ),
]

/** Whose name or address holds some words; what they could mean to a database, they do not. */
function named(words: string) {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(lower(person.name) like ${pattern} or email like ${pattern})`
}

/** Who holds which role at a conference, as far as the reader may know it: all of them, or the own delegates. */
export async function peopleOf(
  db: Reading,
  { actor, conference }: { actor: Actor; conference: ConferenceId },
  { role, words, page, former }: Wish,
): Promise<{ people: Listed[]; total: number }> {
  const all = mayManage(actor, conference)
  const parties = ownParties(actor, conference)
  if (!all && parties.length === 0) return { people: [], total: 0 }
  const rows = await db
    .selectFrom('holding')
    .innerJoin('person', 'person.account', 'holding.account')
    .innerJoin('auth.user', 'auth.user.id', 'holding.account')
    .leftJoin('person as giver', (join) =>
      join.on(sql`'account/' || giver.account`, '=', (on) => on.ref('holding.givenBy')),
    )
    .leftJoin('person as ender', (join) =>
      join.on(sql`'account/' || ender.account`, '=', (on) => on.ref('holding.endedBy')),
    )
    .select([
      ...(['holding.id', 'holding.account', 'holding.role', 'holding.conference'] as const),
      ...(['holding.party', 'holding.since', 'holding.until', 'person.name'] as const),
      ...(['auth.user.email as address', 'auth.user.emailVerified as proven'] as const),
      ...(['giver.name as givenByName', 'ender.name as endedByName'] as const),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where('holding.conference', '=', conference)
    .where('holding.until', former ? 'is not' : 'is', null)
    .$if(!all, (query) =>
      query.where('holding.role', '=', 'delegate').where('holding.party', 'in', parties),
    )
    .$if(role !== null, (query) => query.where('holding.role', '=', role as GivenRole))
    .$if(words !== '', (query) => query.where(named(words)))
    .orderBy(
      (on) => (former ? on.ref('holding.until') : on.ref('person.name')),
      former ? 'desc' : 'asc',
    )
    .orderBy('holding.id')
    .limit(ON_PAGE)
    .offset((page - 1) * ON_PAGE)
    .execute()
  return {
    people: rows.map(({ total: _, ...row }) => row),
    total: Number(rows[0]?.total ?? 0),
  }
}

/** The roles that somebody holds and held, the newest first. */
export const holdingsOf = (db: Reading, account: string): Promise<Holding[]> =>
  db
    .selectFrom('holding')
    .selectAll()
    .where('account', '=', account)
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Somebody with an account, as the administrator’s list shows them. */
export interface AccountLine {
  account: string
  name: string
  address: string
  proven: boolean
  closedAt: Temporal.Instant | null
  /** How many roles they hold now. */
  roles: number
}

/** Everybody with an account, by name. */
export async function accountsOf(
  db: Reading,
  { words, page }: Pick<Wish, 'words' | 'page'>,
): Promise<{ accounts: AccountLine[]; total: number }> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('auth.user', 'auth.user.id', 'person.account')
    .select([
      ...(['person.account', 'person.name', 'person.closedAt'] as const),
      ...(['auth.user.email as address', 'auth.user.emailVerified as proven'] as const),
      sql<number>`(select count(*) from holding
        where holding.account = person.account and until is null)`.as('roles'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .$if(words !== '', (query) => query.where(named(words)))
    .orderBy('person.name')
    .orderBy('person.account')
    .limit(ON_PAGE)
    .offset((page - 1) * ON_PAGE)
    .execute()
  return {
    accounts: rows.map(({ total: _, roles, ...row }) => ({ ...row, roles: Number(roles) })),
    total: Number(rows[0]?.total ?? 0),
  }
}
