import { lookup as resolve } from 'node:dns'
import { request as plain, type RequestOptions } from 'node:http'
import { request as secure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { mayReach } from './reaching.ts'
import type { Trouble } from './tables.ts'

/** How an attempt went. */
export interface Went {
  /** What the other side answered; null: it did not. */
  status: number | null
  /** Null: it arrived. */
  trouble: Trouble | null
  /** The other side is gone for good (410). */
  isGone: boolean
  /** For how many seconds the other side asks to be left alone. */
  wish: number | null
}

/** How long the other side may take for everything, in milliseconds. */
export const WITHIN = 15_000
/** More of an answer than this is not looked at. */
const MOST = 64 * 1024

/** A network address that nobody outside may make us speak to. */
class PrivateAddress extends Error {
  override name = 'PrivateAddress'
}

/**
 * Looks a name up and connects to what was found, never to anything else: a name that leads to a private address now
 * and then (rebinding) does not get there.
 */
const lookingUp =
  (atHome: boolean): LookupFunction =>
  (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return answer(error, '')
      const [first] = found
      if (!first || !found.every(({ address }) => mayReach(address, atHome))) {
        return answer(new PrivateAddress(hostname), '')
      }
      if (options.all) answer(null, found)
      else answer(null, first.address, first.family)
    })
  }

/** A message, and how it is sent. */
export interface Message {
  body: string
  headers: Readonly<Record<string, string>>
  /** Whether a program on this machine may be spoken to. */
  atHome: boolean
  /** How long the other side may take, in milliseconds. */
  within?: number
  /** Ends the attempt. */
  hurry?: AbortSignal
}

/**
 * Sends a message once. No redirect is followed, no private address spoken to, no more than a little of the answer
 * read; connections are not kept, so that no endpoint holds what another needs.
 */
export function post(
  address: string,
  { body, headers, atHome, within = WITHIN, hurry }: Message,
): Promise<Went> {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !mayReach(host, atHome)) return Promise.resolve(unreached('private-address'))
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    lookup: lookingUp(atHome),
    signal: AbortSignal.any([AbortSignal.timeout(within), ...(hurry ? [hurry] : [])]),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Plenum',
      connection: 'close',
      ...headers,
    },
  }
  return new Promise((settle) => {
    const asked = (url.protocol === 'https:' ? secure : plain)(url, options, (answer) => {
      let read = 0
      const end = () => settle(wentBy(answer.statusCode ?? 0, answer.headers['retry-after']))
      answer.on('data', (chunk: Buffer) => {
        read += chunk.length
        if (read > MOST) answer.destroy()
      })
      answer.on('close', end)
      answer.on('error', end)
    })
    asked.on('error', (error) => settle(unreached(troubleOf(error))))
    asked.end(body)
  })
}

const unreached = (trouble: Trouble): Went => ({ status: null, trouble, isGone: false, wish: null })

function wentBy(status: number, retryAfter: string | undefined): Went {
  const seconds = Number(retryAfter)
  return {
    status,
    trouble:
      status >= 200 && status < 300
        ? null
        : status < 400 && status >= 300
          ? 'redirected'
          : 'refused',
    isGone: status === 410,
    wish: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  }
}

/** Certificates that do not hold, by the codes of OpenSSL. */
const UNSAFE = /CERT|SELF_SIGNED|TLS|SSL|ALTNAME|UNABLE_TO_VERIFY/

function troubleOf(error: NodeJS.ErrnoException): Trouble {
  if (error instanceof PrivateAddress) return 'private-address'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'too-slow'
  return UNSAFE.test(error.code ?? '') ? 'not-safe' : 'out-of-reach'
}
