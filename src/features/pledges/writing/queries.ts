import { type ColumnType, sql } from 'kysely'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { PledgeId, Terms } from '../model.ts'
import type { Hand, Sketch } from './sketch.model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    pledgeSketch: {
      pledge: PledgeId
      side: Hand
      content: ColumnType<Sketch, string, string>
      savedAt: Temporal.Instant
      savedBy: string
    }
    pledgeSubmission: {
      pledge: PledgeId
      position: number
      at: Temporal.Instant
      by: string
      terms: ColumnType<Terms, string, never>
    }
    pledgeInvitation: {
      pledge: PledgeId
      party: PartyCode
      invitedAt: Temporal.Instant
      invitedBy: string
      declinedAt: Temporal.Instant | null
      declinedBy: string | null
      words: ColumnType<Text | null, string | null, string | null>
    }
  }
}

/** A partner to whom a pledge was shown. */
export interface Invitation {
  party: PartyCode
  invitedAt: Temporal.Instant
  /** When the partner said that it takes no part; null while it has not. */
  declinedAt: Temporal.Instant | null
  words: Text | null
}

export const invitationsOf = (db: Reading | Writing, pledge: PledgeId): Promise<Invitation[]> =>
  db
    .selectFrom('pledgeInvitation')
    .select(['party', 'invitedAt', 'declinedAt', 'words'])
    .where('pledge', '=', pledge)
    .orderBy('party')
    .execute()

/** To whom a pledge was shown. */
export const invitedTo = (db: Reading | Writing, pledge: PledgeId): Promise<PartyCode[]> =>
  invitationsOf(db, pledge).then((all) => all.map(({ party }) => party))

/** To whom some pledges were shown; one that was shown to nobody is left out. */
export async function invitedToEach(
  db: Reading | Writing,
  pledges: readonly PledgeId[],
): Promise<ReadonlyMap<PledgeId, PartyCode[]>> {
  const rows = await db
    .selectFrom('pledgeInvitation')
    .select(['pledge', 'party'])
    .where('pledge', '=', (from) => from.fn.any(from.val(pledges)))
    .orderBy('party')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ pledge }) => pledge)].map(([pledge, all]) => [
      pledge,
      all.map(({ party }) => party),
    ]),
  )
}

/** What somebody has typed and not yet handed in. */
export interface Typed {
  content: Sketch
  savedAt: Temporal.Instant
}

/** What somebody has typed and not yet handed in; null where nobody has. */
export const sketchOf = (
  db: Reading | Writing,
  pledge: PledgeId,
  hand: Hand = 'author',
): Promise<Typed | null> =>
  sketchesOf(db, [pledge]).then((typed) => typed.find((one) => one.side === hand) ?? null)

/** What was typed of some pledges, by whichever hand. */
export const sketchesOf = (db: Reading | Writing, pledges: readonly PledgeId[]) =>
  db
    .selectFrom('pledgeSketch')
    .select(['pledge', 'side', 'content', 'savedAt'])
    .where('pledge', '=', (from) => from.fn.any(from.val(pledges)))
    .execute()

/** What was handed in, the last first. */
export const submissionsOf = (db: Reading, pledge: PledgeId) =>
  db
    .selectFrom('pledgeSubmission')
    .select(['position', 'at', 'terms'])
    .where('pledge', '=', pledge)
    .orderBy('position', 'desc')
    .execute()

/** The next number that no pledge of a party and year has, or had: identifiers are never given again. */
export async function nextNumber(db: Writing, party: PartyCode, year: string): Promise<number> {
  const prefix = `${party}-${year}-`
  const { rows } = await sql<{ last: number | null }>`
    select max(substr(id, length(${prefix}) + 1)::int) as last from (
      select id from pledge where starts_with(id, ${prefix})
      union all select id from pledge_retired where starts_with(id, ${prefix})
    ) as given where substr(id, length(${prefix}) + 1) ~ '^[0-9]{2,7}$'`.execute(db)
  return (rows[0]?.last ?? 0) + 1
}

/** Which of some pledges an author may name: what everybody may see, and their own. */
export async function nameableAmong(
  db: Writing,
  ids: readonly PledgeId[],
  party: PartyCode | null,
): Promise<ReadonlySet<PledgeId>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('pledge')
    .select('id')
    .where('id', 'in', ids)
    .where((where) => where.or([where('listed', '=', true), where('lead', '=', party)]))
    .execute()
  return new Set(rows.map(({ id }) => id))
}
