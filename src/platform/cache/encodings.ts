import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const AT_ONCE = 5
const AT_LEISURE = 11
const NOT_WORTH_IT = 256
const COMPRESSIBLE =
  /^(?:text\/|application\/(?:json|javascript|xml|[\w.-]+\+(?:xml|json))|image\/svg)/

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Whether a body gets smaller by compression; type, picture and paper are compressed already. */
export const isCompressible = (type: string, body: Buffer): boolean =>
  body.length >= NOT_WORTH_IT && COMPRESSIBLE.test(type)

/** Compresses a body: brotli quickly (quality 5) or as small as it gets (11), gzip at its default level. */
export function encode(
  body: Buffer,
  encoding: Encoding,
  hurry: 'at-once' | 'at-leisure' = 'at-once',
): Promise<Buffer> {
  if (encoding === 'identity') return Promise.resolve(body)
  if (encoding === 'gzip') return zip(body)
  const quality = hurry === 'at-once' ? AT_ONCE : AT_LEISURE
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}

const remembered = new Map<string, Encoding>()
const REMEMBER = 100

const accepts = (header: string, name: string) =>
  header.split(',').some((one) => {
    const [coding, ...parameters] = one.trim().toLowerCase().split(';')
    const refused = parameters.some((parameter) => /^\s*q=0(?:\.0*)?\s*$/.test(parameter))
    return coding?.trim() === name && !refused
  })

/** Whether a reader takes gzip, for what is compressed while it is sent. */
export const takesGzip = (header: string | undefined): boolean =>
  header !== undefined && accepts(header, 'gzip')

/** The best encoding that a reader's `Accept-Encoding` allows: brotli, gzip or none (RFC 9110 §12.5.3). */
export function encodingFor(header: string | undefined): Encoding {
  if (!header) return 'identity'
  const known = remembered.get(header)
  if (known) return known
  const best = (['br', 'gzip'] as const).find((name) => accepts(header, name)) ?? 'identity'
  if (remembered.size >= REMEMBER) remembered.clear()
  remembered.set(header, best)
  return best
}
