import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import { fileHeaders } from './guard/headers.ts'

/**
 * Tells the time in milliseconds since 1970: clocks of browsers are set by it. It costs less than a refusal, and a hall
 * of a thousand phones behind one address asks together when a session begins, so no limit stands before it.
 */
export function tellTime(
  request: IncomingMessage,
  response: ServerResponse,
  { clock, headers }: { clock: Clock; headers: readonly (readonly [string, string])[] },
): void {
  const left: ReadonlySet<string> = new Set(fileHeaders.map(([name]) => name))
  response.writeHead(200, [
    ...headers.filter(([name]) => !left.has(name)).flat(),
    ...['Content-Type', 'text/plain; charset=utf-8'],
    ...['Cache-Control', 'no-store, no-transform'],
  ])
  response.end(request.method === 'HEAD' ? undefined : `${clock.now().epochMilliseconds}`)
}
