import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../../kernel/actor.ts'
import { SessionId } from '../../../kernel/ids.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { holder, SEOUL } from '../../../testing/delegations/people.ts'
import { settingsOf } from '../../../testing/floor.ts'
import { aPerson, nobodyNow } from '../../../testing/people.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import { setUp } from '../../floor/deeds/settings.commands.ts'
import { publishedProgramme } from '../../programme/queries.ts'

const desk = holder('floor-desk')
const host = holder('host-secretariat')
const AT = '/seoul2021/desk/floor/session-1/settings'

let w: World
let site: OpenSite
let session: SessionId
const people: Record<string, Actor> = { desk, host }

beforeAll(async () => {
  w = await world({ shipped: true })
  people.kenya = await aPerson(w, { role: 'co-chair', party: 'KEN', name: 'Monica Juma' })
  people.norway = await aPerson(w, { role: 'co-chair', party: 'NOR', name: 'Odd-Inge Kvalheim' })
  people.delegate = await aPerson(w, { role: 'delegate', party: 'MAR', name: 'أمينة بنعلي' })
  site = await openSite(w, {
    authenticate: ({ headers }) =>
      people[headers.get('authorization')?.replace('Bearer ', '') ?? ''] ?? ANONYMOUS,
  })
  const programme = await publishedProgramme(w.read, SEOUL)
  session = SessionId.parse(programme?.sessions.find(({ slug }) => slug === 'session-1')?.id)
  await w.perform(desk, setUp, { conference: SEOUL, session, settings: settingsOf() })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const get = async (path: string, as: string) => {
  const answer = await site.get(path, { authorization: `Bearer ${as}` })
  return { status: answer.status, text: await answer.text() }
}
const view = (as: string) => get('/en/seoul2021/floor/session-1/chair', as)
/** Sends a form of the page as a browser without a script does. */
const sends = async (as: string, deed: 'name-chair' | 'end-chair', account = '') =>
  site.raw(
    'POST',
    `/en/deeds/floor.${deed}`,
    {
      ...{ authorization: `Bearer ${as}`, origin: 'http://plenum.test' },
      'content-type': 'application/x-www-form-urlencoded',
    },
    new URLSearchParams({
      ...{ ':page': AT, ':of': '', ':then': AT, ':key': crypto.randomUUID() },
      ...{ conference: SEOUL, session, account },
    }).toString(),
  )

describe('who presides over a session', () => {
  it('is said on the page of its rules, in every language, and named by the secretariat there', async () => {
    for (const language of LANGUAGES) {
      const { status, text } = await get(`/${language}${AT}`, 'host')
      expect(status).toBe(200)
      expect(text).toContain('/deeds/floor.name-chair')
      expect(text).toContain('Monica Juma · ')
    }
    const { text } = await get(`/en${AT}`, 'desk')
    expect(text).toContain('Nobody is named')
    expect(text).not.toMatch(/name-chair|Monica Juma/)
  })

  it('is every co-chair until somebody is named, and then whoever is named', async () => {
    expect((await view('kenya')).status).toBe(200)
    expect((await view('delegate')).status).toBe(404)
    expect((await sends('desk', 'name-chair', people.delegate?.id)).status).toBe(403)
    expect((await sends('host', 'name-chair')).status).toBe(422)
    expect((await sends('host', 'name-chair', people.delegate?.id)).status).toBe(303)
    expect((await view('delegate')).status).toBe(200)
    for (const other of ['kenya', 'norway']) expect((await view(other)).status).toBe(404)
    for (const always of ['desk', 'host']) expect((await view(always)).status).toBe(200)
    const { text } = await get(`/en${AT}`, 'host')
    expect(text).toMatch(/أمينة بنعلي[\s\S]*Delegate[\s\S]*Morocco[\s\S]*end-chair/)
    const list = (as: string) => get('/en/seoul2021/floor/session-1', as)
    expect((await list('kenya')).text).not.toContain('session-1/chair"')
    expect((await list('delegate')).text).toContain('session-1/chair"')
  })

  it('is nobody who takes part no longer, and that is said', async () => {
    people.delegate = { ...(people.delegate as Actor), grants: [] }
    await nobodyNow(w, people.delegate)
    expect((await view('delegate')).status).toBe(403)
    const { text } = await get(`/en${AT}`, 'host')
    expect(text).toContain('Takes part in the conference no longer')
    expect((await sends('host', 'end-chair', people.delegate.id)).status).toBe(303)
    expect((await view('kenya')).status).toBe(200)
  })
})
