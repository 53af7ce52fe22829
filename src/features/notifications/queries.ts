import { type ColumnType, sql } from 'kysely'
import type { Language } from '../../kernel/language.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import { grantOf } from '../people/model.ts'
import type { Facts } from './facts.ts'
import { type Holder, isAccount, type Seat, USUAL_HOUR, type Way } from './model.ts'

/** Facts arrive parsed and leave as JSON text. */
type Json<Kind> = ColumnType<Kind, string, string>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    notice: {
      id: string
      account: string
      kind: string
      about: string
      facts: Json<Facts>
      at: string
      seat: Json<Seat>
      toldAt: Temporal.Instant
      readAt: Temporal.Instant | null
      mail: 'digest' | 'at-once' | null
      due: Temporal.Instant | null
      letter: string | null
    }
    noticeLetter: { id: string; account: string; kind: string; at: Temporal.Instant }
    noticeChoice: { account: string; kind: string; way: Way }
    noticeHour: { account: string; hour: number }
    noticeStale: { conference: string; language: Language; count: number }
    noticeStop: { token: ColumnType<string, never, never>; account: string; kind: string }
  }
}

/** A notice as its reader sees it. */
export interface Notice {
  id: string
  kind: string
  facts: Facts
  at: string
  toldAt: Temporal.Instant
  readAt: Temporal.Instant | null
}

const SHOWN = ['id', 'kind', 'facts', 'at', 'toldAt', 'readAt'] as const

/** How many notices somebody has not read, as far as a hundred: what stands beside their name. */
export async function unreadOf(db: Reading, account: string): Promise<number> {
  if (!isAccount(account)) return 0
  const { rows } = await sql<{ unread: number }>`select count(*)::int as unread from (
    select from notice where account = ${account} and read_at is null limit 100) as those`.execute(
    db,
  )
  return rows[0]?.unread ?? 0
}

/** Which notices are asked for. */
export interface Asked {
  account: string
  unread: boolean
  kind: string | null
}

const asked = (db: Reading, { account, unread, kind }: Asked) =>
  db
    .selectFrom('notice')
    .where('account', '=', account)
    .$if(unread, (query) => query.where('readAt', 'is', null))
    .$if(kind !== null, (query) => query.where('kind', '=', kind))

/** Somebody's notices: unread ones first, the newest of each first. */
export const noticesOf = (
  db: Reading,
  wish: Asked,
  { limit, offset }: { limit: number; offset: number },
): Promise<Notice[]> =>
  asked(db, wish)
    .select(SHOWN)
    .orderBy(sql`read_at is not null`)
    .orderBy('toldAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

/** How many of them there are. */
export const countNotices = async (db: Reading, wish: Asked): Promise<number> =>
  Number(
    (
      await asked(db, wish)
        .select((of) => of.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

/** The kinds of which somebody has notices. */
export async function kindsToldTo(db: Reading, account: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notice')
    .select('kind')
    .distinct()
    .where('account', '=', account)
    .execute()
  return rows.map(({ kind }) => kind)
}

/** A notice as a letter tells of it. */
export type LetterNotice = Pick<Notice, 'kind' | 'facts' | 'at' | 'toldAt'>

/** Some letters and the notices of which they tell, in the order in which those were told. */
export async function noticesInLetters(
  db: Reading,
  ids: readonly string[],
): Promise<{ id: string; account: string; kind: string; notices: LetterNotice[] }[]> {
  if (ids.length === 0) return []
  const letters = await db
    .selectFrom('noticeLetter')
    .select(['id', 'account', 'kind'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const notices = await db
    .selectFrom('notice')
    .select(['letter', 'kind', 'facts', 'at', 'toldAt'])
    .where('letter', 'in', ids)
    .orderBy('toldAt')
    .orderBy('id')
    .execute()
  return letters.map((letter) => ({
    ...letter,
    notices: notices.filter((notice) => notice.letter === letter.id),
  }))
}

/** The accounts to whom something is due by now, as many as are written to in one act. */
export async function dueAccounts(
  db: Reading,
  now: Temporal.Instant,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('notice')
    .select('account')
    .distinct()
    .where('due', '<=', now)
    .limit(limit)
    .execute()
  return rows.map(({ account }) => account)
}

/** Of which kind a letter is that somebody holds, and whose; null: of none. */
export const stopOf = async (
  db: Reading,
  token: string,
): Promise<{ account: string; kind: string } | null> =>
  (await db
    .selectFrom('noticeStop')
    .select(['account', 'kind'])
    .where('token', '=', token)
    .executeTakeFirst()) ?? null

/** Everybody who may sit where something is told, with what they hold; closed accounts hold nothing. */
export async function holdersOf(db: Writing, seats: readonly Seat[]): Promise<Holder[]> {
  const accounts = seats
    .flatMap((seat) => ('account' in seat ? [seat.account] : []))
    .filter(isAccount)
  const posts = seats.flatMap((seat) => ('account' in seat ? [] : [seat]))
  const roles = [...new Set(posts.map(({ role }) => role))]
  const parties = posts.map(({ party }) => party)
  const named = parties.includes(undefined) ? null : [...new Set(parties)]
  const { rows } = await sql<{
    account: string
    role: string | null
    conference: string
    party: string | null
  }>`
    select person.account, holding.role, holding.conference, holding.party
    from person left join holding on holding.account = person.account and holding.until is null
    where person.closed_at is null and (
      person.account = any(${accounts}::uuid[])
      or (holding.role = any(${roles}::text[])
        and (${named}::text[] is null or holding.party = any(${named}::text[]))))
    order by person.account`.execute(db)
  return [...Map.groupBy(rows, ({ account }) => account)].map(([account, held]) => ({
    account,
    grants: held.flatMap(({ role, conference, party }) =>
      role === null ? [] : [grantOf({ role, conference, party } as Parameters<typeof grantOf>[0])],
    ),
  }))
}

/** What some people hold now; whoever's account is closed is left out. */
export const holdersAmong = (db: Writing, accounts: readonly string[]): Promise<Holder[]> =>
  accounts.length === 0
    ? Promise.resolve([])
    : holdersOf(
        db,
        accounts.map((account) => ({ account })),
      )

/** How and when somebody wants to be told. */
export interface Habits {
  ways: ReadonlyMap<string, Way>
  hour: number
  zone: string | null
}

const NO_HABITS: Habits = { ways: new Map(), hour: USUAL_HOUR, zone: null }

/** The habits of some people. */
export async function habitsOf(
  db: Reading | Writing,
  accounts: readonly string[],
): Promise<(account: string) => Habits> {
  if (accounts.length === 0) return () => NO_HABITS
  const { rows } = await sql<{
    account: string
    zone: string | null
    hour: number | null
    ways: Record<string, Way> | null
  }>`
    select person.account, person.zone, notice_hour.hour,
      (select json_object_agg(kind, way) from notice_choice where notice_choice.account = person.account) as ways
    from person left join notice_hour using (account)
    where person.account = any(${accounts as string[]}::uuid[])`.execute(db)
  const known = new Map(
    rows.map(({ account, zone, hour, ways }) => [
      account,
      { zone, hour: hour ?? USUAL_HOUR, ways: new Map(Object.entries(ways ?? {})) },
    ]),
  )
  return (account) => known.get(account) ?? NO_HABITS
}

/** The conferences for which somebody translates. */
export async function translatedConferences(db: Reading): Promise<string[]> {
  const rows = await db
    .selectFrom('translatorLanguage')
    .select('conference')
    .distinct()
    .orderBy('conference')
    .execute()
  return rows.map(({ conference }) => conference)
}
