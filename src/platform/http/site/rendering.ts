import type { Render, Shows } from '../../cache/cache.ts'
import type { Site } from './site.ts'

const OF_THE_ANSWER = new Set(['content-length', 'vary', 'etag'])

/**
 * Renders for the cache. The request bears nothing but the address, so that what is kept cannot depend on anything
 * that one reader sent.
 */
export const renderThrough =
  (site: Site, origin: string): Render =>
  async (address) => {
    let shows: Shows | null = null
    const response = await site.fetch(new Request(origin + address), {
      show(what) {
        shows = what
      },
      anonymous: true,
      local: false,
    })
    return {
      rendering: {
        status: response.status,
        headers: [...response.headers].filter(([name]) => !OF_THE_ANSWER.has(name)),
        body: Buffer.from(await response.arrayBuffer()),
      },
      shows: response.status === 200 ? shows : null,
    }
  }
