import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { instantAt } from '../../kernel/time.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { outlineById } from '../conferences/queries.ts'
import { publishableFrom } from '../followup/assessments/comment-time.ts'
import { dueReports } from '../followup/reports/due.ts'
import { awaited, everyRound } from '../followup/reports/queries.ts'
import type { Round } from '../followup/reports/rounds.model.ts'
import type { PledgeId } from '../pledges/model.ts'
import { ownPledges } from './own.queries.ts'

/** The rounds of reports that ask about a conference and have opened, the first to be due first. */
export const openRounds = async (
  db: Reading,
  conference: string,
  today: string,
): Promise<Round[]> =>
  (await everyRound(db))
    .filter(
      ({ opens, conferences }) => opens <= today && (conferences as string[]).includes(conference),
    )
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))

/** The pledges on which a party's report is awaited, each with its round. */
export async function reportsDue(
  db: Reading,
  { conference, party, today }: { conference: string; party: PartyCode; today: string },
): Promise<ReadonlyMap<PledgeId, Round>> {
  const due = new Map<PledgeId, Round>()
  for (const round of await openRounds(db, conference, today)) {
    const { pledges, reports } = await awaited(db, round)
    const own = dueReports(pledges, reports, round, today).find((one) => one.party === party)
    for (const id of own?.pledges ?? []) if (!due.has(id)) due.set(id, round)
  }
  return due
}

/** The moment at which a day is over on the clocks of a conference. */
export async function endOf(
  db: Reading,
  conference: ConferenceId,
  day: string,
): Promise<Temporal.Instant> {
  const zone = (await outlineById(db, conference))?.zone ?? 'UTC'
  return instantAt(day, '23:59', zone)
}

/** Of how many pledges a party is asked for its consent and has not answered. */
export const consentsAsked = async (
  db: Reading,
  { conference, party }: { conference: string; party: PartyCode },
  actor: Actor,
): Promise<number> =>
  (await ownPledges(db, conference, party, actor)).filter(({ isAsked }) => isAsked).length

/** The pledges with an assessment that waits for a party's comment, and from when each may be published. */
export async function commentsOpen(
  db: Reading,
  { conference, party }: { conference: string; party: PartyCode },
): Promise<ReadonlyMap<PledgeId, Temporal.Instant>> {
  const rows = await db
    .selectFrom('assessment')
    .innerJoin('pledge', 'pledge.id', 'assessment.pledge')
    .select(['assessment.pledge', 'assessment.sentAt', 'assessment.supersedes'])
    .where('pledge.conference', '=', conference)
    .where('assessment.state', '=', 'sent')
    .where(
      sql<boolean>`(assessment.party = ${party} or (assessment.party is null
        and pledge.terms->'shares' @> ${JSON.stringify([{ party }])}::jsonb))`,
    )
    .where(
      sql<boolean>`(not exists (select from reply where reply.subject_kind = 'assessment'
        and reply.subject = assessment.id::text and reply.party = ${party}))`,
    )
    .orderBy('assessment.sentAt', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ pledge, sentAt, supersedes }) =>
      sentAt ? [[pledge, publishableFrom(sentAt, supersedes === null)] as const] : [],
    ),
  )
}
