import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Language } from '../../../kernel/language.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { encode, encodingFor } from '../../cache/encodings.ts'
import type { Feature } from '../../feature.ts'
import { negotiated } from '../addresses/negotiate.ts'
import { httpDate } from '../site/http-date.ts'
import { problemOf, writeProblem } from './problems.ts'
import { isUnchanged, tagFor } from './version.ts'

/** One request, and what is known of it before anything is read. */
export interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  /** The language that the caller asks for. */
  readonly language: Language
  /** In universal time. */
  readonly today: string
  readonly now: Temporal.Instant
  /** Whether the caller says who it is: then nobody may keep the answer. */
  readonly personal: boolean
}

export const METHODS = 'GET, HEAD, OPTIONS'
const SHARED = 'public, max-age=0, s-maxage=2, must-revalidate'
const EXPOSED = 'ETag, Last-Modified, Link, X-Total-Count, Content-Disposition, Retry-After'
const ALLOWED = 'If-None-Match, If-Modified-Since, Accept-Language'

type Headers = Readonly<Record<string, string | undefined>>

/** Writes answers that any site may read, for nothing in them depends on who asks. */
export function createGiving(
  features: readonly Feature[],
  headers: readonly (readonly [string, string])[],
) {
  const open = [
    ...headers.filter(([name]) => name !== 'Cross-Origin-Resource-Policy').flat(),
    ...['Cross-Origin-Resource-Policy', 'cross-origin'],
    ...['Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', EXPOSED],
  ]

  const headersOf = ({ personal }: Pick<Call, 'personal'>, more: Headers) => [
    ...open,
    ...['Cache-Control', personal ? 'private, no-store' : SHARED],
    ...['Vary', 'Accept-Language, Accept-Encoding'],
    ...Object.entries(more).flatMap(([name, value]) => (value === undefined ? [] : [name, value])),
  ]

  return {
    headersOf,

    /** Answers with a value as JSON, or says that the caller has it. */
    async give(
      call: Call,
      value: unknown,
      { at, link, type = 'application/json; charset=utf-8' }: Given,
    ): Promise<void> {
      const { request, response, language } = call
      const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined)
      const text = `${JSON.stringify(value)}\n`
      const etag = tagFor(text, encoding)
      const common = { ETag: etag, 'Last-Modified': httpDate(at), Link: link }
      if (isUnchanged(request, etag, at)) {
        response.writeHead(304, headersOf(call, common)).end()
        return
      }
      const body = await encode(Buffer.from(text), encoding)
      response.writeHead(
        200,
        headersOf(call, {
          ...common,
          'Content-Type': type,
          'Content-Length': String(body.length),
          'Content-Encoding': encoding === 'identity' ? undefined : encoding,
          'Content-Language': language,
        }),
      )
      response.end(request.method === 'HEAD' ? undefined : body)
    },

    /** Tells another site that it may ask. */
    allow(response: ServerResponse): void {
      response
        .writeHead(204, [
          ...open,
          ...['Allow', METHODS, 'Access-Control-Allow-Methods', METHODS],
          ...['Access-Control-Allow-Headers', ALLOWED, 'Access-Control-Max-Age', '86400'],
        ])
        .end()
    },

    /** Writes a refusal, in the words of the caller. */
    refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal, wait?: number) {
      const language = negotiated(request.headers['accept-language'])
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
      writeProblem(request, response, problemOf(refusal, language, features, path), [
        ...open,
        ...['Vary', 'Accept-Language', 'Content-Language', language],
        ...(wait === undefined ? [] : ['Retry-After', String(wait)]),
        ...(refusal.status === 405 ? ['Allow', METHODS, 'Connection', 'close'] : []),
      ])
    },
  }
}
export type Giving = ReturnType<typeof createGiving>

interface Given {
  readonly at: Temporal.Instant
  /** RFC 8288. */
  readonly link: string
  readonly type?: string
}
