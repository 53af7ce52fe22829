import type { Writing } from '../database/tables.ts'
import type { EndpointRow, Reason } from './tables.ts'

/** Lets another system be told. */
export async function addEndpoint(db: Writing, row: EndpointRow): Promise<void> {
  await db.insertInto('webhookEndpoint').values(row).execute()
}

/** Changes what an endpoint is called and told. */
export async function renameEndpoint(
  db: Writing,
  id: string,
  { name, kinds }: Pick<EndpointRow, 'name' | 'kinds'>,
): Promise<void> {
  await db
    .updateTable('webhookEndpoint')
    .set({ name, kinds: [...kinds] })
    .where('id', '=', id)
    .execute()
}

/** Signs with another secret from now on, and with the former one as well until an instant. */
export async function replaceSecret(
  db: Writing,
  id: string,
  { secret, formerUntil }: { secret: string; formerUntil: Temporal.Instant },
): Promise<void> {
  await db
    .updateTable('webhookEndpoint')
    .set((row) => ({ formerSecret: row.ref('secret'), formerUntil, secret }))
    .where('id', '=', id)
    .execute()
}

/** Tells an endpoint nothing any more; what waits for it has not arrived. */
export async function turnOff(db: Writing, id: string, reason: Reason): Promise<void> {
  await db
    .updateTable('webhookEndpoint')
    .set({ state: 'disabled', reason, leasedUntil: null })
    .where('id', '=', id)
    .execute()
  await giveUpWaiting(db, id)
}

/** Tells an endpoint again what happens from now on. */
export async function turnOn(db: Writing, id: string): Promise<void> {
  await db
    .updateTable('webhookEndpoint')
    .set({ state: 'enabled', reason: null, failingSince: null, isGone: false })
    .where('id', '=', id)
    .execute()
}

/** Forgets an endpoint and its secrets; what was sent to it stays for a while. */
export async function dropEndpoint(db: Writing, id: string): Promise<void> {
  const forgotten = { secret: '', formerSecret: null, formerUntil: null }
  await db
    .updateTable('webhookEndpoint')
    .set({ state: 'removed', reason: null, leasedUntil: null, ...forgotten })
    .where('id', '=', id)
    .execute()
  await giveUpWaiting(db, id)
}

const giveUpWaiting = (db: Writing, endpoint: string) =>
  db
    .updateTable('webhookDelivery')
    .set({ state: 'failed' })
    .where('endpoint', '=', endpoint)
    .where('state', '=', 'waiting')
    .execute()
