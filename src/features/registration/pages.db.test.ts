import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { paperBy, photoBy } from '../../testing/delegations/files.ts'
import { focalPoint, holder, SEOUL } from '../../testing/delegations/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { giveBack } from '../delegations/participants/decide.commands.ts'
import { everyParticipant } from '../delegations/participants/queries.ts'
import { setForm, takeForm } from './forms.commands.ts'
import { formOf } from './queries.ts'

const conference = SEOUL
const host = holder('host-secretariat')
const ACTORS = new Map([
  ['host', host],
  ['kenya', focalPoint('KEN')],
  ['protocol', holder('protocol')],
])

let w: World
let site: OpenSite
let key = ''

beforeAll(async () => {
  w = await world({ shipped: true })
  w.clock.turnTo('2021-10-01T00:00:00Z')
  site = await openSite(w, {
    authenticate: (request) =>
      ACTORS.get(request.headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? ANONYMOUS,
  })
  for (const kind of ['media', 'staff']) await w.perform(host, takeForm, { conference, kind })
  const kept = await formOf(w.read, SEOUL, 'media')
  const closes = { day: '2021-12-01', clock: '18:00' }
  await w.perform(host, setForm, { ...kept?.form, open: true, closes, most: 5 })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const get = (path: string, as = '', language = 'en') =>
  site.get(`/${language}/seoul2021${path}`, as ? { Authorization: `Bearer ${as}` } : {})
const html = async (path: string, as = '', language = 'en') =>
  (await get(path, as, language)).text()
const send = async (command: string, fields: Record<string, string>, as = '', language = 'en') => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const answer = await fetch(`${site.origin}/${language}/deeds/${command}`, {
    ...{ method: 'POST', body, redirect: 'manual' },
    headers: { 'Sec-Fetch-Site': 'same-origin', ...(as && { Authorization: `Bearer ${as}` }) },
  })
  return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() }
}
const keyIn = async (address: string) =>
  (await w.letters())
    .filter((one) => one.address === address)
    .flatMap(({ text }) => [...(text ?? '').matchAll(/registration\?key=(\w+)/g)])
    .at(-1)?.[1] ?? ''

describe('the public forms', () => {
  it('are found from the conference while they are open, and by nobody after that', async () => {
    expect(await html('')).toContain('/en/seoul2021/register/media')
    const forms = await html('/register')
    expect(forms).toContain('/register/media')
    expect(forms).not.toContain('/register/staff')
    expect((await get('/register/nothing')).status).toBe(404)
    expect(await html('/register/staff')).toContain('Registration is closed.')
  })

  it('send a link to an address, in the language of the page, without an account', async () => {
    const page = await html('/register/media', '', 'ar')
    expect(page).toContain('name="language" value="ar"')
    expect(page).toContain('name=":key"')
    expect((await get('/register/media')).headers.get('cache-control')).toContain('no-store')
    const typed = {
      ':page': '/seoul2021/register/media',
      conference,
      kind: 'media',
      language: 'ar',
    }
    const wrong = await send('registration.begin', { ...typed, address: 'nobody' })
    expect(wrong.status).toBe(422)
    expect(wrong.page).toContain('value="nobody"')
    const done = await send('registration.begin', {
      ...{ ...typed, address: 'ada@example.org' },
      ':then': '/seoul2021/register/media?sent=1',
    })
    expect([done.status, done.to]).toEqual([303, '/en/seoul2021/register/media?sent=1'])
    key = await keyIn('ada@example.org')
    expect(key).toHaveLength(64)
  })
})

describe('the page behind a link', () => {
  const own = () => `/registration?key=${key}`
  const about = () => ({ ':page': `/seoul2021${own()}`, conference, key })

  it('asks what the form asks, and says at each field what is missing', async () => {
    const page = await html(own(), '', 'fr')
    expect(page).toContain('name="person.answers.medium"')
    expect(page).toContain('name="person.answers.work--reporting"')
    const refused = await send('registration.register', {
      ...{ ...about(), 'person.name': 'Ada Lovelace', 'person.sortName': 'Lovelace, Ada' },
      ...{ 'person.organisation': 'Gazette', 'person.answers.equipment': '3 × 📷' },
    })
    expect(refused.status).toBe(422)
    expect(refused.page).toContain('form-registration-register-person-answers-medium-wrong')
    expect(refused.page).toContain('form-registration-register-person-photo-wrong')
    expect(refused.page).toContain('3 × 📷</textarea>')
  })

  it('then shows how far it is, and is changed where it came back', async () => {
    const filled = {
      ...{ ...about(), 'person.name': 'Ada <Lovelace>', 'person.sortName': 'Lovelace, Ada' },
      ...{ 'person.organisation': 'Gazette', 'person.photo': await photoBy(w, ANONYMOUS) },
      ...{ 'person.answers.medium': 'radio', 'person.answers.work--reporting': 'true' },
      'person.answers.letter': await paperBy(w, ANONYMOUS),
    }
    const done = await send('registration.register', filled)
    expect(done.status).toBe(303)
    expect((await send('registration.register', filled)).status).toBe(303)
    const [someone, ...others] = await everyParticipant(w.read, SEOUL)
    expect(others).toEqual([])
    const page = await html(own())
    expect(page).toContain('Ada &lt;Lovelace&gt;')
    expect(page).toContain('is being considered')
    await w.perform(host, giveBack, {
      ...{ conference, participants: [someone?.id], reason: 'The letter cannot be read.' },
    })
    const returned = await html(own(), '', 'ar')
    expect(returned).toContain('The letter cannot be read.')
    expect(returned).toContain('action="/ar/deeds/registration.change"')
    const file = `/people/${someone?.id}/answer/letter`
    expect((await get(file, 'host')).status).toBe(200)
    expect((await get(file, 'kenya')).status).toBe(403)
    expect((await get(file.replace('letter', 'medium'), 'host')).status).toBe(404)
  })

  it('says that it is no longer valid, whoever asks', async () => {
    for (const secret of ['', 'x', `${'0'.repeat(64)}`]) {
      expect(await html(`/registration?key=${secret}`)).toContain('no longer valid')
    }
    const elsewhere = await site.get(`/en/accra2023/registration?key=${key}`)
    expect(await elsewhere.text()).toContain('no longer valid')
    expect((await send('registration.erase', about())).status).toBe(303)
    expect(await html(own())).toContain('no longer valid')
  })
})

describe('the desk of forms', () => {
  it('is the secretariat’s alone', async () => {
    for (const path of ['', '/media', '/media/new']) {
      const statuses = ['host', 'protocol', 'kenya', ''].map(
        async (as) => (await get(`/desk/registration${path}`, as)).status,
      )
      expect(await Promise.all(statuses), path).toEqual([200, 403, 403, 303])
    }
  })

  it('opens and rewords a form, and drops a question that was emptied', async () => {
    const kept = await formOf(w.read, SEOUL, 'staff')
    const text = (path: string, value: string) => ({
      [`~${path}.original`]: 'en',
      [`${path}.in.en.value`]: value,
      [`~${path}.in.en.status`]: 'authentic',
    })
    const typed = {
      ...{ ':page': '/seoul2021/desk/registration/staff', ':seen': `${kept?.version}` },
      ...{
        conference,
        kind: 'staff',
        open: 'true',
        'closes.day': '',
        'closes.clock': '',
        most: '',
      },
      ...{ organisation: 'asked', photo: 'asked', kept: 'record', ...text('name', 'Staff') },
      ...{ 'fields.0.id': '', '~fields.0.kind': 'choice', '~fields.0.kept': 'record' },
      ...{ '~fields.0.required': 'true', ...text('fields.0.label', '') },
      ...{ 'fields.1.id': 'team', '~fields.1.kind': 'line', '~fields.1.kept': 'record' },
      ...{ '~fields.1.required': 'true', ...text('fields.1.label', 'Which team?') },
    }
    const done = await send('registration.set-form', typed, 'host')
    expect(done.status).toBe(303)
    const now = (await formOf(w.read, SEOUL, 'staff'))?.form
    expect([now?.open, now?.fields.map(({ id, kind, required }) => [id, kind, required])]).toEqual([
      true,
      [['team', 'line', true]],
    ])
    expect(await html('/register')).toContain('/register/staff')
  })
})
