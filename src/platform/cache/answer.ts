import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Encoding, encode, encodingFor, isCompressible } from './encodings.ts'

/** How long a CDN may give an answer without asking, in seconds, while time alone does not change it sooner. */
export const SHARED_AGE = 2

/** What was rendered, before it is kept. */
export interface Rendering {
  status: number
  headers: readonly (readonly [string, string])[]
  body: Buffer
}

/** An answer for everybody, kept in every encoding that was asked for, with its headers ready to be written. */
export interface Answer {
  readonly rendering: Rendering
  /** The weak entity tag: the same content in every encoding. */
  readonly etag: string
  /** Epoch milliseconds at which time alone makes it wrong; Infinity: never. */
  readonly until: number
  /** The encoding that nearly everybody asks for. */
  readonly preferred: Encoding
  /** Bytes of all encodings together. */
  size(): number
  bodyIn(encoding: Encoding): Buffer | undefined
  /** Makes an encoding that is not there yet, or makes it smaller at leisure. */
  prepare(encoding: Encoding, hurry?: 'at-once' | 'at-leisure'): Promise<void>
  /** Writes the answer, or 304; whoever calls has prepared the encoding. */
  send(request: IncomingMessage, response: ServerResponse, now: number): void
  encodingFor(request: IncomingMessage): Encoding
}

/** A name for some content: equal bytes, equal tag. */
export const tagOf = (body: Uint8Array): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 16)

/** Weak comparison (RFC 9110 §13.1.2): whether a tag is called weak makes no difference. */
const opaque = (tag: string) => tag.trim().replace(/^W\//, '')

const matches = (header: string | undefined, etag: string) =>
  header !== undefined &&
  (header === etag ||
    header === '*' ||
    header.split(',').some((one) => opaque(one) === opaque(etag)))

const SHARED = [
  'Cache-Control',
  `public, max-age=0, s-maxage=${SHARED_AGE}, must-revalidate`,
  'CDN-Cache-Control',
  `max-age=${SHARED_AGE}, stale-while-revalidate=${SHARED_AGE * 5}`,
]
const SOON_WRONG = ['Cache-Control', 'public, max-age=0, must-revalidate']

/** Makes an answer of a rendering. A rendering that brings its own Cache-Control (a built file) keeps it. */
export function answerOf(rendering: Rendering, until: number): Answer {
  const { headers, body, status } = rendering
  const etag = `W/"${tagOf(body)}"`
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const compressible = isCompressible(type, body)
  const own = headers.find(([name]) => name.toLowerCase() === 'cache-control')
  const bodies = new Map<Encoding, Buffer>([['identity', body]])
  const written = new Map<Encoding, { calm: string[]; soon: string[] }>()
  const vary = compressible ? ['Vary', 'Accept-Encoding, Cookie'] : ['Vary', 'Cookie']
  const controlled = (life: readonly string[]) => (own ? [...own] : life)

  const write = (encoding: Encoding, bytes: Buffer) => {
    const base = [
      ...headers.filter((one) => one !== own).flat(),
      ...vary,
      ...['ETag', etag, 'Content-Length', String(bytes.length)],
      ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
    ]
    bodies.set(encoding, bytes)
    written.set(encoding, {
      calm: [...base, ...controlled(SHARED)],
      soon: [...base, ...controlled(SOON_WRONG)],
    })
  }
  write('identity', body)
  const notModified = {
    calm: ['ETag', etag, ...vary, ...controlled(SHARED)],
    soon: ['ETag', etag, ...vary, ...controlled(SOON_WRONG)],
  }

  return {
    rendering,
    etag,
    until,
    preferred: compressible ? 'br' : 'identity',
    size: () => [...bodies.values()].reduce((sum, bytes) => sum + bytes.length, 0),
    bodyIn: (encoding) => bodies.get(encoding),
    async prepare(encoding, hurry = 'at-once') {
      if (bodies.has(encoding) && hurry === 'at-once') return
      const bytes = await encode(body, encoding, hurry)
      if (bytes.length < (bodies.get(encoding)?.length ?? Number.POSITIVE_INFINITY))
        write(encoding, bytes)
    },
    encodingFor: (request) =>
      compressible ? encodingFor(request.headers['accept-encoding'] as string) : 'identity',
    send(request, response, now) {
      const life = until - now < SHARED_AGE * 1000 ? 'soon' : 'calm'
      if (status === 200 && matches(request.headers['if-none-match'], etag)) {
        response.writeHead(304, notModified[life])
        response.end()
        return
      }
      const encoding = this.encodingFor(request)
      const ready = written.get(encoding)
      const bytes = bodies.get(encoding)
      if (!ready || !bytes) throw new RangeError(`${encoding} was not prepared`)
      response.writeHead(status, ready[life])
      response.end(request.method === 'HEAD' ? undefined : bytes)
    },
  }
}
