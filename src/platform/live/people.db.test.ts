import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boards, hangBoards } from '../../testing/web/board.tsx'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { listenTo } from '../../testing/web/stream.ts'
import { type World, world } from '../../testing/world.ts'
import { notifyTopics } from '../command/notices.ts'
import { accountTopic, personalTopic } from '../command/topic.ts'

const PATH = '/en/seoul2021/board'
let w: World
let site: OpenSite

beforeAll(async () => {
  w = await world({ features: boards })
  await hangBoards(w.database, { conference: 'seoul2021', text: 'Welcome', opens: null })
  site = await openSite(w)
  // Notices are heard in their order: after this one, that the board was hung is news to nobody any more.
  const first = await listenTo(site.origin, [PATH], { authorization: 'Bearer first' })
  await first.next('stamp')
  await touch(accountTopic('first'))
  await first.ended
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const touch = (...topics: string[]) =>
  w.database.write.transaction().execute((db) => notifyTopics(db, topics))

describe('what only one person sees', () => {
  it('changes the pages of that person, on every device, and nobody else’s', async () => {
    const listen = (headers = {}) => listenTo(site.origin, [PATH], headers)
    const kim = { authorization: 'Bearer kim' }
    const desk = await listen(kim)
    const phone = await listen(kim)
    const park = await listen({ authorization: 'Bearer park' })
    const anybody = await listen()
    await Promise.all([desk, phone, park, anybody].map((one) => one.next('stamp')))

    await touch(personalTopic('kim'))
    expect((await desk.next('stale')).data).toEqual({ path: PATH })
    expect((await phone.next('stale')).data).toEqual({ path: PATH })
    await touch(personalTopic('park'))
    await park.next('stale')
    expect([park, anybody].map(({ events }) => events.map(({ name }) => name))).toEqual([
      ['stamp', 'stale'],
      ['stamp'],
    ])
    for (const one of [desk, phone, park, anybody]) one.close()
  })

  it('ends with what lets somebody in: they are told, and come back as who they are then', async () => {
    const kim = await listenTo(site.origin, [PATH], { authorization: 'Bearer kim' })
    const park = await listenTo(site.origin, [PATH], { authorization: 'Bearer park' })
    await Promise.all([kim, park].map((one) => one.next('stamp')))
    await touch(accountTopic('kim'))
    await kim.ended
    expect(kim.events.at(-1)).toMatchObject({ name: 'stale', data: { path: PATH } })
    await touch(accountTopic('park'))
    await park.ended
  })
})
