import { randomUUIDv7 } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables, Writing } from '../database/tables.ts'

/** How long everything can be undone before anybody outside hears of it (DIPLOMACY 20). */
export const UNDO_WITHIN = { seconds: 60 }

/** The topic of all deliveries of an endpoint. */
export const endpointTopic = (endpoint: string): string => `webhooks/${endpoint}`

/** Something that has happened, and where what everybody may see of it is found. */
export interface Happening {
  /** `pledge.announced`. */
  kind: string
  conference: string | null
  /** The dataset, and the key of the row. */
  dataset: string
  key: string
  /** Whether the minute in which it can be undone is over already. */
  isFinal?: boolean
}

/** Notes what has happened, in the transaction of the deed, where any endpoint wants to hear of it. */
export async function keepHappenings(
  db: Writing,
  happenings: readonly Happening[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { kind, conference, dataset, key, isFinal } of happenings) {
    const due = isFinal ? now : now.add(UNDO_WITHIN)
    await sql`
      insert into webhook_event (id, kind, conference, dataset, key, happened_at, due)
      select ${randomUUIDv7()}::uuid, ${kind}, ${conference}, ${dataset}, ${key}, ${now.toString()}::timestamptz,
        ${due.toString()}::timestamptz
      where exists (select from webhook_endpoint
        where state = 'enabled' and ${kind} = any(kinds) and conference in ('*', ${conference ?? '*'}))
    `.execute(db)
  }
}

/** How long what was told stays on the page of an endpoint. */
const KEPT = { hours: 24 * 90 }

/** Forgets old messages, with their deliveries. */
export async function purgeMessages(db: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('webhookEvent').where('publishedAt', '<', now.subtract(KEPT)).execute()
}
