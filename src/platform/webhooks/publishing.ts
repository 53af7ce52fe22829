import { randomUUIDv7 } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { notifyTopics } from '../command/notices.ts'
import type { Tables, Writing } from '../database/tables.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { recordOf } from '../dataset/forms/json.ts'
import { everything } from '../dataset/pages.ts'
import { endpointTopic } from './keep.ts'

/** What is told is found in. */
export interface Publishing {
  datasets: ReadonlyMap<string, Dataset>
  origin: string
}

/** Columns that would make a message as long as a book. */
const LEFT_OUT = new Set(['earlier_releases'])

interface Due {
  id: string
  kind: string
  conference: string | null
  dataset: string
  key: string
  happenedAt: Temporal.Instant
}

/**
 * Writes what is told of one event whose minute is over, and puts it in the queue of every endpoint that wants it; of
 * what is not public then nothing is told. Answers whether there was one.
 */
export const publishNext = (
  db: Kysely<Tables>,
  publishing: Publishing,
  now: Temporal.Instant,
): Promise<boolean> =>
  db.transaction().execute(async (transaction) => {
    const { rows } = await sql<Due>`
      select id, kind, conference, dataset, key, happened_at from webhook_event
      where published_at is null and due <= ${now.toString()}
      order by due, id limit 1 for update skip locked`.execute(transaction)
    const [event] = rows
    if (!event) return false
    const payload = await payloadOf(transaction, publishing, event, now)
    await transaction
      .updateTable('webhookEvent')
      .set({ payload, publishedAt: now })
      .where('id', '=', event.id)
      .execute()
    if (payload !== null) await queue(transaction, event, now)
    return true
  })

async function queue(db: Writing, { id, kind, conference }: Due, now: Temporal.Instant) {
  const endpoints = await db
    .selectFrom('webhookEndpoint')
    .select('id')
    .where('state', '=', 'enabled')
    .where('conference', 'in', ['*', conference ?? '*'])
    .where(sql<boolean>`${kind} = any(kinds)`)
    .orderBy('id')
    .execute()
  if (endpoints.length === 0) return
  const rows = endpoints.map((endpoint) => ({
    ...{ id: randomUUIDv7(), endpoint: endpoint.id, event: id },
    ...{ state: 'waiting' as const, due: now, attempts: 0 },
    ...{ triedAt: null, status: null, trouble: null },
  }))
  await db
    .insertInto('webhookDelivery')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await notifyTopics(
    db,
    endpoints.map((endpoint) => endpointTopic(endpoint.id)),
  )
}

/** The record as the interface for programs gives it to everybody, in English; null where it gives none. */
async function payloadOf(
  db: Writing,
  { datasets, origin }: Publishing,
  { kind, dataset: name, key, happenedAt }: Due,
  now: Temporal.Instant,
): Promise<string | null> {
  const dataset = datasets.get(name)
  if (!dataset) return null
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const only = { column: dataset.key, values: [key] }
  const [row] = await dataset.read(db, { ...everything(today), only, limit: 1 })
  if (!row) return null
  const columns = dataset.columns.filter((column) => !LEFT_OUT.has(column.name))
  return JSON.stringify({
    type: kind,
    timestamp: happenedAt.toString(),
    data: {
      dataset: name,
      address: `${origin}/api/v1/${name}/${encodeURIComponent(key)}`,
      record: recordOf(columns, row),
    },
  })
}
