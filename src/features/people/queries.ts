import { sql } from 'kysely'
import type { Grant } from '../../kernel/actor.ts'
import { type Known, type WhoIs, whoIsBy } from '../../platform/accounts/who.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { grantOf, type Holding, type Post, type Profile } from './model.ts'

/** Somebody who has an account. */
export interface Person extends Profile {
  account: string
  since: Temporal.Instant
  closedAt: Temporal.Instant | null
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    person: Person
    holding: Holding
  }
}

/** Who stands behind accounts, and what they may do now; who has no open account is left out. */
export async function whoAre(
  db: Reading,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('holding', (join) =>
      join.onRef('holding.account', '=', 'person.account').on('holding.until', 'is', null),
    )
    .select(['person.account', 'name', 'language', 'zone', 'role', 'conference', 'party'])
    .where('person.account', '=', (from) => from.fn.any(from.val(accounts)))
    .where('person.closedAt', 'is', null)
    .orderBy('holding.id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ account }) => account)].map(([account, posts]) => {
      const [{ name, language, zone }] = posts as [(typeof posts)[number]]
      const grants = posts.flatMap(({ role, conference, party }) =>
        role === null || conference === null ? [] : [grantOf({ role, conference, party })],
      )
      return [account, { name, language, zone, grants }]
    }),
  )
}

/** Who stands behind an account; null: nobody, or it is closed. */
export const whoIs: WhoIs = whoIsBy(whoAre)

/** What an account may do now. A closed account may do nothing. */
export const grantsOf = async (db: Reading, account: string): Promise<readonly Grant[]> =>
  (await whoIs(db, account))?.grants ?? []

export const personOf = (db: Reading, account: string): Promise<Person | null> =>
  db
    .selectFrom('person')
    .selectAll()
    .where('account', '=', account)
    .executeTakeFirst()
    .then((row) => row ?? null)

export const holdingById = (db: Reading, id: string): Promise<Holding | null> =>
  db
    .selectFrom('holding')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** The same post, where somebody holds it now. */
export async function holdingLike(
  db: Reading,
  account: string,
  { role, conference, party }: Post,
): Promise<Holding | null> {
  const rows = await db
    .selectFrom('holding')
    .selectAll()
    .where('account', '=', account)
    .where('role', '=', role)
    .where('conference', '=', conference)
    .where('until', 'is', null)
    .execute()
  return rows.find((row) => row.party === party) ?? null
}

/** The holdings of those who may do everything everywhere, whose accounts are open. */
export async function administrators(db: Reading): Promise<string[]> {
  const rows = await db
    .selectFrom('holding')
    .innerJoin('person', 'person.account', 'holding.account')
    .select('holding.id')
    .where('holding.role', '=', 'administrator')
    .where('holding.conference', '=', '*')
    .where('holding.until', 'is', null)
    .where('person.closedAt', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** The address of whoever was named administrator first, where no administrator has ever signed in; else null. */
export async function untriedAdministrator(db: Reading): Promise<string | null> {
  const rows = await db
    .selectFrom('holding')
    .innerJoin('auth.user', 'auth.user.id', 'holding.account')
    .select('auth.user.email')
    .select(
      sql<boolean>`exists (select from journal where action = 'accounts.sign-in'
        and actor = 'account/' || holding.account)`.as('wasIn'),
    )
    .where('holding.role', '=', 'administrator')
    .where('holding.conference', '=', '*')
    .where('holding.until', 'is', null)
    .orderBy('holding.since')
    .orderBy('holding.id')
    .execute()
  return rows.some(({ wasIn }) => wasIn) ? null : (rows[0]?.email ?? null)
}
