import { type Context, Hono } from 'hono'
import { Refusal } from '../../../kernel/refusal.ts'
import { accountRoutes } from '../../accounts/site/routes.ts'
import { explain } from '../../command/explain.ts'
import { type Addresses, pathOf, wayIn } from '../addresses/addresses.ts'
import { queryOf } from '../addresses/locate.ts'
import { negotiated } from '../addresses/negotiate.ts'
import { cameraHeaders, framedHeaders } from '../guard/headers.ts'
import { loggable } from '../guard/loggable.ts'
import { createRates } from '../guard/rates.ts'
import type { AnyPage, AnyResource } from '../page.ts'
import { type AnsweringParts, type Asking, createAnswering, SOMEBODY } from './answering.ts'
import { isAway } from './away.ts'
import type { Beside, Env } from './beside.ts'
import { builtFiles } from './built-files.ts'
import { deeds } from './deeds/deeds.ts'
import { doneBy, forgetDone } from './deeds/done.ts'
import { forms } from './deeds/forms.ts'
import { oneClicks } from './deeds/one-click.ts'
import type { Metrics } from './metrics.ts'
import { robots, securityText } from './well-known.ts'

/** Everything that Hono serves. */
export interface Site {
  fetch(request: Request, beside: Beside): Response | Promise<Response>
}

/** What the site is made of. */
export interface SiteParts extends AnsweringParts {
  addresses: Addresses
  headers: readonly (readonly [string, string])[]
  isReady(): boolean
  metrics(): Metrics
}

type Failure = 400 | 403 | 404 | 405 | 429 | 500 | 503

/** All pages, resources and deeds of all features, and what machines ask for. */
export function createSite(parts: SiteParts): Site {
  const { addresses, documents, clock, settings, assets } = parts
  const answerTo = createAnswering(parts)
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of parts.headers) c.res.headers.set(name, value)
    for (const [name, value] of c.get('headers') ?? []) {
      if (value === null) c.res.headers.delete(name)
      else c.res.headers.set(name, value)
    }
    if (!c.env.anonymous && !c.res.headers.has('Cache-Control')) {
      c.res.headers.set('Cache-Control', 'private, no-store')
    }
    // The rest of a body that was refused unread must not be taken for the next request.
    if (c.res.status >= 400 && c.req.method !== 'GET') c.res.headers.set('Connection', 'close')
  })

  const languageOf = (c: Context<Env>) =>
    addresses.languageOf(c.req.path) ?? negotiated(c.req.header('accept-language'))

  const rates = new Map<string, (address: string) => number>()
  /** Whose asking is counted: nobody uses up what others may ask for. */
  const whoAsks = (c: Context<Env>, { actor }: Asking) =>
    actor.kind === 'anonymous' ? (c.env.from ?? '') : actor.id
  /** Seconds until an address that somebody asked for too often may be asked for by them again. */
  const waitFor = ({ name, rate }: AnyPage | AnyResource, address: string): number => {
    if (!rate) return 0
    const spend = rates.get(name) ?? createRates(clock, rate)
    rates.set(name, spend)
    return spend(address)
  }

  const fail = async (c: Context<Env>, status: Failure, wait = 5) => {
    c.header('Cache-Control', 'no-store')
    c.header('Vary', 'Accept-Language')
    if (status === 503 || status === 429) c.header('Retry-After', String(wait))
    return c.html(await documents.error(languageOf(c), '/', status), status)
  }
  const askingOf = async (c: Context<Env>): Promise<Asking> =>
    c.env.anonymous
      ? SOMEBODY
      : {
          actor: await parts.authenticate(c.req.raw),
          attempt: null,
          done: c.req.method === 'GET' ? doneBy(c.req.raw) : null,
        }

  app.notFound((c) => fail(c, 404))
  app.onError((error, c) => {
    if (error instanceof Refusal) return refused(c, error)
    parts.log.error({ err: error, path: loggable(c.req.path) }, 'A request failed.')
    return fail(c, isAway(error) ? 503 : 500)
  })

  /** A deed that was refused, and has no page to say so on. */
  const refused = async (c: Context<Env>, refusal: Refusal) => {
    const language = languageOf(c)
    const { title } = explain(refusal, language, parts.features)
    c.header('Cache-Control', 'no-store')
    return c.html(await documents.error(language, '/', refusal.status, title), refusal.status)
  }

  app.get('/healthz', (c) => c.text('alive\n'))
  app.get('/readyz', (c) => (parts.isReady() ? c.text('ready\n') : c.text('not ready\n', 503)))
  app.get('/metrics', async (c) => {
    if (!c.env.local) return fail(c, 404)
    const { text, type } = parts.metrics()
    return c.body(await text(), 200, { 'Content-Type': type })
  })
  app.get('/robots.txt', (c) => c.text(robots(settings.publicUrl)))
  app.get('/.well-known/security.txt', (c) => c.text(securityText(settings.publicUrl, clock.now())))
  app.route('/', builtFiles(assets))
  app.route('/api/v1/commands', deeds(parts))
  app.route('/', forms({ ...parts, answerTo }))
  app.route('/', oneClicks(parts))
  if (parts.accounts) app.route('/', accountRoutes({ ...parts, accounts: parts.accounts }))

  app.get('/:language{[a-z][a-z]}/offline', async (c, next) => {
    const language = addresses.languageOf(c.req.path)
    if (!language) return next()
    const page = await documents.error(language, '/', 'offline')
    // Public, because a device may only keep what is.
    return c.html(page, 200, { 'Cache-Control': 'public, max-age=0, must-revalidate' })
  })
  // A part to embed without a language is in the reader's own.
  app.get('/widgets/*', (c) => {
    c.header('Vary', 'Accept-Language')
    const language = negotiated(c.req.header('accept-language'))
    return c.redirect(pathOf(language, new URL(c.req.url).pathname), 302)
  })
  app.get('/', (c) => {
    c.header('Vary', 'Accept-Language')
    return c.redirect(pathOf(negotiated(c.req.header('accept-language')), '/'), 302)
  })
  app.get('*', async (c) => {
    const found = addresses.find(c.req.path)
    if (!found) return fail(c, 404)
    const { search, pathname } = new URL(c.req.url)
    const right = pathOf(found.language, found.address)
    if (pathname !== right) return c.redirect(right + search, 301)
    const query = found.reads.query.safeParse(queryOf(search))
    if (!query.success) return fail(c, 400)
    const asking = await askingOf(c)
    if (found.reads.may && !found.reads.may(asking.actor, found.params)) {
      if (asking.actor.kind !== 'anonymous') return fail(c, 403)
      return c.redirect(wayIn(found.language, found.address + search), 303)
    }
    const wait = waitFor(found.reads, `${pathname} ${whoAsks(c, asking)}`)
    if (wait > 0) return fail(c, 429, wait)
    const answered = await answerTo(found, query.data, asking)
    if (!answered) return fail(c, 404)
    if (!found.reads.may) c.env.show(answered.shows)
    if (asking.done !== null) c.header('Set-Cookie', forgetDone(c.req.url))
    c.set('headers', headersOf(found.reads))
    return c.body(answered.body, 200, answered.headers)
  })
  app.all('*', (c) => {
    if (!addresses.find(c.req.path)) return fail(c, 404)
    c.header('Allow', 'GET, HEAD')
    return fail(c, 405)
  })

  return { fetch: (request, beside) => app.fetch(request, beside) }
}

/** What a resource sets in the place of the site's own headers. */
function headersOf(reads: AnyPage | AnyResource) {
  if (reads.kind === 'page') return reads.camera ? cameraHeaders : []
  const { framed, headers = [] } = reads
  return framed === undefined ? headers : [...framedHeaders(framed.style), ...headers]
}
