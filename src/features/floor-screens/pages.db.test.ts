import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { settingsOf } from '../../testing/floor.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { listenTo } from '../../testing/web/stream.ts'
import { type World, world } from '../../testing/world.ts'
import { inscribe } from '../floor/deeds/asking.commands.ts'
import { raisePoint } from '../floor/deeds/interventions.commands.ts'
import * as run from '../floor/deeds/running.commands.ts'
import { open, setUp } from '../floor/deeds/settings.commands.ts'
import type { Settings } from '../floor/queue/settings.ts'
import { publishedProgramme } from '../programme/queries.ts'

const SEOUL = ConferenceId.parse('seoul2021')
const HIDDEN = 'Held Back'

const as = (role: Actor['grants'][0]['role'], party?: string): Actor => ({
  ...{ kind: 'account', id: role },
  grants: [{ role, conference: SEOUL, ...(party && { party }) }],
})
const desk = as('floor-desk')
const READERS: Record<string, Actor> = {
  chair: as('co-chair', 'KOR'),
  interpreter: as('interpreter'),
  delegate: as('delegate', 'KEN'),
  desk,
}

let w: World
let site: OpenSite
beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, {
    authenticate: ({ headers }) =>
      READERS[headers.get('authorization')?.replace('Bearer ', '') ?? ''] ?? ANONYMOUS,
  })
}, 120_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const get = async (path: string, reader?: string) => {
  const answer = await site.get(path, reader ? { authorization: `Bearer ${reader}` } : {})
  return { answer, status: answer.status, html: await answer.text() }
}

/** Sets up the list of a session; the ways to do something to it. */
async function list(slug: string, more: Partial<Settings> = {}) {
  const programme = await publishedProgramme(w.read, SEOUL)
  const session = SessionId.parse(programme?.sessions.find((one) => one.slug === slug)?.id)
  const of = { conference: SEOUL, session }
  const does = (command: Parameters<World['perform']>[1], input: object = {}) =>
    w.perform(desk, command, { ...of, ...input })
  await does(setUp, { settings: settingsOf(more) })
  await does(open)
  const asks = (party: string, input: object = {}) =>
    does(inscribe, { party, rank: 'minister', ...input })
  return { does, asks, at: (screen = '') => `/en/${SEOUL}/floor/${slug}${screen}` }
}

describe('the screens of a list', () => {
  const SCREENS = ['', '/hall', '/rostrum', '/embed']
  let here: Awaited<ReturnType<typeof list>>
  beforeAll(async () => {
    here = await list('session-1')
    await here.asks('KEN', {
      language: 'fr',
      speaker: { name: HIDDEN, latinName: null, styles: {}, functions: null, unpublished: true },
    })
    await here.asks('IRN', { language: 'en' })
    await here.asks('MAR', { onBehalfOf: 'Group of African States' })
    await here.does(run.beginSession)
    await here.does(run.giveFloor)
  })

  it.each(SCREENS)('say who speaks and who comes next: %s', async (screen) => {
    const { status, html } = await get(here.at(screen))
    expect(status).toBe(200)
    expect(html).toMatch(/Kenya[\s\S]*Iran \(Islamic Republic of\)/)
    expect(html).not.toContain(HIDDEN)
  })

  it.each(LANGUAGES)('stand in %s', async (language) => {
    for (const screen of SCREENS) {
      const { status } = await get(here.at(screen).replace('/en/', `/${language}/`))
      expect(status).toBe(200)
    }
    expect((await get(`/${language}/seoul2021/floor`)).status).toBe(200)
  })

  it('carry what a browser counts down by, and when it ends for one that does not', async () => {
    const { html } = await get(here.at())
    expect(html).toMatch(/data-limit="\d+" data-amber="\d+" data-red="\d+" data-spent="0"/)
    expect(html).toContain(`data-since="${w.clock.now().epochMilliseconds}"`)
    expect(html).toContain('Speaking time ends:')
    expect(html).toMatch(/<noscript><meta http-equiv="refresh"/)
  })

  it('are kept for everybody, whatever second it is', async () => {
    await get(here.at('/hall'))
    const before = site.costs.length
    w.clock.advance({ seconds: 3 })
    await get(here.at('/hall'))
    expect(site.costs.length).toBe(before)
  })

  it('are told of a deed at once, as parts', async () => {
    const paths = SCREENS.slice(0, 3).map((screen) => here.at(screen))
    const listener = await listenTo(site.origin, paths)
    for (const _ of paths) await listener.next('stamp')
    await here.does(raisePoint, { party: 'FRA' })
    for (const _ of paths) {
      const { data } = await listener.next('parts')
      expect(data.html).toContain('France')
    }
    await here.does(run.undo)
    listener.close()
  })

  it('may be framed by any site only where no script runs', async () => {
    const policy = async (screen: string) =>
      (await get(here.at(screen))).answer.headers.get('content-security-policy')
    expect(await policy('/embed')).toContain('frame-ancestors *')
    for (const screen of ['', '/hall', '/rostrum']) {
      expect(await policy(screen)).toContain("frame-ancestors 'none'")
    }
    expect((await get(here.at('/embed'))).html).not.toContain('<script')
  })

  it('are linked from the session, the conference and the list of all lists', async () => {
    expect((await get('/en/seoul2021/programme/session-1')).html).toContain(here.at())
    expect((await get('/en/seoul2021')).html).toContain('/en/seoul2021/floor"')
    expect((await get('/en/seoul2021/floor')).html).toContain(here.at())
    expect((await get('/en/accra2023')).html).not.toContain('/accra2023/floor')
  })

  it('are not there for a session without a list, or for none', async () => {
    expect((await get('/en/seoul2021/floor/closing')).status).toBe(404)
    expect((await get('/en/seoul2021/floor/nothing')).status).toBe(404)
    expect((await get('/en/nowhere1/floor')).status).toBe(404)
    expect((await get('/en/accra2023/floor')).html).toContain('No session of this conference')
  })

  it('show whoever presides or interprets the chair’s view, and nobody else', async () => {
    expect((await get(here.at('/chair'))).status).toBe(303)
    expect((await get(here.at('/chair'), 'delegate')).status).toBe(404)
    for (const reader of ['chair', 'interpreter', 'desk']) {
      const { status, html } = await get(here.at('/chair'), reader)
      expect(status).toBe(200)
      expect(html).toContain('No right of reply has been requested')
      expect(html).toContain('until the planned end')
    }
  })
})

describe('who asks at once for a page that has changed', () => {
  it('is whoever runs or presides, never the many who only watch', async () => {
    const here = await list('session-3')
    const isFew = async (screen: string, reader?: string) =>
      (await get(here.at(screen), reader)).html.includes('data-few')
    for (const reader of ['chair', 'interpreter', 'desk']) {
      for (const screen of ['/hall', '/rostrum', '/chair']) {
        expect(await isFew(screen, reader), `${screen} ${reader}`).toBe(true)
      }
    }
    for (const screen of ['', '/hall', '/rostrum']) {
      expect(await isFew(screen), screen).toBe(false)
      expect(await isFew(screen, 'delegate'), screen).toBe(false)
    }
    const running = await get('/en/seoul2021/desk/floor/session-3', 'desk')
    expect(running.html).toContain('data-few')
  })
})

describe('a list that is not for everybody yet', () => {
  it('tells whoever takes part, and nobody else, who is on it', async () => {
    const held = await list('session-2', { listed: 'after', countdown: 'room' })
    await held.asks('KEN')
    await held.asks('FRA')
    await held.does(run.beginSession)
    await held.does(run.giveFloor)
    for (const screen of ['', '/hall', '/rostrum', '/embed']) {
      expect((await get(held.at(screen))).html).not.toMatch(/Kenya|France|speech-clock class/)
    }
    expect((await get(held.at())).html).toContain('becomes public once the session is over')
    expect((await get(held.at('/hall'), 'delegate')).html).toContain('Kenya')
    await held.does(run.endFloor)
    await held.does(run.adjourn)
    expect((await get(held.at())).html).toContain('Kenya')
  })
})

describe('the time of the server', () => {
  it('is told to whoever asks, and kept by nobody', async () => {
    const answer = await site.get('/clock')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(await answer.text()).toBe(`${w.clock.now().epochMilliseconds}`)
  })
})
