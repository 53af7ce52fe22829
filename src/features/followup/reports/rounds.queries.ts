import { sql } from 'kysely'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import type { PledgeId } from '../../pledges/model.ts'
import { type Due, dueReports } from './due.ts'
import { awaited, everyRound } from './queries.ts'
import { isOpenOn, type Round } from './rounds.model.ts'

/** A round, and who has reported in it as far as everybody may know, by code. */
export interface RoundAt {
  round: Round
  reported: readonly PartyCode[]
}

/** Whether any round is open or will be: where none is, nobody needs to know what it would be about. */
export const anyRoundAhead = async (db: Reading, today: string): Promise<boolean> =>
  (await everyRound(db)).some(({ due }) => due >= today)

/** The rounds that ask about a conference, the first to be due first. */
const roundsOf = async (db: Reading, conference: string): Promise<Round[]> =>
  (await everyRound(db))
    .filter(({ conferences }) => (conferences as readonly string[]).includes(conference))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))

/** Who has reported in some rounds on listed pledges of a conference, or on one. */
async function reportedIn(
  db: Reading,
  rounds: readonly Round[],
  about: { conference: string; pledge?: PledgeId; everybody: boolean },
): Promise<ReadonlyMap<string, PartyCode[]>> {
  if (rounds.length === 0) return new Map()
  const rows = await db
    .selectFrom('progressReport as report')
    .innerJoin('pledge', 'pledge.id', 'report.pledge')
    .select(['report.round', 'report.party'])
    .distinct()
    .where(
      'report.round',
      'in',
      rounds.map(({ id }) => id),
    )
    .where('pledge.conference', '=', about.conference)
    .$if(about.everybody, (all) =>
      all.where('report.audience', '=', 'public').where('pledge.listed', '=', true),
    )
    .$if(about.pledge !== undefined, (all) => all.where('pledge.id', '=', about.pledge as PledgeId))
    .orderBy('report.party')
    .execute()
  const by = Map.groupBy(rows, ({ round }) => round ?? '')
  return new Map([...by].map(([round, some]) => [round, some.map(({ party }) => party)]))
}

/** The rounds that are open on a day, with who has reported; null where none is or will be. */
export async function openRoundsAt(
  db: Reading,
  about: { conference: string; pledge?: PledgeId },
  today: string,
): Promise<RoundAt[] | null> {
  const rounds = (await roundsOf(db, about.conference)).filter(
    ({ due, pledges }) =>
      due >= today && (!about.pledge || pledges.length === 0 || pledges.includes(about.pledge)),
  )
  if (rounds.length === 0) return null
  const reported = await reportedIn(db, rounds, { ...about, everybody: true })
  return rounds
    .filter((round) => isOpenOn(round, today))
    .map((round) => ({ round, reported: reported.get(round.id) ?? [] }))
}

/** A party whose report on a pledge is awaited, and when it last reported on it here. */
export interface AwaitedReport {
  pledge: PledgeId
  last: Temporal.Instant | null
}

/** A round as its secretariat sees it: for a conference, who has reported and whose reports are awaited. */
export interface RoundAtDesk extends RoundAt {
  isOpen: boolean
  awaited: readonly { party: PartyCode; reports: readonly AwaitedReport[] }[]
  /** When people were last reminded. */
  remindedAt: Temporal.Instant | null
}

/** Every round that has asked about a conference, the newest first. */
export async function roundsAtDesk(
  db: Reading,
  conference: string,
  today: string,
): Promise<RoundAtDesk[]> {
  const rounds = (await roundsOf(db, conference)).filter(({ opens }) => opens <= today).reverse()
  const reported = await reportedIn(db, rounds, { conference, everybody: false })
  const found: RoundAtDesk[] = []
  for (const round of rounds) {
    const { pledges, reports } = await awaited(db, round)
    const here = pledges.filter((pledge) => pledge.conference === conference)
    found.push({
      ...{ round, isOpen: isOpenOn(round, today), reported: reported.get(round.id) ?? [] },
      awaited: await withLast(db, dueReports(here, reports, round, today)),
      remindedAt: await lastReminder(db, round.id),
    })
  }
  return found
}

const lastReminder = (db: Reading, round: string): Promise<Temporal.Instant | null> =>
  db
    .selectFrom('reportReminder')
    .select('at')
    .where('round', '=', round)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
    .then((row) => row?.at ?? null)

async function withLast(db: Reading, due: readonly Due[]): Promise<RoundAtDesk['awaited']> {
  const ids = [...new Set(due.flatMap(({ pledges }) => pledges))]
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('progressReport')
          .select(['pledge', 'party', sql<Temporal.Instant>`max(reported_at)`.as('last')])
          .where('pledge', 'in', ids)
          .groupBy(['pledge', 'party'])
          .execute()
  const last = new Map(rows.map((row) => [`${row.party} ${row.pledge}`, row.last]))
  return due.map(({ party, pledges }) => ({
    party,
    reports: pledges.map((pledge) => ({ pledge, last: last.get(`${party} ${pledge}`) ?? null })),
  }))
}
