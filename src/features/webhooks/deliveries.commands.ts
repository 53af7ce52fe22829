import { z } from 'zod'
import { must } from '../../kernel/refusal.ts'
import { command } from '../../platform/command/command.ts'
import { sendAgain, sendFailedAgain, sendSingle } from '../../platform/webhooks/again.ts'
import { turnOff } from '../../platform/webhooks/endpoints.ts'
import { endpointTopic } from '../../platform/webhooks/keep.ts'
import { PATIENCE } from '../../platform/webhooks/pauses.ts'
import { KEEPER, mayManage, TRIAL } from './model.ts'
import { endpointOf } from './queries.ts'

const everybody = () => null
const One = z.strictObject({ endpoint: z.uuid() })
const subjectOf = ({ endpoint }: { endpoint: string }) => `webhook/${endpoint}`
const touching = ({ endpoint }: { endpoint: string }) => [endpointTopic(endpoint)]

/** Sends a message again, under the identifier that it had. */
export const resendDelivery = command('webhooks.resend', {
  input: z.strictObject({ delivery: z.uuid() }),
  conference: everybody,
  async load(db, { delivery }) {
    const found = await db
      .selectFrom('webhookDelivery')
      .select(['id', 'endpoint', 'state'])
      .where('id', '=', delivery)
      .executeTakeFirst()
    return found && { ...found, to: await endpointOf(db, found.endpoint) }
  },
  may: (actor, found) => found?.to != null && mayManage(actor, found.to.conference),
  decide(found, _, { now }) {
    must(found?.to, 'webhooks.unknown-endpoint')
    must(found.to.state === 'enabled', 'webhooks.is-disabled')
    return found.state === 'waiting' ? null : { id: found.id, endpoint: found.endpoint, due: now }
  },
  save: (db, { id, due }) => sendAgain(db, id, due),
  subject: subjectOf,
  touches: touching,
})

/** Sends again everything that did not arrive at an endpoint. */
export const resendFailed = command('webhooks.resend-failed', {
  input: One,
  conference: everybody,
  load: (db, { endpoint }) => endpointOf(db, endpoint),
  may: (actor, found) => found !== null && mayManage(actor, found.conference),
  decide(found, { endpoint }, { now }) {
    must(found?.state === 'enabled', 'webhooks.is-disabled')
    return { endpoint, due: now }
  },
  save: (db, { endpoint, due }) => sendFailedAgain(db, endpoint, due),
  subject: subjectOf,
  touches: touching,
})

/** Sends a message that says nothing, at once. */
export const tryEndpoint = command('webhooks.try', {
  input: One,
  conference: everybody,
  load: (db, { endpoint }) => endpointOf(db, endpoint),
  may: (actor, found) => found !== null && mayManage(actor, found.conference),
  decide(found, { endpoint }, { now, newId }) {
    must(found?.state === 'enabled', 'webhooks.is-disabled')
    const payload = JSON.stringify({ type: TRIAL, timestamp: now.toString(), data: {} })
    return { endpoint, event: newId(), delivery: newId(), kind: TRIAL, payload, at: now }
  },
  save: (db, message) => sendSingle(db, message),
  subject: subjectOf,
  touches: touching,
})

/** Gives an endpoint up that is gone, or has not answered for days: its people are told. The program does it itself. */
export const giveUp = command('webhooks.give-up', {
  input: One,
  conference: everybody,
  async load(db, { endpoint }) {
    return db
      .selectFrom('webhookEndpoint')
      .select(['id', 'name', 'conference', 'state', 'isGone', 'failingSince'])
      .where('id', '=', endpoint)
      .executeTakeFirst()
  },
  may: (actor) => actor.kind === 'system' && actor.id === KEEPER.id,
  decide(found, _, { now }) {
    if (found?.state !== 'enabled') return null
    const { id, name, conference, isGone, failingSince } = found
    const isLost =
      failingSince !== null && Temporal.Instant.compare(failingSince.add(PATIENCE), now) <= 0
    if (!isGone && !isLost) return null
    return {
      endpoint: id,
      name,
      conference,
      reason: isGone ? ('gone' as const) : ('no-answer' as const),
    }
  },
  save: (db, { endpoint, reason }) => turnOff(db, endpoint, reason),
  subject: subjectOf,
  touches: (decision) => ['webhooks', ...touching(decision)],
})
