import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, OPERATOR } from '../../kernel/actor.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { createUploads } from '../../platform/files/uploads.ts'
import { paperBy, photoBy } from '../../testing/delegations/files.ts'
import { holder, person, SEOUL } from '../../testing/delegations/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { addMember } from '../delegations/participants/member.commands.ts'
import { setRules } from '../delegations/rules.commands.ts'
import { usualRules } from '../delegations/rules.model.ts'
import { invite } from '../people/commands.ts'
import { setForm, takeForm } from '../registration/forms.commands.ts'
import { formOf } from '../registration/queries.ts'
import { begin, register } from '../registration/register.commands.ts'

const OF = { conference: SEOUL }
const host = holder('host-secretariat')
let w: World
let site: OpenSite
let ada: Actor
let eve: Actor

beforeAll(async () => {
  w = await world({ shipped: true })
  ada = await accountOf('ada@mfa.example', 'Ada Ownself', 'GHA')
  eve = await accountOf('eve@mfa.example', 'Eve Otherwise', 'FRA')
  site = await openSite(w, {
    authenticate: (request) =>
      ({ ada, eve })[request.headers.get('authorization')?.replace('Bearer ', '') ?? ''] ??
      ANONYMOUS,
  })
  await w.perform(host, setRules, { ...usualRules(SEOUL), needsDocument: false, needsPhoto: false })
  await w.perform(host, reply, { ...OF, party: 'GHA', mode: 'in-person', level: 'minister' })
  await w.perform(ada, addMember, {
    ...{ ...OF, party: 'GHA', submit: true },
    person: person('Kofi Somebodyelse', { photo: await photoBy(w, ada) }),
  })
  await createUploads(w).keep(ada, new File([PDF], 'my own: note.pdf'))
  await w.letters()
}, 90_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

async function accountOf(address: string, name: string, party: string): Promise<Actor> {
  const { answer } = await w.perform(OPERATOR, invite, {
    ...{ address, name, language: 'en', role: 'focal-point', party, conference: SEOUL },
  })
  return {
    kind: 'account',
    id: `${answer.account}`,
    grants: [{ role: 'focal-point', conference: SEOUL, party }],
  }
}

/** Somebody registers by a link; answers its key. */
async function registered(address: string, name: string): Promise<string> {
  await w.perform(ANONYMOUS, begin, { ...OF, kind: 'media', address, language: 'en' })
  const text = (await w.letters()).filter((one) => one.address === address).at(-1)?.text ?? ''
  const key = /registration\?key=(\w+)/.exec(text)?.[1] ?? ''
  const answers = {
    medium: 'radio',
    'work--reporting': 'true',
    letter: await paperBy(w, ANONYMOUS),
  }
  await w.perform(ANONYMOUS, register, {
    ...{ ...OF, key },
    person: person(name, {
      ...{ organisation: 'Gazette', photo: await photoBy(w, ANONYMOUS), answers },
    }),
  })
  return key
}

/** What an archive holds, by name: texts, and files as texts of their bytes. */
async function unpacked(answer: Response): Promise<ReadonlyMap<string, string>> {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const zip = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false })
  const found = new Map<string, string>()
  for (const entry of await zip.getEntries()) {
    if (!entry.directory) found.set(entry.filename, await entry.getData(new TextWriter()))
  }
  return found
}
const ask = (path: string, as?: string) =>
  site.get(path, as ? { authorization: `Bearer ${as}` } : {})

describe('somebody with an account', () => {
  it('takes along everything that is held about them, and nobody else’s', async () => {
    const files = await unpacked(await ask('/en/account/data.zip', 'ada'))
    const data = JSON.parse(files.get('data.json') ?? '')
    expect(data.account).toMatchObject([{ name: 'Ada Ownself', address: 'ada@mfa.example' }])
    expect(data.roles).toMatchObject([{ role: 'focal-point', party: 'GHA', until: null }])
    expect(data.letters).toMatchObject([{ address: 'ada@mfa.example' }])
    expect(data.deeds.map(({ action }: { action: string }) => action)).toEqual([
      'people.invite',
      'delegations.add-member',
    ])
    expect(data.files).toMatchObject([{ name: 'my own_ note.pdf' }])
    expect(files.get(data.files[0].path)).toBe(PDF)
    expect([...files.keys()].sort()).toEqual(['data.json', data.files[0].path, 'index.html'])
    for (const text of files.values()) {
      expect(text).not.toMatch(/Kofi|Somebodyelse|Eve Other|eve@|Otherwise/)
    }
    expect(files.get('index.html')).toContain('Ada Ownself')
  })

  it('reads it in their own language, from right to left too', async () => {
    for (const language of LANGUAGES) {
      const files = await unpacked(await ask(`/${language}/account/data.zip`, 'eve'))
      const page = files.get('index.html') ?? ''
      expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
      expect(page).toContain('eve@mfa.example')
      expect(page).not.toContain('undefined')
    }
  })

  it('is kept from it by nobody else who asks too often', async () => {
    for (let times = 0; times < 12; times += 1) {
      for (const as of ['eve', undefined]) await (await ask('/en/account/data.zip', as)).text()
    }
    expect((await ask('/en/account/data.zip', 'eve')).status).toBe(429)
    expect((await ask('/en/account/data.zip', 'ada')).status).toBe(200)
    w.clock.advance({ minutes: 20 })
  })

  it('is led there by their account and by the page on privacy', async () => {
    expect(await (await ask('/en/account', 'ada')).text()).toContain('/en/account/data.zip')
    expect(await (await ask('/en/privacy')).text()).toContain('/en/account#own-data')
    expect((await ask('/en/account/data.zip')).status).toBe(303)
  })
})

describe('somebody who registered', () => {
  it('takes along what they gave, by their link alone', async () => {
    await w.perform(host, takeForm, { ...OF, kind: 'media' })
    await w.perform(host, setForm, {
      ...(await formOf(w.read, SEOUL, 'media'))?.form,
      open: true,
    })
    const key = await registered('grace@gazette.example', 'Grace Reporter')
    await registered('mallory@gazette.example', 'Mallory Another')
    const files = await unpacked(await ask(`/ar/${SEOUL}/registration/data.zip?key=${key}`))
    const page = await (await ask(`/en/${SEOUL}/registration?key=${key}`)).text()
    expect(page).toContain(`/en/${SEOUL}/registration/data.zip?key=${key}`)
    const data = JSON.parse(files.get('data.json') ?? '')
    expect(data.participation).toMatchObject([
      {
        state: 'submitted',
        person: { name: 'Grace Reporter', address: 'grace@gazette.example' },
      },
    ])
    expect(data.letters.length).toBeGreaterThan(0)
    expect(data.files).toHaveLength(2)
    expect(files.size).toBe(4)
    for (const text of files.values()) expect(text).not.toMatch(/mallory|Mallory/)
    for (const path of [
      `/en/${SEOUL}/registration/data.zip`,
      `/en/${SEOUL}/registration/data.zip?key=${'0'.repeat(64)}`,
      `/en/accra2023/registration/data.zip?key=${key}`,
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 404])
    }
  })
})

/** Columns by which tables say whom they are about, and where what they hold is told. */
const TOLD: Readonly<Record<string, string>> = {
  'auth.account.user_id': 'ways-in',
  'auth.api_key.reference_id': 'ways-in',
  'auth.passkey.user_id': 'ways-in',
  'auth.second_factor.user_id': 'account: whether there is one; the rest is secret',
  'auth.session.user_id': 'sessions',
  'public.badge.participant': 'badges',
  'public.calendar_feed.account': 'programme',
  'public.chosen_session.account': 'programme',
  'public.floor_chair.account': 'assignments',
  'public.floor_speaker.participant': 'speeches',
  'public.holding.account': 'roles',
  'public.mail.address': 'letters',
  'public.notice.account': 'notices',
  'public.notice_choice.account': 'telling',
  'public.notice_hour.account': 'telling',
  'public.notice_letter.account': 'letters: when it was asked for',
  'public.notice_stop.account': 'nothing of them: a secret by which letters are stopped',
  'public.offer_subscription.account': 'telling',
  'public.own_data_link.participant': 'nothing of them: what their links hash to',
  'public.participant_key.participant': 'nothing of them: what their links hash to',
  'public.participant_list_line.participant': 'lists',
  'public.participant_portrait.participant': 'files: made of the photo',
  'public.participant_version.participant': 'earlier',
  'public.person.account': 'account',
  'public.registration_start.address':
    'nothing yet: whoever asked for a link and has not come back',
  'public.review_assignment.account': 'assignments',
  'public.statement_reading.account': 'readings',
  'public.translator_language.account': 'assignments',
  'public.upload.uploader': 'files',
  'public.visa_letter.participant': 'visas',
  'public.webhook_endpoint.address': 'nothing: where another system is',
}

describe('what is held', () => {
  it('is told wherever a table says whom it is about', async () => {
    const { rows } = await sql<{ column: string }>`
      select table_schema || '.' || table_name || '.' || column_name as column
      from information_schema.columns
      where table_schema in ('public', 'auth')
        and column_name in ('account', 'participant', 'user_id', 'reference_id', 'uploader', 'address')
      order by 1`.execute(w.read)
    expect(rows.map(({ column }) => column)).toEqual(Object.keys(TOLD).sort())
  })
})
