import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Answer } from '../cache/answer.ts'
import type { Cache } from '../cache/cache.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../config/log.ts'
import type { Live } from '../live/live.ts'
import type { Shareable } from './addresses/locate.ts'
import { negotiated } from './addresses/negotiate.ts'
import type { Api } from './api/api.ts'
import { loggable } from './guard/loggable.ts'
import { addressOf, isLocal } from './guard/peer.ts'
import { createRates } from './guard/rates.ts'
import type { Limits } from './parts.ts'
import type { Documents } from './site/documents.ts'
import type { Site } from './site/site.ts'
import { tellTime } from './tell-time.ts'

/** What stands behind the first look at a request. */
export interface ListenerParts {
  cache: Cache
  live: Live
  api: Api
  site: Site
  locate(address: string): Shareable | null
  documents: Documents
  headers: readonly (readonly [string, string])[]
  clock: Clock
  log: Log
  limits: Limits
  authenticate(request: Request): Actor | Promise<Actor>
}

const LONGEST_ADDRESS = 2048
const GET = { burst: 1200, perSecond: 100 }
const POST = { burst: 60, perSecond: 5 }
const SESSION = /(?:^|;\s*)(?:__Host-|__Secure-)?plenum[.\w-]*=/

/** How the interface for programs says what is refused before anything is read. */
const API_REFUSALS = {
  400: ['platform.unreadable-parameters', false],
  403: ['platform.not-allowed', false],
  414: ['platform.address-too-long', false],
  429: ['platform.too-often', true],
} as const

/** Whether a request says who it is: then nothing kept is given to it, and nothing of its answer is kept. */
const saysWho = ({ headers: { authorization, cookie } }: IncomingMessage) =>
  authorization !== undefined || (cookie !== undefined && SESSION.test(cookie))

/**
 * Answers on the bare socket what the cache holds, for that is nearly everything; the rest goes through the limits to
 * the live streams, to the cache's rendering, or to Hono.
 */
export function createListener(parts: ListenerParts) {
  const { cache, live, api, site, locate, documents, headers, clock, log, limits } = parts
  /** Whose stream it is: what only they see changes for them alone, and what they may not read for others. */
  const readerOf = async ({ headers: { cookie, authorization } }: IncomingMessage) => {
    const said = new Headers()
    if (cookie !== undefined) said.set('cookie', cookie)
    if (authorization !== undefined) said.set('authorization', authorization)
    return parts.authenticate(new Request('http://plenum/live', { headers: said }))
  }
  /** What one answer serves to everybody. */
  const shared = (url: string) => {
    const place = locate(url)
    return place?.kept ? place : null
  }
  const gets = createRates(clock, limits.get ?? GET)
  const posts = createRates(clock, limits.post ?? POST)
  const throughHono = getRequestListener(
    (request, { incoming }) =>
      site.fetch(request, {
        show: () => undefined,
        anonymous: false,
        local: isLocal(incoming as IncomingMessage),
        from: addressOf(incoming as IncomingMessage),
      }),
    { overrideGlobalObjects: false },
  )

  const give = async (answer: Answer, request: IncomingMessage, response: ServerResponse) => {
    await answer.prepare(answer.encodingFor(request))
    answer.send(request, response, clock.now().epochMilliseconds)
  }

  const refuse = async (
    request: IncomingMessage,
    response: ServerResponse,
    status: 400 | 403 | 414 | 429,
    wait = 1,
  ) => {
    if (request.url?.startsWith('/api/')) {
      const [code, pause] = API_REFUSALS[status]
      api.refuse(request, response, new Refusal(code, status), pause ? wait : undefined)
      return
    }
    const language = negotiated(request.headers['accept-language'])
    const page = Buffer.from(await documents.error(language, '/', status))
    response.writeHead(status, [
      ...headers.flat(),
      ...['Content-Type', 'text/html; charset=utf-8', 'Content-Length', String(page.length)],
      ...['Cache-Control', 'no-store', 'Vary', 'Accept-Language'],
      ...(status === 429 ? ['Retry-After', String(wait)] : []),
      ...(request.method === 'POST' ? ['Connection', 'close'] : []),
    ])
    response.end(request.method === 'HEAD' ? undefined : page)
  }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { url = '/', method } = request
    if (url.length > LONGEST_ADDRESS) return refuse(request, response, 414)
    const ofApi = api.owns(url)
    const reads = method === 'GET' || method === 'HEAD' || (ofApi && method === 'OPTIONS')
    const from = addressOf(request)
    const personal = saysWho(request)

    const place = reads && !personal ? shared(url) : null
    const kept = place && cache.find(place.key)
    if (kept) return give(kept, request, response)

    if (reads && url === '/clock') return tellTime(request, response, { clock, headers })

    const wait = (reads ? gets : posts)(from)
    if (wait > 0) return refuse(request, response, 429, wait)
    if (ofApi) return api.answer(request, response, personal)
    if (reads && url.split('?', 1)[0] === '/live') {
      const actor = personal ? await readerOf(request) : ANONYMOUS
      const refused = live.open(request, response, { from, personal, actor })
      return refused === null ? undefined : refuse(request, response, refused)
    }
    if (place) return give(await cache.obtain(place.key, place.address), request, response)
    return throughHono(request, response)
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const place = request.method === 'GET' && !saysWho(request) ? shared(request.url ?? '') : null
    const kept = place && cache.find(place.key)
    if (kept?.bodyIn(kept.encodingFor(request))) {
      kept.send(request, response, clock.now().epochMilliseconds)
      return
    }
    handle(request, response).catch((error: unknown) => {
      log.error({ err: error, url: loggable(request.url) }, 'A request failed.')
      if (response.headersSent) response.destroy()
      else response.writeHead(500, headers.flat()).end()
    })
  }
}
