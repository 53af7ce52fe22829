import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Role } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { settingsOf } from '../../testing/floor.ts'
import { text } from '../../testing/sessions.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { inscribe, insert } from '../floor/deeds/asking.commands.ts'
import * as run from '../floor/deeds/running.commands.ts'
import { setUp } from '../floor/deeds/settings.commands.ts'
import type { OfList } from '../floor/model.ts'
import { foldedOf, sessionCalled } from '../floor/queries.ts'
import type { Settings } from '../floor/queue/settings.ts'
import { addSession } from '../programme/commands.ts'
import { floorDesk } from './feature.ts'

const SEOUL = ConferenceId.parse('seoul2021')

const holding = (role: Role, conference = 'seoul2021', party?: string): Actor => ({
  ...{ kind: 'account', id: `${role} ${conference}` },
  grants: [{ role, conference, ...(party && { party }) }],
})
const ACTORS = {
  desk: holding('floor-desk'),
  host: holding('host-secretariat'),
  chair: holding('co-chair', 'seoul2021', 'KOR'),
  kenya: holding('focal-point', 'seoul2021', 'KEN'),
  protocol: holding('protocol'),
  accra: holding('floor-desk', 'accra2023'),
} as const

let w: World
let site: OpenSite
beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, {
    authenticate: (request) => {
      const as = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
      return ACTORS[as as keyof typeof ACTORS] ?? ANONYMOUS
    },
  })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

let sessions = 0
interface Given extends OfList {
  slug: string
}
/** A session with a list of its own, to which some delegations are inscribed. */
async function list(parties: readonly string[] = [], more: Partial<Settings> = {}): Promise<Given> {
  sessions += 1
  const slug = `floor-${sessions}`
  const session = {
    ...{ slug, kind: 'plenary', title: text(`Session ${sessions}`), day: '2021-12-07' },
    ...{ start: '09:00', end: '10:00' },
  }
  await w.perform(ACTORS.host, addSession, { conference: SEOUL, session })
  const found = await sessionCalled(w.read, SEOUL, slug)
  if (!found) throw new RangeError('The session was added')
  const of = { conference: SEOUL, session: found.id }
  await w.perform(ACTORS.desk, setUp, { ...of, settings: settingsOf(more) })
  for (const party of parties) {
    await w.perform(ACTORS.desk, inscribe, { ...of, party, rank: 'minister' })
  }
  return { ...of, slug }
}
const bare = ({ conference, session }: Given): OfList => ({ conference, session })

const address = ({ slug }: Given, more = '') => `/seoul2021/desk/floor/${slug}${more}`
const get = (path: string, as: string, language = 'en') =>
  site.get(`/${language}${path}`, { Authorization: `Bearer ${as}` })
const html = async (of: Given, more = '', as = 'desk', language = 'en') =>
  (await get(address(of, more), as, language)).text()
const statuses = async (path: string) =>
  Promise.all(
    ['desk', 'host', 'chair', 'kenya', 'protocol', 'accra', 'nobody'].map(
      async (as) => (await get(path, as)).status,
    ),
  )
/** Sends a form of a desk as its page would. */
const send = (of: Given, deed: string, fields: Record<string, string>, seen: number, as = 'desk') =>
  site.raw(
    'POST',
    `/en/deeds/floor.${deed}`,
    {
      ...{ Authorization: `Bearer ${as}`, 'Content-Type': 'application/x-www-form-urlencoded' },
      'Sec-Fetch-Site': 'same-origin',
    },
    new URLSearchParams({
      ...{ ':page': address(of), ':of': '', ':key': crypto.randomUUID(), ':seen': `${seen}` },
      ...{ conference: of.conference, session: of.session, ...fields },
    }).toString(),
  )
const seqOf = async (of: Given) => (await foldedOf(w.read, bare(of)))?.seq ?? 0
const offers = (page: string, deed: string) => page.includes(`/deeds/floor.${deed}"`)

describe('the pages of the desk', () => {
  it('are for the desk and the secretariats of the conference alone', async () => {
    const of = await list(['KEN'])
    const nobodyElse = [200, 200, 403, 403, 403, 403, 303]
    for (const more of ['/settings', '/history', '/summary', '/list.pdf', '/list.csv']) {
      expect(await statuses(address(of, more)), more).toEqual(nobodyElse)
    }
    expect(await statuses('/seoul2021/desk/floor')).toEqual(nobodyElse)
    const speech = (await foldedOf(w.read, bare(of)))?.waiting[0]?.id
    expect(await statuses(address(of, `/speeches/${speech}`))).toEqual(nobodyElse)
  })

  it('let the chair in where the list says that the chair decides', async () => {
    const [closed, decides] = [await list(), await list([], { chairDecides: true })]
    expect((await get(address(closed), 'chair')).status).toBe(404)
    expect((await get(address(decides), 'chair')).status).toBe(200)
    expect((await get(address(decides), 'kenya')).status).toBe(404)
  })

  it('know no session that is not there', async () => {
    for (const more of ['', '/history', '/settings', '/summary', '/list.csv']) {
      const answer = await get(`/seoul2021/desk/floor/nowhere${more}`, 'desk')
      expect(answer.status, more).toBe(404)
    }
  })

  it('offer a list to every session, and lead to those that have one', async () => {
    const of = await list(['KEN', 'NOR'])
    const page = await (await get('/seoul2021/desk/floor', 'desk')).text()
    expect(page).toContain('value="un-plenary"')
    expect(page).toContain(`href="/en${address(of)}"`)
  })
})

describe('the desk in a session', () => {
  it('offers what the rule allows, and nothing else', async () => {
    const of = await list(['KEN', 'NOR'])
    const before = await html(of)
    expect(['begin-session', 'give-floor', 'next'].map((deed) => offers(before, deed))).toEqual([
      ...[true, false, false],
    ])
    await w.perform(ACTORS.desk, run.beginSession, bare(of))
    await w.perform(ACTORS.desk, run.giveFloor, bare(of))
    const speaks = await html(of)
    const deeds = ['give-floor', 'end-floor', 'next', 'pause', 'resume', 'adjourn', 'undo']
    expect(deeds.map((deed) => offers(speaks, deed))).toEqual([
      ...[false, true, true, true, false, false, true],
    ])
    expect(speaks).toContain('speech-clock')
    expect(await html(of, '', 'desk', 'ar')).toContain('dir="rtl"')
  })

  it('is refused what it saw too late, and told in words what happened since', async () => {
    const of = await list(['KEN', 'NOR'])
    await w.perform(ACTORS.desk, run.beginSession, bare(of))
    await w.perform(ACTORS.desk, run.giveFloor, bare(of))
    const seen = await seqOf(of)
    expect((await send(of, 'next', {}, seen)).status).toBe(303)
    const refused = await send(of, 'next', {}, seen, 'host')
    expect(refused.status).toBe(409)
    const page = refused.body.toString()
    expect(page).toContain('This was not done: the list had just changed.')
    const told = page.slice(page.indexOf('floor-refused'), page.indexOf('floor-stage'))
    expect(told).toContain('Floor given')
    expect(told).toContain('Norway')
    expect(told).not.toContain('Session begun')
    expect((await foldedOf(w.read, bare(of)))?.current?.speech.party).toBe('NOR')
  })

  it('keeps what was typed where the list changed meanwhile', async () => {
    const of = await list(['KEN', 'NOR'])
    await w.perform(ACTORS.desk, run.beginSession, bare(of))
    const seen = await seqOf(of)
    await w.perform(ACTORS.host, run.giveFloor, bare(of))
    const fields = { party: 'PRT', reason: 'protocol', to: '1', 'speaker.name': 'João <Silva>' }
    const refused = await send(of, 'insert', fields, seen)
    expect(refused.status).toBe(409)
    const page = refused.body.toString()
    expect(page).toContain('value="João &lt;Silva&gt;"')
    expect(page).toMatch(/<option value="PRT" selected[^>]*>Portugal/)
  })

  it('refuses an insertion without a reason at its field', async () => {
    const of = await list(['KEN'])
    await w.perform(ACTORS.desk, run.beginSession, bare(of))
    const refused = await send(of, 'insert', { party: 'PRT' }, await seqOf(of))
    expect(refused.status).toBe(422)
    expect(refused.body.toString()).toContain('id="form-floor-insert-reason-wrong"')
  })
})

describe('the rules of a list', () => {
  it('are refused where they contradict themselves, each at its field', async () => {
    const of = await list()
    const page = await html(of, '/settings')
    const [, seen = ''] = /name=":seen" value="([^"]+)"/.exec(page) ?? []
    const form = page.slice(page.indexOf('floor.change-settings'))
    expect(form).toContain('settings.limits.reply-second')
    const fields = {
      ...{ ':page': address(of, '/settings'), ':of': '', ':key': 'a', ':seen': seen },
      ...{ conference: SEOUL, session: of.session, 'settings.order': 'request' },
      ...{ 'settings.ways': 'in-person', 'settings.amber': '5', 'settings.red': '60' },
    }
    const refused = await site.raw(
      'POST',
      '/en/deeds/floor.change-settings',
      { Authorization: 'Bearer desk', 'Content-Type': 'application/x-www-form-urlencoded' },
      new URLSearchParams(fields).toString(),
    )
    expect(refused.status).toBe(422)
    expect(refused.body.toString()).toContain('settings-limits')
    await w.perform(ACTORS.desk, run.beginSession, bare(of))
    expect(await html(of, '/settings')).toContain('its rules stand')
  })
})

describe('papers and records', () => {
  const speaker = (name: string, unpublished = false) => ({
    ...{ name, latinName: null, styles: {}, functions: null, unpublished },
  })

  it('print the official list before and after, without names that are not for publication', async () => {
    const of = await list(['KEN'])
    await w.perform(ACTORS.desk, insert, {
      ...{ ...bare(of), party: 'NOR', reason: 'inscribed-late', to: 1 },
      speaker: speaker('Ingrid Hidden', true),
    })
    await w.perform(ACTORS.desk, insert, {
      ...{ ...bare(of), party: 'PRT', reason: 'protocol', speaker: speaker('=João Silva') },
    })
    const before = await html(of, '/list.csv')
    expect(before).toContain('Still to speak,NOR,Norway')
    expect(before).not.toContain('Ingrid')
    expect(before).toContain("'=João Silva")
    await w.perform(ACTORS.desk, run.beginSession, bare(of))
    await w.perform(ACTORS.desk, run.giveFloor, bare(of))
    w.clock.advance({ seconds: 90 })
    await w.perform(ACTORS.desk, run.endFloor, bare(of))
    await w.perform(ACTORS.desk, run.adjourn, bare(of))
    const after = await html(of, '/list.csv')
    expect(after).toMatch(/1,Have spoken,NOR,Norway,.*,09:00,09:01,1:30,5 minutes/)
    expect(after).toContain('Not reached,KEN,Kenya')
    for (const language of ['en', 'ar', 'ko']) {
      const paper = await get(address(of, '/list.pdf'), 'desk', language)
      expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      expect(Buffer.from(await paper.arrayBuffer()).toString('latin1')).toContain('%PDF-')
    }
  })

  it('tell every deed in words, and what was undone', async () => {
    const of = await list(['KEN', 'NOR'])
    await w.perform(ACTORS.desk, run.beginSession, bare(of))
    await w.perform(ACTORS.desk, run.giveFloor, bare(of))
    await w.perform(ACTORS.desk, run.endFloor, bare(of))
    await w.perform(ACTORS.desk, run.undo, bare(of))
    const page = (await html(of, '/history')).replace(/<[^>]+>/g, '')
    expect(page).toContain('End of the statement · Kenya')
    expect(page).toContain('Undone · Kenya · End of the statement')
  })

  it('lead to the screens of the room, and say nothing of an inscription that is not needed any more', async () => {
    const of = { ...bare(await list(['KEN'])), slug: `floor-${sessions}` }
    expect(await html(of)).not.toContain('Hall screen')
    expect(await html(of)).toContain('Inscription has not opened')
    await w.perform(ACTORS.desk, run.beginSession, bare(of))
    expect(await html(of)).not.toContain('Inscription has not opened')
    const session = await sessionCalled(w.read, SEOUL, 'session-1')
    const announced = { conference: SEOUL, session: session?.id }
    await w.perform(ACTORS.desk, setUp, { ...announced, settings: settingsOf() })
    const page = await (await get('/seoul2021/desk/floor/session-1', 'desk')).text()
    for (const screen of ['', '/hall', '/rostrum', '/chair', '/embed']) {
      expect(page).toContain(`href="/en/seoul2021/floor/session-1${screen}"`)
    }
  })

  it('say once, to whoever did it, what was just done and to whom', async () => {
    const of = await list(['KEN', 'NOR'])
    const told = async (command: string, seq: number, language = 'en') => {
      const path = `/${language}${address(of)}`
      const cookie = `plenum.done=floor.${command}&seq=${seq}@${path}`
      const answer = await site.get(path, {
        ...{ Authorization: 'Bearer desk', Cookie: cookie },
      })
      return /<p class="done" role="status">([^<]*)</.exec(await answer.text())?.[1] ?? null
    }
    const seq = async (deed: Parameters<typeof w.perform>[1], more = {}) =>
      Number((await w.perform(ACTORS.desk, deed, { ...bare(of), ...more })).answer.seq)
    const begun = await seq(run.beginSession)
    expect(await told('begin-session', begun)).toBe('Session begun')
    const speech = (await foldedOf(w.read, bare(of)))?.waiting[1]?.id
    const moved = await seq(run.move, { speech, to: 1, reason: 'protocol' })
    expect(await told('move', moved)).toBe('Moved · Norway · to place 1 · protocol')
    const undone = await seq(run.undo)
    expect(await told('undo', undone)).toBe('Undone · Norway · Moved')
    const given = await seq(run.giveFloor)
    expect(await told('give-floor', given)).toBe('Floor given · Kenya')
    expect(await told('give-floor', given, 'fr')).toBe('Parole donnée · Kenya')
    // A colleague was faster by a moment: the reader is still told of their own deed.
    await seq(run.pause)
    expect(await told('give-floor', given)).toBe('Floor given · Kenya')
    expect(await told('give-floor', 999)).toBe('Done.')
  })

  it('give statistics to the secretariats alone, and never by State', async () => {
    const of = await list(['KEN', 'NOR'])
    await w.perform(ACTORS.desk, run.beginSession, bare(of))
    await w.perform(ACTORS.desk, run.giveFloor, bare(of))
    await w.perform(ACTORS.desk, run.next, bare(of))
    await w.perform(ACTORS.desk, run.endFloor, bare(of))
    const [desk, host] = [await html(of, '/summary'), await html(of, '/summary', 'host')]
    expect(desk).not.toContain('By regional group')
    const statistics = host.slice(host.indexOf('By regional group'))
    expect(statistics).toContain('African States')
    expect(statistics).not.toContain('Kenya')
    expect(statistics).not.toMatch(/\d+%/)
  })
})

describe('what waits for the desk', () => {
  it('is lists to open, lists to settle and sessions that run', async () => {
    const count = async (name: string) => {
      const task = floorDesk.tasks?.find((one) => one.name === `floor-desk.${name}`)
      const asked = { conference: SEOUL, party: null, actor: ACTORS.desk, now: w.clock.now() }
      return (await task?.waits?.(w.read, asked))?.count ?? 0
    }
    const [lists, running] = [await count('lists'), await count('running')]
    const of = await list(['KEN'])
    expect(await count('lists')).toBe(lists + 1)
    await w.perform(ACTORS.desk, run.beginSession, bare(of))
    expect([await count('lists'), await count('running')]).toEqual([lists, running + 1])
    for (const task of floorDesk.tasks ?? []) {
      expect(task.at(ACTORS.kenya, { conference: SEOUL, party: null })).toBe(null)
      expect(task.at(ACTORS.desk, { conference: SEOUL, party: null })).toBe('/seoul2021/desk/floor')
    }
  })
})
