import { type ColumnType, sql } from 'kysely'
import type { FileId, PartyCode } from '../../../kernel/ids.ts'
import { type Audience, reaches } from '../../../kernel/people/audience.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { Stage } from '../../pledges/history.model.ts'
import type { PledgeId } from '../../pledges/model.ts'
import { giversOf, type Share } from '../../pledges/shares.model.ts'
import type { Asked, Reported } from './due.ts'
import { audienceOf, type Report, type ReportFile, reportSeenBy, type Told } from './model.ts'
import { type Occasion, type Round, reminderOn } from './rounds.model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    reportRound: {
      id: string
      name: ColumnType<Text, string, string>
      opens: string
      due: string
      conferences: string[]
      pledges: string[]
    }
    reportRoundReminder: { round: string; occasion: Occasion; at: Temporal.Instant }
    progressReportFile: { report: string; position: number; file: FileId; name: string }
    reportReminder: { round: string; party: PartyCode; pledges: string[]; at: Temporal.Instant }
    progressReport: {
      id: string
      pledge: PledgeId
      party: PartyCode
      round: string | null
      stage: Stage
      on: string
      audience: Audience
      onBehalf: boolean
      reportedAt: Temporal.Instant
      reportedBy: string
      content: ColumnType<Told, string, never>
    }
  }
}

const reports = (db: Reading | Writing) =>
  db
    .selectFrom('progressReport')
    .select([
      'progressReport.id',
      'progressReport.pledge',
      'progressReport.party',
      'progressReport.round',
      'progressReport.onBehalf',
      'progressReport.reportedAt',
      'progressReport.content',
    ])
    .orderBy('progressReport.reportedAt')
    .orderBy('progressReport.id')

/** A report as it is kept, whatever its audience. */
export const reportFrom = ({
  content,
  reportedAt,
  ...columns
}: Omit<Report, keyof Told | 'reportedAt'> & {
  content: Told
  reportedAt: Temporal.Instant
}): Report => ({ ...columns, reportedAt: reportedAt.toString(), ...content })

/** Reports that everybody may know of, in no order: for a file of all. */
export const listedReports = (db: Reading) =>
  reports(db)
    .clearOrderBy()
    .innerJoin('pledge', 'pledge.id', 'progressReport.pledge')
    .where('pledge.listed', '=', true)
    .where('progressReport.audience', '=', 'public')

/** What the parties of a pledge have reported, oldest first, as the reader may see it. */
export const reportsOf = (
  db: Reading | Writing,
  pledge: PledgeId,
  reader: Audience = 'public',
): Promise<Report[]> =>
  reports(db)
    .where('progressReport.pledge', '=', pledge)
    .execute()
    .then((rows) => rows.flatMap((row) => reportSeenBy(reader, reportFrom(row)) ?? []))

/** The files that came with the reports on a pledge, as far as a reader may open them: they are its evidence. */
export async function filesSeenBy(
  db: Reading,
  pledge: PledgeId,
  reader: Audience,
): Promise<ReportFile[]> {
  const rows = await db
    .selectFrom('progressReportFile as file')
    .innerJoin('progressReport', 'progressReport.id', 'file.report')
    .select(['file.report', 'file.file', 'file.name', 'progressReport.content'])
    .where('progressReport.pledge', '=', pledge)
    .orderBy('file.report')
    .orderBy('file.position')
    .execute()
  return rows
    .filter(({ content }) =>
      (['stage', 'evidence'] as const).every((field) =>
        reaches(reader, audienceOf(content, field)),
      ),
    )
    .map(({ report, file, name }) => ({ report, file, name }))
}

/** What a party has reported of all its pledges that everybody may see, oldest first. */
export const reportsBy = (db: Reading, party: PartyCode): Promise<Report[]> =>
  reports(db)
    .innerJoin('pledge', 'pledge.id', 'progressReport.pledge')
    .where('pledge.listed', '=', true)
    .where('progressReport.party', '=', party)
    .execute()
    .then((rows) => rows.flatMap((row) => reportSeenBy('public', reportFrom(row)) ?? []))

/** A report by its identifier, whatever its audience. */
export const reportOf = (db: Writing, id: string): Promise<Report | null> =>
  reports(db)
    .where('progressReport.id', '=', id)
    .executeTakeFirst()
    .then((row) => (row ? reportFrom(row) : null))

export const roundOf = (db: Reading | Writing, id: string): Promise<Round | null> =>
  db
    .selectFrom('reportRound')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => (row ? (row as Round) : null))

/** Every round, newest first. */
export const everyRound = (db: Reading): Promise<Round[]> =>
  db
    .selectFrom('reportRound')
    .selectAll()
    .orderBy('opens', 'desc')
    .orderBy('id')
    .execute()
    .then((rows) => rows as Round[])

/** The reminders of a round, oldest first. */
export const remindersOf = (db: Reading | Writing, round: string) =>
  db
    .selectFrom('reportReminder')
    .selectAll()
    .where('round', '=', round)
    .orderBy('at')
    .orderBy('party')
    .execute()

/** The reminders of a round that have gone out by themselves. */
export const occasionsOf = (db: Reading | Writing, round: string): Promise<Set<Occasion>> =>
  db
    .selectFrom('reportRoundReminder')
    .select('occasion')
    .where('round', '=', round)
    .execute()
    .then((rows) => new Set(rows.map(({ occasion }) => occasion)))

/** The reminders that are to go out by themselves on a day. */
export async function remindersDue(
  db: Reading,
  day: string,
): Promise<{ round: string; occasion: Occasion }[]> {
  const due = []
  for (const round of await everyRound(db)) {
    const occasion = reminderOn(round, day, await occasionsOf(db, round.id))
    if (occasion) due.push({ round: round.id, occasion })
  }
  return due
}

/** What a round asks about, and what was reported of it. */
export async function awaited(
  db: Reading | Writing,
  round: Pick<Round, 'id' | 'conferences'>,
): Promise<{ pledges: Asked[]; reports: Reported[] }> {
  const pledges = await db
    .selectFrom('pledge')
    .select(['id', 'conference', 'announcedOn', sql<Share[]>`terms->'shares'`.as('shares')])
    .where('conference', 'in', round.conferences)
    .where('state', '=', 'announced')
    .orderBy('id')
    .execute()
  const given = await db
    .selectFrom('progressReport as report')
    .innerJoin('pledge', 'pledge.id', 'report.pledge')
    .select(['report.pledge', 'report.party', 'report.round', 'report.stage'])
    .where('pledge.conference', 'in', round.conferences)
    .where(
      sql<boolean>`(report.round = ${round.id} or not exists (
        select from progress_report as later
        where later.pledge = report.pledge and later.party = report.party
          and (later.reported_at, later.id) > (report.reported_at, report.id)
      ))`,
    )
    .execute()
  return {
    pledges: pledges.map(({ shares, ...one }) => ({ ...one, givers: giversOf(shares) })),
    reports: given,
  }
}
