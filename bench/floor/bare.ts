import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/*
 * Runs in a process of its own: the least that a live stream can be. `GET` opens one; `POST` sends its body to all of them
 * as one event. What this takes, no server of this kind can undercut.
 */

const streams = new Set<ServerResponse>()

const server = createServer((asked, answer) => {
  if (asked.method === 'GET') {
    streams.add(answer)
    answer.on('close', () => streams.delete(answer))
    answer.socket?.setNoDelay(true)
    answer.writeHead(200, { 'Content-Type': 'text/event-stream' })
    answer.write(':\n\n')
    return
  }
  const parts: Buffer[] = []
  asked.on('data', (part) => parts.push(part))
  asked.on('end', () => {
    const event = Buffer.concat(parts)
    answer.end()
    for (const stream of streams) stream.write(event)
  })
})

process.on('disconnect', () => process.exit())
server.listen({ port: 0, host: '127.0.0.1', backlog: 1024 }, () => {
  process.send?.((server.address() as AddressInfo).port)
})
