import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { boards, hangBoards } from '../../testing/web/board.tsx'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type Listener, listenTo } from '../../testing/web/stream.ts'
import { type World, world } from '../../testing/world.ts'

const OPENS = Temporal.Instant.from('2021-12-07T10:30:00Z')
const PATH = '/en/seoul2021/board'
let w: World
let site: OpenSite

beforeAll(async () => {
  w = await world({ features: boards })
  await hangBoards(
    w.database,
    { conference: 'seoul2021', text: 'Welcome', opens: null },
    { conference: 'accra2023', text: 'Akwaaba', opens: OPENS },
  )
  site = await openSite(w, { limits: { streams: { perAddress: 3, paths: 4, backlog: 100_000 } } })
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const write = (text: string, conference = 'seoul2021') =>
  w.perform(ANONYMOUS, boards[0]?.commands?.[0] as never, { conference, text })

/** Opens a stream, and closes it whatever happens. */
async function during(
  paths: readonly string[],
  deed: (listener: Listener) => Promise<void>,
  headers: Record<string, string> = {},
) {
  const listener = await listenTo(site.origin, paths, headers)
  try {
    await deed(listener)
  } finally {
    listener.close()
    await listener.ended
  }
}
const stampOf = async (path: string) =>
  /<meta name="plenum-stamp" content="([^"]+)">/.exec(await (await site.get(path)).text())?.[1]

describe('a live page', () => {
  it('tells first which state it is in, so that a browser knows what it missed', () =>
    during([PATH], async (listener) => {
      expect(listener.headers['content-type']).toBe('text/event-stream; charset=utf-8')
      expect(listener.headers['x-accel-buffering']).toBe('no')
      expect(listener.headers['cache-control']).toBe('no-store, no-transform')
      expect((await listener.next('stamp')).data).toEqual({
        path: PATH,
        stamp: await stampOf(PATH),
      })
    }))

  it('is followed by what changed outside of its parts as «stale», inside as parts', () =>
    during(['/en/accra2023/board', PATH], async (listener) => {
      await listener.next('stamp')
      await listener.next('stamp')
      const before = await stampOf('/en/accra2023/board')
      w.clock.turnTo(OPENS)
      const { data } = await listener.next('parts')
      expect(data).toEqual({
        path: '/en/accra2023/board',
        from: before,
        to: await stampOf('/en/accra2023/board'),
        html: '<turbo-stream action="replace" method="morph" target="state"><template><div id="state"><p>open</p></div></template></turbo-stream>',
      })
      // The title stands outside of every part.
      await write('Moved')
      expect((await listener.next('stale')).data).toEqual({ path: PATH })
    }))

  it('is rendered once for all who follow it', async () => {
    const listeners = await Promise.all([1, 2, 3].map(() => listenTo(site.origin, [PATH])))
    for (const listener of listeners) await listener.next('stamp')
    const before = site.costs.length
    await write('Once')
    for (const listener of listeners) await listener.next('stale')
    expect(site.costs.length - before).toBe(1)
    for (const listener of listeners) listener.close()
    await Promise.all(listeners.map((listener) => listener.ended))
  })

  it('says nothing of a change that it does not show', () =>
    during([PATH], async (listener) => {
      await listener.next('stamp')
      await write('Elsewhere', 'accra2023')
      await write('Here')
      expect((await listener.next('stale')).data).toEqual({ path: PATH })
      expect(listener.events.map((event) => event.name)).toEqual(['stamp', 'stale'])
    }))

  it('tells somebody with rights only that it is stale', () =>
    during(
      ['/en/accra2023/board'],
      async (listener) => {
        expect((await listener.next('stamp')).data).toEqual({
          path: '/en/accra2023/board',
          stamp: null,
        })
        await write('For all', 'accra2023')
        await listener.next('stale')
        expect(JSON.stringify(listener.events)).not.toContain('turbo-stream')
      },
      { Authorization: 'Bearer kim' },
    ))
})

describe('a stream is refused', () => {
  it.each([
    ['nothing to follow', [], 400],
    ['a page that is none', ['/en/nowhere'], 400],
    ['a file', ['/en/seoul2021/board.txt'], 400],
    ['another site', ['https://evil.example/'], 400],
    ['too many pages', ['ar', 'en', 'es', 'fr', 'ko'].map((l) => `/${l}/seoul2021/board`), 400],
  ])('for %s', async (_, paths, status) => {
    const listener = await listenTo(site.origin, paths)
    listener.close()
    expect(listener.status).toBe(status)
  })

  it('to the page of another site', async () => {
    const listener = await listenTo(site.origin, [PATH], { 'Sec-Fetch-Site': 'cross-site' })
    listener.close()
    expect(listener.status).toBe(403)
  })

  it('beyond what one address may open, and given again when one was left', async () => {
    const open = await Promise.all([1, 2, 3].map(() => listenTo(site.origin, [PATH])))
    const fourth = await listenTo(site.origin, [PATH])
    fourth.close()
    expect(fourth.status).toBe(429)
    for (const listener of open) listener.close()
    await Promise.all(open.map((listener) => listener.ended))
    await expect
      .poll(async () => {
        const again = await listenTo(site.origin, [PATH])
        again.close()
        return again.status
      })
      .toBe(200)
  })
})

describe('the end of the process', () => {
  it('ends every stream, so that browsers come back to another', async () => {
    const other = await openSite(w)
    const listener = await listenTo(other.origin, [PATH])
    await listener.next('stamp')
    await other.close()
    await listener.ended
  })
})
