import type { Grant } from '../../kernel/actor.ts'
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

/** What an account may do now. A closed account may do nothing. */
export async function grantsOf(db: Reading, account: string): Promise<Grant[]> {
  const rows = await db
    .selectFrom('holding')
    .innerJoin('person', 'person.account', 'holding.account')
    .select(['holding.role', 'holding.conference', 'holding.party'])
    .where('holding.account', '=', account)
    .where('holding.until', 'is', null)
    .where('person.closedAt', 'is', null)
    .orderBy('holding.id')
    .execute()
  return rows.map(grantOf)
}

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
