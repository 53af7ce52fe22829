import type { ColumnType } from 'kysely'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import { conferenceWithSeries } from '../../conferences/queries.ts'
import { type Needed, type Side, settingsOf } from '../../conferences/settings.model.ts'
import type { PledgeId } from '../model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    pledgeSignature: {
      pledge: PledgeId
      side: Side
      at: Temporal.Instant
      signedBy: string
      name: string
    }
    pledgeRemark: {
      id: string
      pledge: PledgeId
      party: PartyCode | null
      concurs: boolean
      words: ColumnType<Text | null, string | null, never>
      at: Temporal.Instant
      by: string
      name: string
    }
    pledgeAwaited: { pledge: PledgeId; speech: string }
    pledgeApart: { pledge: PledgeId; other: PledgeId; at: Temporal.Instant; by: string }
  }
}

/** Under an announcement: for which side somebody agreed, and who. */
export interface Signed {
  pledge: PledgeId
  side: Side
  signedBy: string
  name: string
  at: Temporal.Instant
}

/** The signatures under some pledges, oldest first. */
export async function signaturesOf(
  db: Reading | Writing,
  pledges: readonly PledgeId[],
): Promise<Signed[]> {
  if (pledges.length === 0) return []
  return db
    .selectFrom('pledgeSignature')
    .selectAll()
    .where('pledge', 'in', pledges)
    .orderBy('at')
    .orderBy('signedBy')
    .execute()
}

/** Which of some pledges wait for a speech in which they are to be announced, and for which. */
export async function awaitedAmong(
  db: Reading | Writing,
  pledges: readonly PledgeId[],
): Promise<ReadonlyMap<PledgeId, string>> {
  if (pledges.length === 0) return new Map()
  const rows = await db
    .selectFrom('pledgeAwaited')
    .selectAll()
    .where('pledge', 'in', pledges)
    .execute()
  return new Map(rows.map(({ pledge, speech }) => [pledge, speech]))
}

/** How many of each side must agree before a pledge of a conference is announced. */
export async function neededAt(db: Reading | Writing, conference: string | null): Promise<Needed> {
  const found = conference === null ? null : await conferenceWithSeries(db, conference)
  return settingsOf(found?.conference ?? {}).signOffs.announcements
}

/** What those who review say among themselves, oldest first. */
export const remarksOn = (db: Reading, pledge: PledgeId) =>
  db
    .selectFrom('pledgeRemark')
    .select(['id', 'party', 'concurs', 'words', 'at', 'name'])
    .where('pledge', '=', pledge)
    .orderBy('at')
    .orderBy('id')
    .execute()

/** The pledges that somebody told apart from this one. */
export const toldApart = (db: Reading, pledge: PledgeId): Promise<PledgeId[]> =>
  db
    .selectFrom('pledgeApart')
    .select('other')
    .where('pledge', '=', pledge)
    .orderBy('other')
    .execute()
    .then((rows) => rows.map(({ other }) => other))

/** Pledges whose moment had come by an instant and that are not public, by their moments. */
export async function overdueReleases(
  db: Reading,
  by: string,
): Promise<{ at: string; pledges: PledgeId[] }[]> {
  const rows = await db
    .selectFrom('pledge')
    .select(['id', 'releaseAt'])
    .where('state', '=', 'accepted')
    .where('releaseAt', '<=', Temporal.Instant.from(by))
    .orderBy('id')
    .execute()
  return [...Map.groupBy(rows, ({ releaseAt }) => `${releaseAt}`)].map(([at, due]) => ({
    at,
    pledges: due.map(({ id }) => id),
  }))
}
