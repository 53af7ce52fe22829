import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import type { MailRow } from '../../platform/mail/mail.ts'
import { paperBy } from '../../testing/delegations/files.ts'
import { focalPoint, holder, person, SEOUL } from '../../testing/delegations/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { handInDocument } from '../delegations/documents/commands.ts'
import { readAddresses } from '../delegations/invitations/prepare.commands.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { inviteParties } from '../delegations/invitations/send.commands.ts'
import { addMember } from '../delegations/participants/member.commands.ts'
import { countOf } from './all/lines.queries.ts'
import { TASKS } from './all/lines.ts'

const conference = SEOUL
const host = holder('host-secretariat')
const kenya = focalPoint('KEN')
const ACTORS = new Map([
  ['host', host],
  ['kenya', kenya],
  ['reviewer', holder('reviewer')],
  ['protocol', holder('protocol')],
  ['accra', holder('host-secretariat', 'accra2023')],
])
const DESK = 'desk/delegations'

let w: World
let site: OpenSite

beforeAll(async () => {
  w = await world({ shipped: true })
  w.clock.turnTo('2021-10-01T00:00:00Z')
  site = await openSite(w, {
    authenticate: (request) =>
      ACTORS.get(request.headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? ANONYMOUS,
  })
  await w.perform(host, readAddresses, {
    ...{ conference, addressedTo: 'Permanent Mission' },
    lines: [
      'KEN,en,Permanent Mission of Kenya,kenya@mission.example',
      'FRA,fr,Mission permanente,fr@mission.example',
      'EGY,ar,البعثة الدائمة,egypt@mission.example',
      'CHE,fr',
    ].join('\n'),
  })
  await w.perform(host, inviteParties, { conference, parties: ['KEN', 'FRA'] })
  await w.perform(kenya, reply, { conference, party: 'KEN', mode: 'in-person', level: 'minister' })
  await w.perform(kenya, addMember, {
    ...{ conference, party: 'KEN', submit: true },
    person: person('Monica Juma', { place: 'head', rank: 'minister' }),
  })
  const file = await paperBy(w, kenya)
  await w.perform(kenya, handInDocument, { conference, party: 'KEN', kind: 'note-verbale', file })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const get = (path: string, as: string, language = 'en') =>
  site.get(`/${language}/seoul2021/${path}`, { Authorization: `Bearer ${as}` })
const html = async (path: string, as = 'host', language = 'en') =>
  (await get(path, as, language)).text()
const listed = async (show: string) =>
  [
    ...(await html(`${DESK}?show=${show}`)).matchAll(/<th scope="row">[\s\S]*?<a [^>]*>([^<]*)</g),
  ].map(([, name]) => name)

describe('the list of delegations', () => {
  it('stands in the alphabet of its reader, and is filtered', async () => {
    expect(await listed('all')).toEqual(['Egypt', 'France', 'Kenya', 'Switzerland'])
    expect(await listed('no-reply')).toEqual(['France'])
    expect(await listed('ready')).toEqual(['Egypt'])
    expect(await listed('no-address')).toEqual(['Switzerland'])
    expect(await listed('in-person')).toEqual(['Kenya'])
    expect(await listed('to-verify')).toEqual(['Kenya'])
    expect(await listed('written')).toEqual([])
    expect(await html(`${DESK}?show=written`)).toContain('There are none of these.')
  })

  it('is counted on the start page as it is listed', async () => {
    for (const filter of TASKS) {
      expect(await countOf(w.read, SEOUL, filter), filter).toBe((await listed(filter)).length)
    }
    expect(await html('desk')).toMatch(/Notes verbales to verify/)
  })

  it('tells of reply, places and note in a line', async () => {
    const page = await html(DESK)
    expect(page).toMatch(/In person[\s\S]{0,80}Minister/)
    expect(page).toContain('<bdi>1/6</bdi>')
    expect(page).toContain('Received, to be verified')
  })

  it('says how far the letters are that went to many, while some are on their way', async () => {
    const state = async () =>
      /id="letters-under-way"[\s\S]*?<!--\/part/.exec(await html(DESK))?.[0] ?? ''
    expect(await state()).toMatch(/<label [^>]*>Invitations<\/label>[\s\S]*value="0" max="2"/)
    await w.letters()
    await sql`update pgboss.job set state = 'completed' where name = 'platform.mail'`.execute(
      w.database.write,
    )
    const become = (address: string, news: Partial<MailRow>) =>
      w.database.write
        .updateTable('mail')
        .set({ due: null, ...news })
        .where('address', '=', address)
        .where('kind', '=', 'delegations.invitation')
        .execute()
    await become('kenya@mission.example', { state: 'failed', trouble: 'refused' })
    expect(await state()).toMatch(/0 of 2 letters sent\s· 1 came back/)
    expect(await html(DESK, 'host', 'ar')).toContain('الرسائل المرسلة: 0 من 2')
    await become('fr@mission.example', { state: 'sent', sentAt: w.clock.now() })
    expect(await state()).not.toContain('<progress')
  })

  it('is read by the protocol desk, and by nobody else than the secretariats', async () => {
    for (const path of [DESK, `${DESK}/KEN`]) {
      const statuses = ['host', 'protocol', 'kenya', 'reviewer', 'accra', 'nobody'].map(
        async (as) => (await get(path, as)).status,
      )
      expect(await Promise.all(statuses), path).toEqual([200, 200, 403, 403, 403, 303])
    }
    for (const path of [`${DESK}/write`, `${DESK}/rules`, `${DESK}/prepare`]) {
      expect((await get(path, 'protocol')).status, path).toBe(403)
      expect((await get(path, 'host')).status, path).toBe(200)
    }
    expect(await html(`${DESK}/KEN`, 'protocol')).not.toContain('/deeds/delegations.')
    expect(await html(DESK, 'protocol')).not.toContain('type="checkbox"')
  })
})

describe('writing to many', () => {
  it('is looked at before it goes: to whom, to whom not, and the letter', async () => {
    const page = await html(`${DESK}/write?what=invite&EGY=on&CHE=on&KEN=on`)
    expect([...page.matchAll(/name="parties" value="(\w+)"/g)].map(([, code]) => code)).toEqual([
      'EGY',
    ])
    expect(page).toContain('egypt@mission.example')
    expect(page).toMatch(/class="letter-text" lang="ar" dir="rtl"/)
    expect(page).toMatch(/Not written to now[\s\S]*Kenya[\s\S]*Switzerland/)
  })

  it('goes to those who wait, where all are meant', async () => {
    const page = await html(`${DESK}/write?what=remind&all=1`)
    expect([...page.matchAll(/name="parties" value="(\w+)"/g)].map(([, code]) => code)).toEqual([
      'FRA',
    ])
    expect(page).toContain('action="/en/deeds/delegations.remind-parties"')
    expect(await html(`${DESK}/write?what=nonsense`)).toContain('None of those chosen')
  })
})

describe('the page of one delegation', () => {
  it('verifies the note, records a reply, changes the quota, with the history', async () => {
    const page = await html(`${DESK}/KEN`)
    for (const deed of ['verify-document', 'decline-document', 'reply', 'set-quota']) {
      expect(page).toContain(`action="/en/deeds/delegations.${deed}"`)
    }
    expect(page).toContain('What happened so far')
    expect(await html(`${DESK}/KEN`, 'host', 'ar')).toContain('جمهورية كينيا')
    expect((await get(`${DESK}/ZZZ`, 'host')).status).toBe(404)
  })

  it('is there for a party that nobody invited', async () => {
    expect(await html(`${DESK}/BGD`)).toContain('No invitation to this delegation')
  })

  it('keeps what was typed into the rules, where one of them cannot be', async () => {
    const body = new FormData()
    const typed = {
      ...{ ':page': `/seoul2021/${DESK}/rules`, ':seen': '0', conference, headRank: 'minister' },
      ...{ 'quota.state': '0', 'quota.observer-state': '6', 'quota.organisation': '٤' },
      ...{ language: 'en', needsDocument: 'true', needsPhoto: 'false' },
    }
    for (const [name, value] of Object.entries(typed)) body.append(name, value)
    const answer = await fetch(`${site.origin}/en/deeds/delegations.set-rules`, {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { Authorization: 'Bearer host', 'Sec-Fetch-Site': 'same-origin' },
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('form-delegations-set-rules-quota-state-wrong')
    expect(page).toContain('value="٤"')
  })
})
