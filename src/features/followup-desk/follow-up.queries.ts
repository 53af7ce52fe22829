import type { Actor } from '../../kernel/actor.ts'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { endOf } from '../delegation-pledges/due.queries.ts'
import { answerDue } from '../followup/assessments/comment-time.ts'
import { openErrors, unanswered } from '../followup/replies/queries.ts'
import { roundsAtDesk } from '../followup/reports/rounds.queries.ts'
import { partiesOf } from '../parties/queries.ts'
import { isSecretariat } from '../pledges/life.model.ts'
import type { PledgeId } from '../pledges/model.ts'
import { namesakesOf } from '../pledges/queries.ts'
import type { FollowUp, Received } from './follow-up.ts'

/** So many of the last reports are shown. */
const LATELY = 20

/** What came in at a conference and waits, and what is awaited. */
export async function followUpAt(
  db: Reading,
  conference: string,
  actor: Actor,
  today: string,
): Promise<FollowUp> {
  const replies = await unanswered(db, conference, { ofNone: isSecretariat(actor, null) })
  const rounds = await roundsAtDesk(db, conference, today)
  const received = await receivedAt(db, conference)
  const parties = [
    ...replies.map(({ party }) => party),
    ...received.map(({ party }) => party),
    ...rounds.flatMap((one) => [...one.reported, ...one.awaited.map(({ party }) => party)]),
  ]
  const asked = await announcedAt(db, conference)
  const pledges = [
    ...replies.flatMap(({ pledge }) => pledge ?? []),
    ...received.map(({ pledge }) => pledge),
    ...rounds.flatMap((one) => one.awaited.flatMap(({ reports }) => reports.map((r) => r.pledge))),
    ...asked,
  ]
  return {
    ...{ replies, rounds, received, asked },
    errors: await openErrors(db, conference),
    parties: await partiesOf(db, [...new Set(parties)]),
    pledges: new Map((await namesakesOf(db, [...new Set(pledges)])).map((one) => [one.id, one])),
  }
}

/** The pledges about which a round can ask. */
export const announcedAt = (db: Reading, conference: string): Promise<PledgeId[]> =>
  db
    .selectFrom('pledge')
    .select('id')
    .where('conference', '=', conference)
    .where('state', '=', 'announced')
    .where('listed', '=', true)
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(({ id }) => id))

/** The last reports on the pledges of a conference, the newest first. */
const receivedAt = (db: Reading, conference: string): Promise<Received[]> =>
  db
    .selectFrom('progressReport as report')
    .innerJoin('pledge', 'pledge.id', 'report.pledge')
    .select(['report.pledge', 'report.party', 'report.stage', 'report.reportedAt', 'report.id'])
    .where('pledge.conference', '=', conference)
    .orderBy('report.reportedAt', 'desc')
    .orderBy('report.id', 'desc')
    .limit(LATELY)
    .execute()

/** How many replies and reports of errors wait for an answer, and by when the first is promised one. */
export async function answersDue(
  db: Reading,
  conference: string,
  actor: Actor,
): Promise<{ count: number; due: Temporal.Instant | null }> {
  const replies = await unanswered(db, conference, { ofNone: isSecretariat(actor, null) })
  const errors = await openErrors(db, conference)
  const since = [
    ...replies.map(({ at }) => Temporal.Instant.from(at)),
    ...errors.map(({ at }) => at),
  ].sort(Temporal.Instant.compare)
  return { count: since.length, due: since[0] ? answerDue(since[0]) : null }
}

/** Of how many parties reports are awaited in rounds whose day has passed, and the first such day. */
export async function reportsOverdue(
  db: Reading,
  conference: ConferenceId,
  today: string,
): Promise<{ count: number; due: Temporal.Instant | null }> {
  const over = (await roundsAtDesk(db, conference, today))
    .filter(({ round, awaited }) => round.due < today && awaited.length > 0)
    .toSorted((a, b) => (a.round.due < b.round.due ? -1 : 1))
  const parties = new Set<PartyCode>(over.flatMap((one) => one.awaited.map(({ party }) => party)))
  const first = over[0]?.round.due
  return {
    count: parties.size,
    due: first ? await endOf(db, conference, first) : null,
  }
}
