import type { Writing } from '../database/tables.ts'

/** Sends a message once more from the beginning, under the identifier that it had. */
export async function sendAgain(
  db: Writing,
  delivery: string,
  due: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('webhookDelivery')
    .set({ state: 'waiting', due, attempts: 0 })
    .where('id', '=', delivery)
    .execute()
}

/** The same for every message that did not arrive at an endpoint. */
export async function sendFailedAgain(
  db: Writing,
  endpoint: string,
  due: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('webhookDelivery')
    .set({ state: 'waiting', due, attempts: 0 })
    .where('endpoint', '=', endpoint)
    .where('state', '=', 'failed')
    .execute()
}

/** A message to one endpoint alone. */
export interface Single {
  endpoint: string
  /** Its `webhook-id`. */
  event: string
  delivery: string
  kind: string
  payload: string
  at: Temporal.Instant
}

/** Sends a message to one endpoint, at once. */
export async function sendSingle(
  db: Writing,
  { endpoint, event, delivery, kind, payload, at }: Single,
): Promise<void> {
  await db
    .insertInto('webhookEvent')
    .values({
      ...{ id: event, kind, conference: null, dataset: null, key: null, payload },
      ...{ happenedAt: at, due: at, publishedAt: at },
    })
    .execute()
  await db
    .insertInto('webhookDelivery')
    .values({
      ...{ id: delivery, endpoint, event, state: 'waiting', due: at, attempts: 0 },
      ...{ triedAt: null, status: null, trouble: null },
    })
    .execute()
}

/** Tells nobody of what has happened until now and was not told yet; what is written already can be sent by hand. */
export async function dropWaiting(db: Writing, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('webhookEvent')
    .set({ publishedAt: now })
    .where('publishedAt', 'is', null)
    .execute()
  await db
    .updateTable('webhookDelivery')
    .set({ state: 'failed', trouble: 'held-back' })
    .where('state', '=', 'waiting')
    .execute()
}
