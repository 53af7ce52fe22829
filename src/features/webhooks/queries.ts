import { type SqlBool, sql } from 'kysely'
import type { Text } from '../../kernel/text.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import { PATIENCE } from '../../platform/webhooks/pauses.ts'
import type {} from '../../platform/webhooks/tables.ts'
import type { Delivery, Endpoint } from './endpoint.ts'

const SHOWN = [
  'id',
  'name',
  'address',
  'conference',
  'kinds',
  'state',
  'reason',
  'registeredAt',
  'formerUntil',
  'failingSince',
] as const

/** An endpoint as those see it who look after it: without its secrets. */
export const endpointOf = async (db: Reading | Writing, id: string): Promise<Endpoint | null> =>
  (await db
    .selectFrom('webhookEndpoint')
    .select(SHOWN)
    .where('id', '=', id)
    .where('state', '<>', 'removed')
    .executeTakeFirst()) ?? null

/** Every endpoint that has not been removed, by name. */
export const everyEndpoint = (db: Reading | Writing): Promise<Endpoint[]> =>
  db
    .selectFrom('webhookEndpoint')
    .select(SHOWN)
    .where('state', '<>', 'removed')
    .orderBy('conference')
    .orderBy('name')
    .orderBy('id')
    .execute()

/** The last messages to an endpoint, the newest first. */
export const deliveriesTo = (
  db: Reading,
  endpoint: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<Delivery[]> =>
  db
    .selectFrom('webhookDelivery')
    .innerJoin('webhookEvent', 'webhookEvent.id', 'webhookDelivery.event')
    .select([
      'webhookDelivery.id',
      'webhookDelivery.state',
      'webhookDelivery.due',
      'webhookDelivery.attempts',
      'webhookDelivery.triedAt',
      'webhookDelivery.status',
      'webhookDelivery.trouble',
      'webhookEvent.id as event',
      'webhookEvent.kind',
      'webhookEvent.happenedAt',
    ])
    .where('endpoint', '=', endpoint)
    .orderBy('webhookEvent.happenedAt', 'desc')
    .orderBy('webhookDelivery.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

/** How many messages to an endpoint there are, and how many of them did not arrive. */
export async function countDeliveries(
  db: Reading,
  endpoint: string,
): Promise<{ all: number; failed: number }> {
  const { rows } = await sql<{ all: number; failed: number }>`
    select count(*)::int as all, count(*) filter (where state = 'failed')::int as failed
    from webhook_delivery where endpoint = ${endpoint}`.execute(db)
  return rows[0] ?? { all: 0, failed: 0 }
}

/** The endpoints that said that they are gone, or have not answered for days. */
export async function lostEndpoints(db: Reading, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('webhookEndpoint')
    .select('id')
    .where('state', '=', 'enabled')
    .where(sql<SqlBool>`is_gone or failing_since <= ${now.subtract(PATIENCE).toString()}`)
    .execute()
  return rows.map(({ id }) => id)
}

/** Every conference by its short name, the last one first. */
export async function conferenceNames(db: Reading): Promise<{ id: string; shortName: Text }[]> {
  const rows = await db.selectFrom('conference').select(['id', 'outline']).execute()
  const firstDay = (one: (typeof rows)[number]) => one.outline.dates?.first ?? ''
  return rows
    .toSorted((one, other) => (firstDay(one) < firstDay(other) ? 1 : -1))
    .map(({ id, outline }) => ({ id, shortName: outline.shortName }))
}
