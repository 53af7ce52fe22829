import type { IncomingMessage } from 'node:http'
import type { Kysely } from 'kysely'
import { Refusal } from '../../../kernel/refusal.ts'
import { takesGzip } from '../../cache/encodings.ts'
import type { Replica } from '../../cache/replica.ts'
import { inSnapshot } from '../../database/snapshot.ts'
import type { Tables } from '../../database/tables.ts'
import { aboutOf } from '../../dataset/about.ts'
import { printArchive } from '../../dataset/archive/archive.ts'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Form } from '../../dataset/forms/form.ts'
import { LICENCE } from '../../dataset/licence.ts'
import { PAGE, pagesOf, SORTED_PAGE } from '../../dataset/pages.ts'
import { httpDate } from '../site/http-date.ts'
import type { Call, Giving } from './giving.ts'
import { VERSION } from './openapi/description.ts'
import { API, searchOf } from './rows.ts'
import { stream } from './streaming.ts'
import { isUnchanged, tagFor, type Version, versionOf } from './version.ts'
import { wishIn } from './wish.ts'

/** What files need of the rest of the interface. */
export interface FilesParts {
  replica: Replica
  giving: Giving
  datasets: ReadonlyMap<string, Dataset>
  origin: string
  /** Files that may be on their way out at once. */
  downloads: number
}

/** A file on its way: its name and headers, and its bytes as they are read. */
interface Sending {
  readonly tag: readonly unknown[]
  readonly type: string
  readonly filename: string
  readonly link: string
  readonly language: string
  readonly total?: number
  readonly encoding: 'gzip' | 'identity'
  chunks(): AsyncIterable<string | Uint8Array>
}

/** Makes files of what is read, while it is read. */
export function createFiles({ replica, giving, datasets, origin, downloads }: FilesParts) {
  let underWay = 0
  const shapes = [...datasets.values()].map(({ name, columns }) => [name, columns])

  /** Reads and sends in one snapshot; no more of them at once than leave connections to others. */
  async function send(
    call: Call,
    prepare: (snapshot: Kysely<Tables>, now: Temporal.Instant) => Promise<Sending>,
  ): Promise<void> {
    const { request, response, today } = call
    if (underWay >= downloads) throw new Refusal('platform.downloads-busy', 503)
    underWay += 1
    try {
      const db = await replica.upToDate()
      await inSnapshot(db, async (snapshot) => {
        const version = await versionOf(snapshot, today)
        // The last change is the time of a file: the same bytes until the next one.
        const file = await prepare(snapshot, version.at)
        const common = headersOf(file, version)
        if (isUnchanged(request, common.ETag, version.at)) {
          response.writeHead(304, giving.headersOf(call, common))
          return
        }
        response.writeHead(200, giving.headersOf(call, { ...common, ...bodyOf(file) }))
        if (request.method !== 'HEAD') await stream(response, file.chunks(), file.encoding)
      })
    } finally {
      underWay -= 1
    }
    // Whoever has the whole answer has left its place to the next.
    response.end()
  }

  return {
    /** Every row that is asked for, in a form. */
    rows: (call: Call, dataset: Dataset, form: Form) => {
      const wish = wishIn(dataset, call.url.searchParams, 'file', call)
      return send(call, async (snapshot, now) => {
        const address = `${origin}${API}/${dataset.name}?${searchOf(wish)}`
        const total = await dataset.count(snapshot, wish)
        const about = aboutOf(dataset, wish, { address, total, now })
        const encoding = form.ending === 'xlsx' ? 'identity' : gzipFor(call.request)
        const bom = call.url.searchParams.get('bom')
        return {
          tag: [dataset.name, wish, form.ending, encoding, bom, about, dataset.columns],
          type: form.type,
          filename: `plenum-${dataset.name}-${wish.day}.${form.ending}`,
          link: `<${address}>; rel="canonical"`,
          language: wish.language,
          total,
          encoding,
          chunks: () =>
            form.print({
              dataset,
              about,
              pages: pagesOf(snapshot, dataset, wish, wish.sort ? SORTED_PAGE : PAGE),
            }),
        }
      })
    },

    /** Everything that is public, as one file. */
    archive: (call: Call) =>
      send(call, async (snapshot, now) => ({
        tag: ['archive', call.language, call.today, shapes],
        type: 'application/zip',
        filename: `plenum-${call.today}.zip`,
        link: `<${origin}/data/catalog.jsonld>; rel="describedby"; type="application/ld+json"`,
        language: call.language,
        encoding: 'identity',
        chunks: () =>
          printArchive(snapshot, datasets, {
            ...{ language: call.language, day: call.today, now, origin },
          }),
      })),
  }

  function headersOf(file: Sending, version: Version) {
    return {
      ETag: tagFor(VERSION, version.word, origin, ...file.tag),
      'Last-Modified': httpDate(version.at),
      Link: `<${origin}${API}/openapi.json>; rel="service-desc", <${LICENCE.url}>; rel="license", ${file.link}`,
      'X-Total-Count': file.total === undefined ? undefined : String(file.total),
    }
  }
}

const bodyOf = ({ type, language, filename, encoding }: Sending) => ({
  'Content-Type': type,
  'Content-Language': language,
  'Content-Disposition': `attachment; filename="${filename}"`,
  'Content-Encoding': encoding === 'gzip' ? 'gzip' : undefined,
})

const gzipFor = (request: IncomingMessage): 'gzip' | 'identity' =>
  takesGzip(request.headers['accept-encoding'] as string | undefined) ? 'gzip' : 'identity'
