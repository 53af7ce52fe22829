import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boards, hangBoards } from '../../testing/web/board.tsx'
import { beginNotes, notes } from '../../testing/web/notes.tsx'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type Listener, listenTo } from '../../testing/web/stream.ts'
import { type World, world } from '../../testing/world.ts'
import { notifyTopics } from '../command/notices.ts'

const BOARD = '/en/seoul2021/board'
const NOTES = '/en/seoul2021/notes'
let w: World
let site: OpenSite

beforeAll(async () => {
  w = await world({ features: [...boards, notes] })
  await hangBoards(w.database, { conference: 'seoul2021', text: 'Welcome', opens: null })
  await beginNotes(w.database, { conference: 'seoul2021', text: 'Secret' })
  site = await openSite(w)
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const touch = (...topics: string[]) =>
  w.database.write.transaction().execute((db) => notifyTopics(db, topics))

const toldOf = ({ events }: Listener, path: string) =>
  events.filter(({ data }) => data.path === path).map(({ name }) => name)

describe('a page that not everybody may read', () => {
  it('tells whoever may not read it nothing, not even that it changed', async () => {
    const kim = await listenTo(site.origin, [BOARD, NOTES], { authorization: 'Bearer kim' })
    const anybody = await listenTo(site.origin, [BOARD, NOTES])
    await Promise.all([kim, anybody].map((one) => one.next('stamp')))
    await touch('notes/seoul2021')
    await expect.poll(() => toldOf(kim, NOTES)).toContain('stale')
    await touch('board/seoul2021')
    await expect.poll(() => toldOf(kim, BOARD)).toContain('stale')
    expect(toldOf(anybody, BOARD)).toContain('stamp')
    expect(toldOf(anybody, NOTES)).toEqual([])
    for (const one of [kim, anybody]) one.close()
  })

  it('is followed by nobody who reads nothing else', async () => {
    const anybody = await listenTo(site.origin, [NOTES])
    expect(anybody.status).toBe(403)
    anybody.close()
  })
})
