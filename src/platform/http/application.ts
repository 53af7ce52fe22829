import type { IncomingMessage, ServerResponse } from 'node:http'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { createCache } from '../cache/cache.ts'
import { listen } from '../cache/listening.ts'
import { createReplica } from '../cache/replica.ts'
import { createTopics } from '../cache/topics.ts'
import { createLive } from '../live/live.ts'
import { createAddresses } from './addresses/addresses.ts'
import { createLocate } from './addresses/locate.ts'
import { createApi } from './api/api.ts'
import { securityHeaders } from './guard/headers.ts'
import { createListener } from './listener.ts'
import type { ApplicationParts } from './parts.ts'
import { createDocuments } from './site/documents.ts'
import { createMetrics, type Metrics } from './site/metrics.ts'
import { renderThrough } from './site/rendering.ts'
import { createSite } from './site/site.ts'

/** Everything that answers requests, in one process. */
export interface Application {
  /** For a bare `node:http` server; see `server.ts`. */
  listener(request: IncomingMessage, response: ServerResponse): void
  /** Past the cache and the limits: for tests that need no port. */
  fetch(request: Request): Promise<Response>
  /** Takes traffic: resolves when changes made by others are heard, and `/readyz` says yes. */
  ready(): Promise<void>
  /** Says no on `/readyz`, ends the live streams and stops listening for changes. */
  close(): Promise<void>
}

/** Sets the cache before the pages, and the live streams beside them. */
export function createApplication(parts: ApplicationParts): Application {
  const { features, database, clock, settings, assets, log, limits = {} } = parts
  let takesTraffic = false
  const addresses = createAddresses(features)
  const locate = createLocate(addresses)
  const headers = securityHeaders(settings.publicUrl)
  const documents = createDocuments(settings.publicUrl, assets)
  const topics = createTopics()
  const replica = createReplica(database)

  const authenticate = parts.authenticate ?? parts.accounts?.authenticate ?? (() => ANONYMOUS)
  const site = createSite({
    ...parts,
    ...{ addresses, headers, documents, topics, replica, authenticate },
    isReady: () => takesTraffic,
    metrics: () => metrics,
    onRead(cost) {
      metrics.spent(cost)
      parts.onRead?.(cost)
    },
  })
  const cache = createCache({
    render: renderThrough(site, settings.publicUrl),
    ...{ topics, clock },
    ...(limits.cache !== undefined && { limit: limits.cache }),
  })
  const live = createLive({
    locate(path) {
      const place = locate(path)
      return place?.live ? place : null
    },
    obtain: ({ key, address }) => cache.obtain(key, address),
    ...{ topics, clock, headers },
    ...(limits.streams && { limits: limits.streams }),
  })
  const api = createApi({ ...parts, replica, headers, downloads: limits.downloads })
  const metrics: Metrics = createMetrics(cache, live, replica)
  const listening = listen({
    ...{ database, topics, replica },
    onTrouble: (error) =>
      log.warn({ err: error }, 'Changes are not heard; pages are read anew until they are.'),
  })

  return {
    listener: createListener({
      cache,
      live,
      api,
      site,
      locate,
      documents,
      headers,
      clock,
      log,
      limits,
      authenticate,
    }),
    fetch: async (request) =>
      site.fetch(request, { show: () => undefined, anonymous: false, local: true }),
    async ready() {
      await listening.ready()
      takesTraffic = true
      // In the cache before the first reader asks, the files are made as small as they get while nobody does.
      for (const path of assets.paths) {
        const place = locate(path)
        if (place) await cache.obtain(place.key, place.address)
      }
    },
    async close() {
      takesTraffic = false
      live.close()
      cache.close()
      await listening.close()
    },
  }
}
