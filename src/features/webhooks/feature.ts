import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { type Feature, feature } from '../../platform/feature.ts'
import { page } from '../../platform/http/page.ts'
import { endpointTopic } from '../../platform/webhooks/keep.ts'
import { newWebhookSecret } from '../../platform/webhooks/signing.ts'
import {
  changeEndpoint,
  disableEndpoint,
  enableEndpoint,
  registerEndpoint,
  removeEndpoint,
  rotateSecret,
  versionOfEndpoint,
} from './commands.ts'
import { giveUp, resendDelivery, resendFailed, tryEndpoint } from './deliveries.commands.ts'
import { notingOf } from './happenings.commands.ts'
import { KEEPER, mayManage, mayManageSome } from './model.ts'
import { EndpointPage } from './pages/endpoint-page.tsx'
import { EndpointsPage } from './pages/endpoints-page.tsx'
import {
  conferenceNames,
  countDeliveries,
  deliveriesTo,
  endpointOf,
  everyEndpoint,
  lostEndpoints,
} from './queries.ts'
import { say } from './words.ts'

const Nothing = z.object({})
const PAGE = 25

/** The conferences for which somebody may register an endpoint, and all of them together. */
async function scopesOf(db: Reading, actor: Actor, language: Language) {
  const outlines = await conferenceNames(db)
  return [
    ...(mayManage(actor, '*') ? [{ id: '*', name: say(language, 'everywhere') }] : []),
    ...outlines
      .filter(({ id }) => mayManage(actor, id))
      .map(({ id, shortName }) => ({ id, name: readingOf(shortName, language).value })),
  ]
}

const endpointsPage = page('webhooks.endpoints', {
  path: '/webhooks',
  params: Nothing,
  query: Nothing,
  topics: () => ['webhooks', 'conferences'],
  may: mayManageSome,
  async read(db, { viewer: { actor, language } }) {
    const endpoints = await everyEndpoint(db)
    return {
      endpoints: endpoints.filter(({ conference }) => mayManage(actor, conference)),
      scopes: await scopesOf(db, actor, language),
      secret: newWebhookSecret(),
    }
  },
  view: (facts, viewer) => ({
    title: say(viewer.language, 'title'),
    body: EndpointsPage({ ...facts, viewer }),
  }),
})

const endpointPage = page('webhooks.endpoint', {
  path: '/webhooks/:endpoint',
  params: z.object({ endpoint: z.uuid() }),
  query: z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) }),
  topics: ({ endpoint }) => [endpointTopic(endpoint), 'conferences'],
  may: mayManageSome,
  async read(db, { params, query, viewer: { actor, language } }) {
    const endpoint = await endpointOf(db, params.endpoint)
    if (!endpoint || !mayManage(actor, endpoint.conference)) return null
    const counts = await countDeliveries(db, endpoint.id)
    const scopes = await scopesOf(db, actor, language)
    return {
      ...{ endpoint, counts, page: query.page, pages: Math.ceil(counts.all / PAGE) },
      deliveries: await deliveriesTo(db, endpoint.id, {
        ...{ limit: PAGE, offset: (query.page - 1) * PAGE },
      }),
      scope: scopes.find(({ id }) => id === endpoint.conference)?.name ?? endpoint.conference,
      secret: newWebhookSecret(),
    }
  },
  view: (facts, viewer) => ({
    title: facts.endpoint.name,
    body: EndpointPage({ ...facts, viewer, version: versionOfEndpoint(facts.endpoint) }),
  }),
})

/** Other systems are told what has become public of the deeds of all features. */
export const webhooks = (features: readonly Feature[]): Feature =>
  feature('webhooks', {
    say,
    commands: [
      ...[registerEndpoint, changeEndpoint, rotateSecret],
      ...[disableEndpoint, enableEndpoint, removeEndpoint],
      ...[tryEndpoint, resendDelivery, resendFailed, giveUp],
    ],
    pages: [endpointsPage, endpointPage],
    on: notingOf(features.flatMap((one) => one.commands ?? [])),
    jobs: {
      async 'webhooks.give-up'({ slot }, { read, perform }) {
        for (const endpoint of await lostEndpoints(read, Temporal.Instant.from(String(slot)))) {
          await perform(KEEPER, giveUp, { endpoint })
        }
      },
    },
    schedule: { 'webhooks.give-up': { hourly: 20 } },
    tasks: [
      {
        name: 'webhooks.endpoints',
        group: 'house',
        label: (language) => say(language, 'title'),
        at: (actor, { conference, party }) =>
          party === null && mayManage(actor, conference) ? '/webhooks' : null,
      },
    ],
  })
