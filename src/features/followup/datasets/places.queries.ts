import { sql } from 'kysely'
import type { Reading } from '../../../platform/database/tables.ts'
import type { Reply } from '../replies/model.ts'

/**
 * Replies to reports, each with the place that its report has among the public ones of its pledge: whoever reads a file
 * knows of no others, and gives back no others.
 */
export async function amongPublicReports(
  db: Reading,
  replies: readonly Reply[],
): Promise<readonly Reply[]> {
  const events = replies.flatMap(({ subject }) => (subject.kind === 'event' ? subject.id : []))
  if (events.length === 0) return replies
  const pledges = [...new Set(events.map((event) => event.split('/', 1)[0]))] as string[]
  const { rows } = await sql<{ here: string; there: string }>`
    select pledge || '/' || axis || '/' || position as here, pledge || '/' || axis || '/' ||
      row_number() over (partition by pledge, axis order by position) as there
    from pledge_event where pledge = any(${pledges}) and audience = 'public'`.execute(db)
  const places = new Map(rows.map(({ here, there }) => [here, there]))
  return replies.map((reply): Reply => {
    const there = reply.subject.kind === 'event' && places.get(reply.subject.id)
    return there ? { ...reply, subject: { kind: 'event', id: there } } : reply
  })
}
