import type { ColumnType } from 'kysely'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Notice } from './model.ts'

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
