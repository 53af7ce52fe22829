import type { ColumnType } from 'kysely'
import { ConferenceId } from '../../kernel/ids.ts'
import { Day } from '../../kernel/time.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import { type Outline, outlineOf } from '../conferences/outline.ts'
import { daysOf, GRACE, latestOf, type Notice, overdueOn, type RetentionClass } from './model.ts'

type Kept = ColumnType<Notice, string, string>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    privacyNotice: { conference: string; version: number; content: Kept }
    privacyNoticeVersion: {
      conference: string
      version: number
      replacedAt: Temporal.Instant
      replacedBy: string
      content: Kept
    }
  }
}

/** What a conference says of its personal data, and which version that is. */
export const noticeOf = (
  db: Reading | Writing,
  conference: string,
): Promise<{ content: Notice; version: number } | null> =>
  db
    .selectFrom('privacyNotice')
    .select(['content', 'version'])
    .where('conference', '=', conference)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** What every conference says that says something, the latest conference first. */
export const everyNotice = (db: Reading): Promise<{ notice: Notice; conference: Outline }[]> =>
  db
    .selectFrom('privacyNotice')
    .innerJoin('conference', 'conference.id', 'privacyNotice.conference')
    .select(['privacyNotice.content as notice', 'conference.outline as conference'])
    .orderBy('conference.starts', (order) => order.desc().nullsFirst())
    .orderBy('conference.id')
    .execute()

/** The day after which time runs; null: nobody knows it yet, and everything is kept. */
export function lastDayOf({ dates }: Pick<Outline, 'dates'>): string | null {
  const last = dates && (dates.last ?? dates.first)
  return last !== null && Day.safeParse(last).success ? last : null
}

/** The last days that conferences had until they were changed within the days of grace. */
async function lastDaysLately(db: Reading, at: Temporal.Instant) {
  const changed = await db
    .selectFrom('conferenceVersion')
    .select(['conference', 'record'])
    .where('replacedAt', '>', at.subtract({ hours: 24 * GRACE }))
    .execute()
  return Map.groupBy(
    changed.map(({ conference, record }) => ({
      conference,
      lastDay: lastDayOf(outlineOf(record)),
    })),
    ({ conference }) => conference,
  )
}

/**
 * Every conference with the classes of personal data whose time is over at a moment, by its own clock and by every last
 * day that it has had lately.
 */
export async function overdueAt(
  db: Reading,
  at: Temporal.Instant,
): Promise<{ conference: ConferenceId; classes: RetentionClass[] }[]> {
  const all = await db
    .selectFrom('conference')
    .leftJoin('privacyNotice', 'privacyNotice.conference', 'conference.id')
    .select(['conference.outline', 'privacyNotice.content as notice'])
    .orderBy('conference.id')
    .execute()
  const lately = await lastDaysLately(db, at)
  return all.flatMap(({ outline, notice }) => {
    const before = (lately.get(outline.id) ?? []).map(({ lastDay }) => lastDay)
    const lastDay = latestOf([lastDayOf(outline), ...before])
    const today = at.toZonedDateTimeISO(outline.zone).toPlainDate().toString()
    const classes = overdueOn(daysOf(notice), lastDay, today)
    return classes.length > 0
      ? [{ conference: ConferenceId.parse(outline.id), classes: [...classes] }]
      : []
  })
}
