import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Kysely } from 'kysely'
import { Language } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Replica } from '../../cache/replica.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../config/log.ts'
import { inSnapshot } from '../../database/snapshot.ts'
import type { Tables } from '../../database/tables.ts'
import { wholeOf } from '../../dataset/archive/archive.ts'
import { catalogueOf } from '../../dataset/archive/catalogue.ts'
import { datapackageOf } from '../../dataset/archive/datapackage.ts'
import { datasetsOf } from '../../dataset/registry.ts'
import type { Feature } from '../../feature.ts'
import { negotiated } from '../addresses/negotiate.ts'
import { loggable } from '../guard/loggable.ts'
import { isAway } from '../site/away.ts'
import { createFiles } from './files.ts'
import { type Call, createGiving, type Giving } from './giving.ts'
import { describeApi } from './openapi/description.ts'
import { isRead, type Route, routeOf } from './route.ts'
import { API, oneRecord, pageOfRows } from './rows.ts'
import { versionOf } from './version.ts'
import { wishIn } from './wish.ts'

/** What everybody may read by program. */
export interface Api {
  /** Whether an address is one of ours to read; commands are not. */
  owns(url: string): boolean
  /** Answers `GET`, `HEAD` and `OPTIONS`, and refuses the rest. */
  answer(request: IncomingMessage, response: ServerResponse, personal: boolean): Promise<void>
  /** Writes a refusal that was decided elsewhere. */
  readonly refuse: Giving['refuse']
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

/** Makes the interface for programs: it reads what everybody may read, whoever asks. */
export function createApi(parts: ApiParts): Api {
  const { features, replica, clock, log, settings, downloads = DOWNLOADS } = parts
  const origin = settings.publicUrl
  const datasets = datasetsOf(features)
  const giving = createGiving(features, parts.headers)
  const files = createFiles({ replica, giving, datasets, origin, downloads })
  const described = `<${origin}${API}/openapi.json>; rel="service-desc"; type="application/json"`

  /** A page or a record: small, read in one snapshot. */
  async function giveRows(call: Call, route: Extract<Route, { to: 'page' | 'record' }>) {
    const { dataset } = route
    const wish = wishIn(dataset, call.url.searchParams, route.to, call)
    const key = route.to === 'record' ? route.key : null
    const about = { origin, now: call.now }
    const read = (db: Kysely<Tables>) =>
      inSnapshot(db, async (snapshot) => {
        const version = await versionOf(snapshot, call.today)
        const value =
          key === null
            ? await pageOfRows(snapshot, dataset, wish, about)
            : await oneRecord(snapshot, dataset, wish, { ...about, key })
        return { value, at: version.at }
      })
    const { value, at } = await replica.reading(read)
    const links = 'links' in value ? value.links : null
    const link = [
      described,
      `<${value.licence.url}>; rel="license"`,
      links?.next ? `<${links.next}>; rel="next"` : null,
      links ? `<${links.first}>; rel="first"` : null,
      links ? `<${links.csv}>; rel="alternate"; type="text/csv"` : null,
    ]
      .filter((one) => one !== null)
      .join(', ')
    await giving.give({ ...call, language: wish.language }, value, { at, link })
  }

  /** What changes with the program only, or by day. */
  const giveConstant = (call: Call, value: unknown, more = {}) => {
    const at = Temporal.Instant.from(`${call.today}T00:00Z`)
    return giving.give(call, value, { at, link: described, ...more })
  }

  const listFor = (language: Language) => ({
    description: `${origin}${API}/openapi.json`,
    reference: `${origin}/${language}/api`,
    catalogue: `${origin}/data/catalog.jsonld`,
    datapackage: `${origin}/data/datapackage.json`,
    archive: `${origin}/data/archive.zip`,
    datasets: [...datasets.values()].map((dataset) => ({
      name: dataset.name,
      title: dataset.title(language),
      description: dataset.description(language),
      address: `${origin}${API}/${dataset.name}`,
    })),
  })

  /** Made once for each language. */
  const descriptions = new Map<Language, unknown>()
  const descriptionFor = (language: Language) => {
    const known = descriptions.get(language)
    if (known) return known
    const made = describeApi(features, language, origin)
    descriptions.set(language, made)
    return made
  }

  function answer(call: Call): Promise<void> {
    const route = routeOf(call.url, datasets)
    const whole = wholeOf(call.today, origin)
    switch (route.to) {
      case 'list':
        return giveConstant(call, listFor(call.language))
      case 'description':
        return giveConstant(call, descriptionFor(call.language))
      case 'catalogue':
        return giveConstant(call, catalogueOf(datasets, whole), {
          type: 'application/ld+json; charset=utf-8',
        })
      case 'datapackage':
        return giveConstant(
          call,
          datapackageOf(datasets, whole, (name) => `${origin}${API}/${name}.csv?language=en`),
        )
      case 'archive':
        return files.archive(call)
      case 'file':
        return files.rows(call, route.dataset, route.form)
      default:
        return giveRows(call, route)
    }
  }

  /** Says what went wrong; where an answer has begun, the connection is torn instead. */
  function fail(error: unknown, request: IncomingMessage, response: ServerResponse) {
    if (response.headersSent || response.destroyed) {
      log.warn({ err: error, url: loggable(request.url) }, 'A file was not sent to its end.')
      response.destroy()
      return
    }
    if (error instanceof Refusal) {
      giving.refuse(request, response, error, error.status === 503 ? 5 : undefined)
      return
    }
    log.error({ err: error, url: loggable(request.url) }, 'A request failed.')
    const refusal = isAway(error)
      ? new Refusal('platform.out-of-reach', 503)
      : new Refusal('platform.out-of-order', 500)
    giving.refuse(request, response, refusal, refusal.status === 503 ? 5 : undefined)
  }

  return {
    owns: (url) => isRead(url.split('?', 1)[0] ?? ''),
    refuse: giving.refuse,
    async answer(request, response, personal) {
      if (request.method === 'OPTIONS') return giving.allow(response)
      const now = clock.now()
      const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
      const url = URL.parse(request.url ?? '/', origin)
      try {
        if (request.method !== 'GET' && request.method !== 'HEAD') {
          throw new Refusal('platform.only-read', 405)
        }
        if (!url) throw new Refusal('platform.unknown-dataset', 404)
        const language =
          Language.safeParse(url.searchParams.get('language')).data ??
          negotiated(request.headers['accept-language'])
        await answer({ request, response, url, language, today, now, personal })
      } catch (error) {
        fail(error, request, response)
      }
    },
  }
}
