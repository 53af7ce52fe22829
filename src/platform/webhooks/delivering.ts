import { type Kysely, sql } from 'kysely'
import type { Clock } from '../clock.ts'
import { notifyTopics } from '../command/notices.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { datasetsOf } from '../dataset/registry.ts'
import type { Feature } from '../feature.ts'
import { heldSince } from '../mail/held.ts'
import { endpointTopic } from './keep.ts'
import { pauseAfter } from './pauses.ts'
import { post, type Went } from './posting.ts'
import { publishNext } from './publishing.ts'
import { isAtHome } from './reaching.ts'
import { type Secrets, signed } from './signing.ts'
import type { DeliveryRow, EndpointRow } from './tables.ts'

/** What messages are delivered with. */
export interface Delivering {
  features: readonly Feature[]
  database: Pick<Database, 'write'>
  clock: Clock
  settings: Pick<Settings, 'publicUrl'>
  /** How long the other side may take, in milliseconds; fifteen seconds where nothing is said. */
  within?: number
  /** Hears of each attempt that did not arrive. */
  onMishap?: (mishap: { endpoint: string; trouble: string; status: number | null }) => void
  /** Hears that the database was away; it is asked again. */
  onError?: (error: unknown) => void
}

/** How often it is looked whether something is due. */
const EVERY = { seconds: 1 }
/** How long an endpoint is nobody else's business: longer than an attempt takes. */
const LEASE = { minutes: 1 }
/** Endpoints that one process speaks to at once; each of them hears one message at a time. */
const LANES = 16
/** How long attempts under way may take when the process stops, in milliseconds; then another process makes them. */
const FINISH_WITHIN = 2_000

type Taken = Pick<EndpointRow, 'id' | 'address'> & Secrets

/**
 * Takes the endpoint to which something is due and which has waited longest: so a slow one is asked after all others,
 * and one that is dead holds nobody back.
 */
async function takeEndpoint(db: Kysely<Tables>, now: Temporal.Instant): Promise<Taken | undefined> {
  const { rows } = await sql<Taken>`
    update webhook_endpoint set leased_until = ${now.add(LEASE).toString()}, tried_at = ${now.toString()}
    where id = (
      select id from webhook_endpoint
      where state = 'enabled' and not is_gone
        and (leased_until is null or leased_until <= ${now.toString()})
        and exists (select from webhook_delivery
          where endpoint = webhook_endpoint.id and state = 'waiting' and due <= ${now.toString()})
      order by tried_at nulls first limit 1 for update skip locked
    )
    returning id, address, secret, former_secret, former_until`.execute(db)
  return rows[0]
}

/** The message that has waited longest for an endpoint. */
async function nextFor(db: Kysely<Tables>, endpoint: string, now: Temporal.Instant) {
  return db
    .selectFrom('webhookDelivery')
    .innerJoin('webhookEvent', 'webhookEvent.id', 'webhookDelivery.event')
    .select([
      'webhookDelivery.id',
      'webhookDelivery.attempts',
      'webhookEvent.id as event',
      'webhookEvent.payload',
    ])
    .where('endpoint', '=', endpoint)
    .where('state', '=', 'waiting')
    .where('webhookDelivery.due', '<=', now)
    .orderBy('webhookDelivery.due')
    .orderBy('webhookDelivery.id')
    .limit(1)
    .executeTakeFirst()
}

/** Writes down how an attempt went, and lets go of the endpoint. */
const note = (
  db: Kysely<Tables>,
  endpoint: string,
  delivery: Pick<DeliveryRow, 'id' | 'attempts'>,
  { status, trouble, isGone, wish }: Went,
  now: Temporal.Instant,
) =>
  db.transaction().execute(async (transaction) => {
    const attempts = delivery.attempts + 1
    const pause = trouble === null ? null : pauseAfter(attempts, wish)
    await transaction
      .updateTable('webhookDelivery')
      .set({
        ...{ attempts, status, trouble, triedAt: now },
        ...(trouble === null
          ? { state: 'delivered' }
          : pause === null
            ? { state: 'failed' }
            : { due: now.add({ seconds: pause }) }),
      })
      .where('id', '=', delivery.id)
      .execute()
    await sql`update webhook_endpoint set leased_until = null, is_gone = is_gone or ${isGone},
      failing_since = ${trouble === null ? null : sql`coalesce(failing_since, ${now.toString()}::timestamptz)`}
      where id = ${endpoint}`.execute(transaction)
    await notifyTopics(transaction, [endpointTopic(endpoint)])
  })

/**
 * Publishes what is due and delivers it, until nothing is left; answers how many messages have arrived. A message that
 * the other side has taken, and of which the process dies before it is written down, goes again under the same
 * `webhook-id`, by which the other side knows it for the same.
 *
 * @param asked ends it before the next message; `hurry`, if given, also in the midst of one, which then counts for none.
 */
export async function deliverDue(
  delivering: Delivering,
  asked: AbortSignal,
  hurry: AbortSignal = new AbortController().signal,
): Promise<number> {
  const { features, database, clock, settings, within, onMishap = () => undefined } = delivering
  const db = database.write
  if ((await heldSince(db)) !== null) return 0
  const publishing = { datasets: datasetsOf(features), origin: settings.publicUrl }
  const atHome = isAtHome(settings.publicUrl)
  const lanes: Promise<void>[] = []
  let arrived = 0

  const tell = async (endpoint: Taken) => {
    const delivery = await nextFor(db, endpoint.id, clock.now())
    if (!delivery) return letGo(db, endpoint.id)
    const body = delivery.payload ?? ''
    const headers = signed({ id: delivery.event, body }, endpoint, clock.now())
    const message = { body, headers, atHome, hurry, ...(within !== undefined && { within }) }
    const went = await post(endpoint.address, message)
    if (went.trouble !== null && hurry.aborted) return letGo(db, endpoint.id)
    await note(db, endpoint.id, delivery, went, clock.now())
    if (went.trouble === null) arrived += 1
    else onMishap({ endpoint: endpoint.id, trouble: went.trouble, status: went.status })
  }
  const lane = async (): Promise<void> => {
    while (!asked.aborted) {
      const endpoint = await takeEndpoint(db, clock.now())
      if (!endpoint) return
      // Where there is one to speak to there may be another, and neither waits for the other.
      if (lanes.length < LANES) lanes.push(lane())
      await tell(endpoint)
    }
  }
  while (!asked.aborted && (await publishNext(db, publishing, clock.now())));
  lanes.push(lane())
  for (let place = 0; place < lanes.length; place += 1) await lanes[place]
  return arrived
}

const letGo = (db: Kysely<Tables>, endpoint: string) =>
  db.updateTable('webhookEndpoint').set({ leasedUntil: null }).where('id', '=', endpoint).execute()

/** Keeps delivering, in any number of processes. The answer stops it, after the attempts under way. */
export function keepDelivering(delivering: Delivering): () => Promise<void> {
  const { clock, onError = () => undefined } = delivering
  const stopping = new AbortController()
  const hurrying = new AbortController()
  let underWay: Promise<unknown> = Promise.resolve()
  let cancel: () => void = () => undefined

  const wait = () => {
    if (!stopping.signal.aborted) cancel = clock.at(clock.now().add(EVERY), deliver)
  }
  const deliver = () => {
    underWay = deliverDue(delivering, stopping.signal, hurrying.signal).catch(onError).then(wait)
  }
  deliver()
  return async () => {
    stopping.abort()
    cancel()
    const patience = setTimeout(() => hurrying.abort(), FINISH_WITHIN)
    await underWay
    clearTimeout(patience)
  }
}
