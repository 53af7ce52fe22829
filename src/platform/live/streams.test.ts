import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { createStreams, eventOf, STREAM_LIMITS, type Stream } from './streams.ts'

it('drops a reader who does not keep up, and no other', async () => {
  const streams = createStreams({ ...STREAM_LIMITS, backlog: 100_000 })
  const open = new Map<string, Stream>()
  const server = createServer((request, response) => {
    const stream = { response, personal: false, from: request.url ?? '' }
    open.set(stream.from, stream)
    streams.open(stream, [], () => open.delete(stream.from))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const reader = (name: string) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(`GET /${name} HTTP/1.1\r\nHost: x\r\n\r\n`)
    return socket
  }
  const eager = reader('eager').resume()
  const lazy = reader('lazy').pause()
  await expect.poll(() => [...open.keys()].sort()).toEqual(['/eager', '/lazy'])

  const large = eventOf('parts', { html: 'x'.repeat(50_000) })
  for (let sent = 0; open.has('/lazy') && sent < 2000; sent++) {
    streams.write(open.values(), large)
    await new Promise(setImmediate)
  }
  expect([...open.keys()]).toEqual(['/eager'])
  expect(streams.count()).toBe(1)

  streams.close()
  eager.destroy()
  lazy.destroy()
  server.closeAllConnections()
  server.close()
})
