import { digestOfSecret } from '../../platform/accounts/links.ts'
import type { Reading } from '../../platform/database/tables.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    chosenSession: {
      account: string
      session: string
      conference: string
      chosenAt: Temporal.Instant
    }
    calendarFeed: { account: string; digest: string; since: Temporal.Instant }
  }
}

/** The sessions that somebody chose at a conference, by identifier. */
export async function chosenBy(
  db: Reading,
  account: string,
  conference: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('chosenSession')
    .select('session')
    .where('account', '=', account)
    .where('conference', '=', conference)
    .execute()
  return new Set(rows.map(({ session }) => session))
}

/** The conferences at which somebody chose sessions. */
export async function conferencesOfChoices(db: Reading, account: string): Promise<string[]> {
  const rows = await db
    .selectFrom('chosenSession')
    .select('conference')
    .distinct()
    .where('account', '=', account)
    .orderBy('conference')
    .execute()
  return rows.map(({ conference }) => conference)
}

/** Who chose any of some sessions, and which. */
export async function choosersOf(
  db: Reading,
  sessions: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (sessions.length === 0) return new Map()
  const rows = await db
    .selectFrom('chosenSession')
    .select(['account', 'session'])
    .where('session', 'in', sessions)
    .orderBy('account')
    .execute()
  const byAccount = Map.groupBy(rows, ({ account }) => account)
  return new Map(
    [...byAccount].map(([account, all]) => [account, all.map(({ session }) => session)]),
  )
}

/** Since when somebody’s calendar has its address; null: it has none. */
export const feedOf = async (db: Reading, account: string): Promise<Temporal.Instant | null> =>
  (
    await db
      .selectFrom('calendarFeed')
      .select('since')
      .where('account', '=', account)
      .executeTakeFirst()
  )?.since ?? null

/** Whose calendar has an address with this secret; null: nobody’s, or their account is closed. */
export async function holderOfFeed(
  db: Reading,
  secret: string,
): Promise<{ account: string; since: Temporal.Instant } | null> {
  const row = await db
    .selectFrom('calendarFeed')
    .innerJoin('person', 'person.account', 'calendarFeed.account')
    .select(['calendarFeed.account', 'calendarFeed.since'])
    .where('digest', '=', digestOfSecret(secret))
    .where('person.closedAt', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
