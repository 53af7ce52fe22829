import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Kysely } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { encode, encodingFor, takesGzip } from '../../cache/encodings.ts'
import type { Replica } from '../../cache/replica.ts'
import type { Clock } from '../../clock.ts'
import { inSnapshot } from '../../database/snapshot.ts'
import type { Tables } from '../../database/tables.ts'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Form } from '../../dataset/forms/form.ts'
import { PAGE, pagesOf, SORTED_PAGE } from '../../dataset/pages.ts'
import { datasetsOf } from '../../dataset/registry.ts'
import type { Feature } from '../../feature.ts'
import { negotiated } from '../addresses/negotiate.ts'
import type { Log } from '../parts.ts'
import { isAway } from '../site/away.ts'
import { httpDate } from '../site/http-date.ts'
import { describeApi } from './openapi/description.ts'
import { problemOf, writeProblem } from './problems.ts'
import { isRead, type Route, routeOf } from './route.ts'
import { API, aboutOf, oneRecord, pageOfRows, searchOf } from './rows.ts'
import { stream } from './streaming.ts'
import { isUnchanged, tagFor, versionOf } from './version.ts'
import { wishIn } from './wish.ts'

/** What everybody may read by program. */
export interface Api {
  /** Whether an address is one of ours to read; commands are not. */
  owns(url: string): boolean
  /** Answers `GET`, `HEAD` and `OPTIONS`, and refuses the rest. */
  answer(request: IncomingMessage, response: ServerResponse, personal: boolean): Promise<void>
  /** Writes a refusal that was decided elsewhere. */
  refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal, wait?: number): void
}

/** What the interface needs of the rest of the house. */
export interface ApiParts {
  features: readonly Feature[]
  replica: Replica
  clock: Clock
  log: Log
  settings: { publicUrl: string }
  headers: readonly (readonly [string, string])[]
  /** Files that may be on their way out at once. */
  downloads?: number | undefined
}

const DOWNLOADS = 4
const SHARED = 'public, max-age=0, s-maxage=2, must-revalidate'
const EXPOSED = 'ETag, Last-Modified, Link, X-Total-Count, Content-Disposition, Retry-After'
const METHODS = 'GET, HEAD, OPTIONS'

/** One request, and what is known of it before anything is read. */
interface Call {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  language: Language
  today: string
  now: Temporal.Instant
  personal: boolean
}

/** Makes the interface for programs: it reads what everybody may read, whoever asks. */
export function createApi(parts: ApiParts): Api {
  const { features, replica, clock, log, settings, downloads = DOWNLOADS } = parts
  const origin = settings.publicUrl
  const datasets = datasetsOf(features)
  let underWay = 0

  /** Other sites may read: nothing here depends on who asks. */
  const open = [
    ...parts.headers.filter(([name]) => name !== 'Cross-Origin-Resource-Policy').flat(),
    ...['Cross-Origin-Resource-Policy', 'cross-origin'],
    ...['Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', EXPOSED],
  ]
  const described = `<${origin}${API}/openapi.json>; rel="service-desc"; type="application/json"`

  const headersOf = (
    { personal }: Pick<Call, 'personal'>,
    more: Readonly<Record<string, string | undefined>>,
  ) => [
    ...open,
    ...['Cache-Control', personal ? 'private, no-store' : SHARED],
    ...['Vary', 'Accept-Language, Accept-Encoding'],
    ...Object.entries(more).flatMap(([name, value]) => (value === undefined ? [] : [name, value])),
  ]

  /** Answers with a value as JSON, or says that the caller has it. */
  async function give(call: Call, value: unknown, tag: string, at: Temporal.Instant, link: string) {
    const { request, response, language } = call
    const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined)
    const etag = tag.replace(/"$/, encoding === 'identity' ? '"' : `-${encoding}"`)
    const common = { ETag: etag, 'Last-Modified': httpDate(at), Link: link }
    if (isUnchanged(request, etag, at)) {
      response.writeHead(304, headersOf(call, common)).end()
      return
    }
    const body = await encode(Buffer.from(`${JSON.stringify(value)}\n`), encoding)
    response.writeHead(
      200,
      headersOf(call, {
        ...common,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': String(body.length),
        'Content-Encoding': encoding === 'identity' ? undefined : encoding,
        'Content-Language': language,
      }),
    )
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  /** A page or a record: small, read in one snapshot. */
  async function giveRows(call: Call, route: Extract<Route, { to: 'page' | 'record' }>) {
    const { dataset } = route
    const wish = wishIn(dataset, call.url.searchParams, route.to, call)
    const key = route.to === 'record' ? route.key : null
    const about = { origin, now: call.now }
    const read = (db: Kysely<Tables>) =>
      inSnapshot(db, async (snapshot) => {
        const version = await versionOf(snapshot, call.today)
        const tag = tagFor(version.word, dataset.name, wish, key, origin)
        const value =
          key === null
            ? await pageOfRows(snapshot, dataset, wish, about)
            : await oneRecord(snapshot, dataset, wish, { ...about, key })
        return { value, tag, at: version.at }
      })
    const { value, tag, at } = await replica.reading(read)
    const links = 'links' in value ? value.links : null
    const link = [
      described,
      `<${value.licence.url}>; rel="license"`,
      links?.next ? `<${links.next}>; rel="next"` : null,
      links ? `<${links.first}>; rel="first"` : null,
      links ? `<${links.csv}>; rel="alternate"; type="text/csv"` : null,
    ]
    const said = { ...call, language: wish.language }
    await give(said, value, tag, at, link.filter((one) => one !== null).join(', '))
  }

  /** Every row as a file, as it is read; what breaks on the way tears the connection. */
  async function giveFile(call: Call, dataset: Dataset, form: Form) {
    const { request, response, url, now } = call
    const wish = wishIn(dataset, url.searchParams, 'file', call)
    if (underWay >= downloads) throw new Refusal('platform.downloads-busy', 503)
    underWay += 1
    try {
      const db = await replica.upToDate()
      await inSnapshot(db, async (snapshot) => {
        const version = await versionOf(snapshot, call.today)
        const encoding = form.ending === 'xlsx' ? 'identity' : gzipFor(request)
        const bom = url.searchParams.get('bom')
        const etag = tagFor(version.word, dataset.name, wish, form.ending, encoding, bom, origin)
        const address = `${origin}${API}/${dataset.name}?${searchOf(wish)}`
        const total = await dataset.count(snapshot, wish)
        const about = aboutOf(dataset, wish, { address, total, now })
        const common = {
          ETag: etag,
          'Last-Modified': httpDate(version.at),
          Link: `${described}, <${about.licence.url}>; rel="license", <${address}>; rel="canonical"`,
          'X-Total-Count': String(total),
        }
        if (isUnchanged(request, etag, version.at)) {
          response.writeHead(304, headersOf(call, common)).end()
          return
        }
        const name = `plenum-${dataset.name}-${wish.day}.${form.ending}`
        response.writeHead(
          200,
          headersOf(call, {
            ...common,
            'Content-Type': form.type,
            'Content-Language': wish.language,
            'Content-Disposition': `attachment; filename="${name}"`,
            'Content-Encoding': encoding === 'gzip' ? 'gzip' : undefined,
          }),
        )
        if (request.method === 'HEAD') {
          response.end()
          return
        }
        const pages = pagesOf(snapshot, dataset, wish, wish.sort ? SORTED_PAGE : PAGE)
        await stream(response, form.print({ dataset, about, pages }), encoding)
      })
    } finally {
      underWay -= 1
    }
  }

  /** What there is, and where. */
  const giveList = (call: Call) => {
    const { language } = call
    const value = {
      description: `${origin}${API}/openapi.json`,
      reference: `${origin}/${language}/api`,
      catalogue: `${origin}/data/catalog.jsonld`,
      datasets: [...datasets.values()].map((dataset) => ({
        name: dataset.name,
        title: dataset.title(language),
        description: dataset.description(language),
        address: `${origin}${API}/${dataset.name}`,
      })),
    }
    return give(call, value, tagFor(value), morningOf(call), described)
  }

  /** The description changes with the program only: it is made once for each language. */
  const descriptions = new Map<Language, { value: unknown; tag: string }>()
  const giveDescription = (call: Call) => {
    const { language } = call
    const known = descriptions.get(language)
    const value = known?.value ?? describeApi(features, language, origin)
    const described = known ?? { value, tag: tagFor(value) }
    descriptions.set(language, described)
    return give(
      call,
      value,
      described.tag,
      morningOf(call),
      `<${origin}/${language}/api>; rel="service-doc"`,
    )
  }

  async function answer({ url, request, response, ...rest }: Call) {
    const call = { url, request, response, ...rest }
    if (request.method === 'OPTIONS') {
      const allowed = 'If-None-Match, If-Modified-Since, Accept-Language'
      response
        .writeHead(204, [
          ...open,
          ...['Allow', METHODS, 'Access-Control-Allow-Methods', METHODS],
          ...['Access-Control-Allow-Headers', allowed, 'Access-Control-Max-Age', '86400'],
        ])
        .end()
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new Refusal('platform.only-read', 405)
    }
    const route = routeOf(url, datasets)
    if (route.to === 'list') return giveList(call)
    if (route.to === 'description') return giveDescription(call)
    if (route.to === 'file') return giveFile(call, route.dataset, route.form)
    return giveRows(call, route)
  }

  const refuse: Api['refuse'] = (request, response, refusal, wait) => {
    const language = negotiated(request.headers['accept-language'])
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    writeProblem(request, response, problemOf(refusal, language, features, path), [
      ...open,
      ...['Vary', 'Accept-Language', 'Content-Language', language],
      ...(wait === undefined ? [] : ['Retry-After', String(wait)]),
      ...(refusal.status === 405 ? ['Allow', METHODS, 'Connection', 'close'] : []),
    ])
  }

  return {
    owns: (url) => isRead(url.split('?', 1)[0] ?? ''),
    refuse,
    async answer(request, response, personal) {
      const now = clock.now()
      const url = URL.parse(request.url ?? '/', origin)
      const language = negotiated(request.headers['accept-language'])
      const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
      try {
        if (!url) throw new Refusal('platform.unknown-dataset', 404)
        await answer({ request, response, url, language, today, now, personal })
      } catch (error) {
        if (response.headersSent || response.destroyed) {
          log.warn({ err: error, url: request.url }, 'A file was not sent to its end.')
          response.destroy()
        } else if (error instanceof Refusal) {
          refuse(request, response, error, error.status === 503 ? 5 : undefined)
        } else {
          log.error({ err: error, url: request.url }, 'A request failed.')
          const away = isAway(error)
          refuse(
            request,
            response,
            new Refusal(away ? 'platform.out-of-reach' : 'platform.out-of-order', away ? 503 : 500),
            away ? 5 : undefined,
          )
        }
      }
    },
  }
}

const morningOf = ({ today }: Pick<Call, 'today'>) => Temporal.Instant.from(`${today}T00:00Z`)

const gzipFor = (request: IncomingMessage): 'gzip' | 'identity' =>
  takesGzip(request.headers['accept-encoding'] as string | undefined) ? 'gzip' : 'identity'
