import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { command, type Writing } from '../../platform/command/command.ts'
import { versionOf } from '../../platform/command/version.ts'
import {
  addEndpoint,
  dropEndpoint,
  renameEndpoint,
  replaceSecret,
  turnOff,
  turnOn,
} from '../../platform/webhooks/endpoints.ts'
import { endpointTopic } from '../../platform/webhooks/keep.ts'
import { isWebhookAddress } from '../../platform/webhooks/reaching.ts'
import { WEBHOOK_SECRET } from '../../platform/webhooks/signing.ts'
import type { EndpointRow } from '../../platform/webhooks/tables.ts'
import type { Endpoint } from './endpoint.ts'
import { EndpointName, EventKind, MOST_ENDPOINTS, mayManage, OVERLAP, Scope } from './model.ts'
import { endpointOf, everyEndpoint } from './queries.ts'

const everybody = () => null
const One = z.strictObject({ endpoint: z.uuid() })
const Kinds = z.array(EventKind).min(1, 'webhooks.choose-some')
const Secret = z.string().regex(WEBHOOK_SECRET, 'webhooks.not-a-secret')

const subjectOf = ({ id }: { id: string }) => `webhook/${id}`
const touching = ({ id }: { id: string }) => ['webhooks', endpointTopic(id)]

/** Registers another system that is told what becomes public. Its secret is made by whoever asks, and shown once. */
export const registerEndpoint = command('webhooks.register', {
  input: z.strictObject({
    conference: Scope,
    name: EndpointName,
    address: z.string().trim().refine(isWebhookAddress, 'webhooks.not-an-address'),
    kinds: Kinds,
    secret: Secret,
  }),
  conference: everybody,
  load: async (db, { conference }) =>
    (await everyEndpoint(db)).filter((one) => one.conference === conference),
  may: (actor, _, { conference }) => mayManage(actor, conference),
  decide(others, { kinds, ...given }, { actor, now, newId }): EndpointRow {
    must(
      others.every(({ address }) => address !== given.address),
      'webhooks.registered-already',
    )
    must(others.length < MOST_ENDPOINTS, 'webhooks.too-many', { most: MOST_ENDPOINTS })
    return {
      ...{ ...given, id: newId(), kinds: [...kinds], formerSecret: null, formerUntil: null },
      ...{ state: 'enabled', reason: null, registeredAt: now },
      ...{ registeredBy: `${actor.kind}/${actor.id}` },
      ...{ failingSince: null, isGone: false, triedAt: null, leasedUntil: null },
    }
  },
  save: (db, row) => addEndpoint(db, row),
  subject: subjectOf,
  answer: ({ id }) => ({ endpoint: id }),
  touches: touching,
})

const loadOne = (db: Writing, { endpoint }: { endpoint: string }) => endpointOf(db, endpoint)
const may = (actor: Actor, endpoint: Endpoint | null) =>
  endpoint !== null && mayManage(actor, endpoint.conference)

const known = (endpoint: Endpoint | null): Endpoint => {
  must(endpoint, 'webhooks.unknown-endpoint')
  return endpoint
}

const changeable = ({ name, kinds }: Pick<Endpoint, 'name' | 'kinds'>) => ({ name, kinds })

/** The version of what a form about an endpoint edits. */
export const versionOfEndpoint = (endpoint: Pick<Endpoint, 'name' | 'kinds'> | null): string =>
  versionOf(endpoint && changeable(endpoint))

/** Changes what an endpoint is called and told. Where it is stays: another address is another endpoint. */
export const changeEndpoint = command('webhooks.change', {
  input: One.extend({ name: EndpointName, kinds: Kinds }),
  conference: everybody,
  load: loadOne,
  may,
  version: versionOfEndpoint,
  decide(endpoint, { endpoint: id, ...change }) {
    return same(changeable(known(endpoint)), change) ? null : { id, ...change }
  },
  save: (db, { id, ...change }) => renameEndpoint(db, id, change),
  subject: subjectOf,
  touches: touching,
})

/** Gives an endpoint another secret; for a day both sign, so that the other side has time to take it in. */
export const rotateSecret = command('webhooks.rotate', {
  input: One.extend({ secret: Secret }),
  conference: everybody,
  load: loadOne,
  may,
  decide: (endpoint, { secret }, { now }) => ({
    id: known(endpoint).id,
    secret,
    formerUntil: now.add(OVERLAP),
  }),
  save: (db, { id, ...secret }) => replaceSecret(db, id, secret),
  subject: subjectOf,
  touches: touching,
})

/** Tells an endpoint nothing until it is enabled again. */
export const disableEndpoint = command('webhooks.disable', {
  input: One,
  conference: everybody,
  load: loadOne,
  may,
  decide(endpoint) {
    const { id, state } = known(endpoint)
    return state === 'enabled' ? { id } : null
  },
  save: (db, { id }) => turnOff(db, id, 'by-hand'),
  subject: subjectOf,
  touches: touching,
})

/** Tells an endpoint again what happens from now on; what did not arrive can be sent again. */
export const enableEndpoint = command('webhooks.enable', {
  input: One,
  conference: everybody,
  load: loadOne,
  may,
  decide(endpoint) {
    const { id, state } = known(endpoint)
    return state === 'disabled' ? { id } : null
  },
  save: (db, { id }) => turnOn(db, id),
  subject: subjectOf,
  touches: touching,
})

/** Forgets an endpoint, with its secret. */
export const removeEndpoint = command('webhooks.remove', {
  input: One,
  conference: everybody,
  load: loadOne,
  may,
  decide: (endpoint) => ({ id: known(endpoint).id }),
  save: (db, { id }) => dropEndpoint(db, id),
  subject: subjectOf,
  touches: touching,
})
