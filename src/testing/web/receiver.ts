import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as another system received it. */
export interface Received {
  headers: IncomingHttpHeaders
  body: string
}

/** Another system, on a port of its own. */
export interface Receiver {
  readonly address: string
  readonly port: number
  readonly received: readonly Received[]
  /** How it answers from now on; at first with 204. */
  answers(how: (response: ServerResponse) => void): void
  /** Nobody is at home any more; the port is free. */
  close(): Promise<void>
}

const thanks = (response: ServerResponse) => response.writeHead(204).end()

/** Opens another system that receives messages; at the port of one that was there before, if asked. */
export async function openReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = []
  let answer: (response: ServerResponse) => void = thanks
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      answer(response)
    })
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const at = (server.address() as AddressInfo).port
  return {
    address: `http://127.0.0.1:${at}/hook`,
    port: at,
    received,
    answers(how) {
      answer = how
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
