import { sql } from 'kysely'
import type { FileId } from '../../kernel/ids.ts'
import { accessOf } from '../../platform/accounts/access.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { aboutFiles } from '../../platform/files/uploads.ts'
import { lettersTo } from './letters.queries.ts'
import type { Everything, GivenFile } from './model.ts'

/** Everything that is held about the holder of an account; null: there is none. No secret is among it. */
export async function heldAboutAccount(
  db: Reading,
  account: string,
  now: Temporal.Instant,
): Promise<Everything | null> {
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('account', '=', account)
    .executeTakeFirst()
  const access = await accessOf(db, account, now)
  if (!person || !access) return null
  const { address, proven, hasSecondFactor, sessions, passkeys, keys } = access
  return {
    held: {
      account: [{ ...person, address, proven, hasSecondFactor }],
      roles: await rolesOf(db, account),
      'ways-in': [
        ...passkeys.map((one) => ({ way: 'passkey', ...one })),
        ...keys.map((one) => ({ way: 'key', ...one })),
        ...(await signOnsOf(db, account)),
      ],
      sessions,
      assignments: await assignmentsOf(db, account),
      programme: await programmeOf(db, account),
      readings: await readingsOf(db, account),
      telling: await tellingOf(db, account),
      notices: await noticesOf(db, account),
      letters: await lettersTo(db, address),
      deeds: await deedsOf(db, account),
    },
    files: await filesOf(db, account),
  }
}

const rolesOf = (db: Reading, account: string) =>
  db
    .selectFrom('holding')
    .select(['role', 'conference', 'party', 'since', 'until'])
    .where('account', '=', account)
    .orderBy('since')
    .execute()

const signOnsOf = async (db: Reading, account: string) =>
  (
    await db
      .selectFrom('auth.account')
      .select('providerId as provider')
      .where('userId', '=', account)
      .execute()
  ).map((one) => ({ way: 'single-sign-on', ...one }))

async function assignmentsOf(db: Reading, account: string): Promise<object[]> {
  const { rows: reviews } = await sql<object>`
    select review, part, assigned_at, ended_at from review_assignment
    where account = ${account} order by assigned_at`.execute(db)
  const languages = await db
    .selectFrom('translatorLanguage')
    .select(['conference', 'language'])
    .where('account', '=', account)
    .execute()
  const chaired = await db
    .selectFrom('floorChair')
    .select(['conference', 'session as chairOf', 'since'])
    .where('account', '=', account)
    .orderBy('since')
    .execute()
  return [...reviews, ...languages, ...chaired]
}

async function programmeOf(db: Reading, account: string): Promise<object[]> {
  const chosen = await db
    .selectFrom('chosenSession')
    .select(['conference', 'session', 'chosenAt'])
    .where('account', '=', account)
    .orderBy('chosenAt')
    .execute()
  const feeds = await db
    .selectFrom('calendarFeed')
    .select('since as calendarSince')
    .where('account', '=', account)
    .execute()
  return [...chosen, ...feeds]
}

/** Deposited statements that they read before these were delivered. */
const readingsOf = (db: Reading, account: string) =>
  db
    .selectFrom('statementReading')
    .select(['speech', 'number', 'at'])
    .where('account', '=', account)
    .orderBy('at')
    .execute()

async function tellingOf(db: Reading, account: string): Promise<object[]> {
  const choices = await db
    .selectFrom('noticeChoice')
    .select(['kind', 'way'])
    .where('account', '=', account)
    .orderBy('kind')
    .execute()
  const hours = await db
    .selectFrom('noticeHour')
    .select('hour')
    .where('account', '=', account)
    .execute()
  const followed = await db
    .selectFrom('offerSubscription')
    .select(['conference', 'side', 'capability', 'since'])
    .where('account', '=', account)
    .orderBy('since')
    .execute()
  return [...choices, ...hours, ...followed]
}

const noticesOf = (db: Reading, account: string) =>
  db
    .selectFrom('notice')
    .select(['kind', 'about', 'at', 'toldAt', 'readAt', 'mail'])
    .where('account', '=', account)
    .orderBy('toldAt')
    .execute()

/** What they did, and what was done to their account, without who did that. */
const deedsOf = (db: Reading, account: string) =>
  db
    .selectFrom('journal')
    .select(['at', 'action', 'subject', 'conference'])
    .where(({ or, eb }) =>
      or([eb('actor', '=', `account/${account}`), eb('subject', '=', `account/${account}`)]),
    )
    .orderBy('seq')
    .execute()

/** What they handed in; what they handed in for members of a delegation is these members’. */
async function filesOf(db: Reading, account: string): Promise<GivenFile[]> {
  const rows = await db
    .selectFrom('upload')
    .select(['id', 'owner'])
    .where('uploader', '=', `account/${account}`)
    .execute()
  const own = rows.filter(({ owner }) => !/^(participant|delegation-document)\//.test(owner ?? ''))
  return given(
    await aboutFiles(
      db,
      own.map(({ id }) => id as FileId),
    ),
  )
}

/** Of files what their giver is told. */
export const given = (files: Awaited<ReturnType<typeof aboutFiles>>): GivenFile[] =>
  files.map(({ id, name, type, size, at }) => ({ id, name, type, size, at }))
