import type { IncomingMessage } from 'node:http'

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/

const isLoopback = (address: string | undefined) => address !== undefined && LOOPBACK.test(address)

/** Whether a request was passed on by a proxy, whoever wrote that it was. */
const isForwarded = (request: IncomingMessage) =>
  request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined

/**
 * The network address of whoever asks. A proxy on this machine is believed, and only the last address that it added:
 * the ones before it are what the asker wrote.
 */
export function addressOf(request: IncomingMessage): string {
  const peer = request.socket.remoteAddress ?? ''
  const forwarded = request.headers['x-forwarded-for']
  if (!isLoopback(peer) || typeof forwarded !== 'string') return peer
  return forwarded.split(',').at(-1)?.trim() || peer
}

/** Whether somebody on this machine asks for themselves: a proxy that passes on strangers does not count. */
export const isLocal = (request: IncomingMessage): boolean =>
  isLoopback(request.socket.remoteAddress) && !isForwarded(request)
