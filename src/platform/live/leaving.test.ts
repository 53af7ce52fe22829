import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import type { Place } from './followed.ts'
import { createLive, type LiveWorld } from './live.ts'

const place = { key: '/en', topics: [], may: () => true } as unknown as Place
const world = {
  locate: () => place,
  obtain: async () => ({ status: 200, headers: [], body: Buffer.from('') }),
  topics: { onTouch: () => () => undefined },
  headers: [],
} as unknown as LiveWorld

it('opens no stream for whoever has left before it is known who they are', async () => {
  const live = createLive(world)
  const asked = Promise.withResolvers<void>()
  const refused = Promise.withResolvers<number | null>()
  const server = createServer(async (request, response) => {
    asked.resolve()
    await once(response, 'close')
    const reader = { from: '127.0.0.1', personal: false, actor: ANONYMOUS }
    refused.resolve(live.open(request, response, reader))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET /live?path=%2Fen HTTP/1.1\r\nHost: x\r\n\r\n')
  await asked.promise
  socket.destroy()
  expect(await refused.promise).toBeNull()
  expect(live.counts).toMatchObject({ streams: 0, pages: 0 })
  live.close()
  server.close()
})
