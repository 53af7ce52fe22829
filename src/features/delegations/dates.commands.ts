import { Refusal } from '../../kernel/refusal.ts'
import type { Circumstances, Topic, Writing } from '../../platform/command/command.ts'
import type { Conference } from '../conferences/model.ts'
import { outlineOf } from '../conferences/outline.ts'
import { daysOf, overdueOn } from '../privacy/model.ts'
import { lastDayOf, noticeOf } from '../privacy/queries.ts'
import { leftOver } from './participants/erasing/left-over.queries.ts'

/** As much as is looked at of a deed that gives a conference other dates. */
interface Changed {
  record: Conference
  replaces: { conference: Conference } | null
}

/**
 * Dates by which the time of personal data would be over are given only by whoever says that these may be deleted: a
 * wrong year is soon typed. Even then nothing is deleted for some days.
 */
export async function datesMayErase(
  db: Writing,
  { decision, input }: { decision: unknown; input: unknown },
  { now }: Pick<Circumstances, 'now'>,
): Promise<readonly Topic[]> {
  const { record, replaces } = decision as Changed
  if (!replaces || (input as { erasing?: boolean }).erasing) return []
  const days = daysOf((await noticeOf(db, record.id))?.content ?? null)
  const overdue = (conference: Conference) => {
    const outline = outlineOf(conference)
    const today = now.toZonedDateTimeISO(outline.zone).toPlainDate().toString()
    return overdueOn(days, lastDayOf(outline), today)
  }
  const before = overdue(replaces.conference)
  const classes = overdue(record).filter((one) => !before.includes(one))
  if (classes.length === 0) return []
  const { people, documents, portraits } = await leftOver(db, outlineOf(record).id, classes)
  if (people.length + documents.length + portraits === 0) return []
  const counts = { people: people.length, documents: documents.length, portraits }
  const confirm = { path: ['erasing'], code: 'delegations.confirm-erasing' }
  throw new Refusal('delegations.would-erase', 409, counts, [confirm])
}
