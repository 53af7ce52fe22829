import { sql } from 'kysely'
import type { Reading } from '../../../platform/database/tables.ts'
import { everyAssessment } from '../assessments/queries.ts'
import { everyObservation } from '../observations/queries.ts'
import type { Reply } from './model.ts'
import { repliesWhere } from './queries.ts'
import { repliesShown } from './shown.ts'

/** Every reply that everybody may see, to an entry that everybody may see. */
export async function publicReplies(db: Reading): Promise<Reply[]> {
  const replies = await repliesWhere(
    db,
    sql<boolean>`(reply.audience = 'public' and (reply.pledge is null or exists (
      select from pledge where pledge.id = reply.pledge and pledge.listed
    )))`,
  )
  if (replies.length === 0) return []
  const events = await db
    .selectFrom('pledgeEvent')
    .select(sql<string>`pledge || '/' || axis || '/' || position`.as('id'))
    .where('audience', '=', 'public')
    .where(
      sql<boolean>`exists (select from reply
        where reply.subject_kind = 'event' and reply.pledge = pledge_event.pledge)`,
    )
    .execute()
  return repliesShown(replies, {
    observations: (await everyObservation(db)).statements,
    assessments: await everyAssessment(db),
    events: new Set(events.map(({ id }) => id)),
  })
}
