import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, OPERATOR } from '../../kernel/actor.ts'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { newSecret } from '../../platform/accounts/links.ts'
import { person } from '../../testing/delegations/people.ts'
import { settingsOf } from '../../testing/floor.ts'
import { aPerson, byAccount } from '../../testing/people.ts'
import { text } from '../../testing/sessions.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { moveToZone } from '../conferences/deeds/when-and-where.commands.ts'
import { readAddresses } from '../delegations/invitations/prepare.commands.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { inviteParties } from '../delegations/invitations/send.commands.ts'
import { addMember } from '../delegations/participants/member.commands.ts'
import { amend, inscribe, withdraw } from '../floor/deeds/asking.commands.ts'
import { acceptExchange, declineExchange, offerExchange } from '../floor/deeds/exchange.commands.ts'
import * as run from '../floor/deeds/running.commands.ts'
import { open, setUp } from '../floor/deeds/settings.commands.ts'
import { openFeed } from '../own-programme/commands.ts'
import { changeProfile } from '../people/account.commands.ts'

const conference = ConferenceId.parse('seoul2021')
const SESSION_1 = 'a0c7858d-4544-5e73-9139-96a24eb6d3c2'
const SESSION_2 = 'dce0c7b5-f892-59ce-9d91-76464e2929a4'
const at = (session: string) => ({ conference, session: SessionId.parse(session) })

let w: World
let site: OpenSite
let kenya: Actor
let egypt: Actor
let delegate: Actor
let desk: Actor
let member = ''

beforeAll(async () => {
  w = await world({ shipped: true })
  w.clock.turnTo('2021-11-30T00:00:00Z')
  site = await openSite(w, { authenticate: byAccount(w) })
  kenya = await aPerson(w, { role: 'focal-point', party: 'KEN', name: 'Grace Otieno' })
  egypt = await aPerson(w, { role: 'focal-point', party: 'EGY', name: 'ليلى حسن', language: 'ar' })
  delegate = await aPerson(w, { role: 'delegate', party: 'KEN' })
  desk = await aPerson(w, { role: 'floor-desk' })
  await invited()
  // The clock of a conference is nowhere assumed: here it is three quarters of an hour off the full one.
  await w.perform(OPERATOR, moveToZone, { conference, zone: 'Asia/Kathmandu', why: text('Moved') })
  const day = '2021-12-01'
  const settings = settingsOf({
    ...{ opens: { day, clock: '09:00' }, closes: { day, clock: '18:00' } },
    videoBy: { day, clock: '12:00' },
  })
  await w.perform(desk, setUp, { ...at(SESSION_1), settings })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

/** The delegation of Kenya, with a minister who can be named. */
async function invited() {
  await w.perform(OPERATOR, readAddresses, {
    ...{ conference, addressedTo: 'Permanent Mission' },
    lines: 'KEN,en,Permanent Mission of Kenya,kenya@mission.example',
  })
  await w.perform(OPERATOR, inviteParties, { conference })
  await w.perform(kenya, reply, { conference, party: 'KEN', mode: 'in-person', level: 'minister' })
  const { answer } = await w.perform(kenya, addMember, {
    ...{ conference, party: 'KEN', submit: true },
    person: person('Monica Juma', { place: 'head', rank: 'minister' }),
  })
  member = String(answer.participant)
}

const floorOf = (party: string, session = '') =>
  `/seoul2021/delegation/${party}/floor${session && `/${session}`}`
const get = (path: string, who: Actor, language = 'en') =>
  site.get(`/${language}${path}`, { Authorization: `Bearer ${who.id}` })
const html = async (path: string, who: Actor, language = 'en') =>
  (await get(path, who, language)).text()
const send = (who: Actor, command: string, fields: Record<string, string>, language = 'en') => {
  const body = new URLSearchParams({ conference, session: SESSION_1, ...fields })
  return fetch(`${site.origin}/${language}/deeds/${command}`, {
    ...{ method: 'POST', body, redirect: 'manual' },
    headers: { Authorization: `Bearer ${who.id}`, 'Sec-Fetch-Site': 'same-origin' },
  })
}
const asks = async (who: Actor, party: string, more = {}) =>
  String((await w.perform(who, inscribe, { ...at(SESSION_1), party, ...more })).answer.speech)
/** Letters to the people of this test; the address that was invited is another focal point of Kenya. */
const lettersOf = async (kind: string) =>
  (await w.letters())
    .filter(({ address }) => address.endsWith('@ministry.example'))
    .filter((letter) => letter.kind === kind)
const noticesOf = (who: Actor) =>
  w.read
    .selectFrom('notice')
    .select(['kind', 'at'])
    .where('account', '=', who.id)
    .where('kind', 'like', 'floor-%')
    .orderBy('id')
    .execute()

describe('before inscription opens', () => {
  it('the page says when it opens, by the clock of the conference and the reader’s own', async () => {
    await w.perform(kenya, changeProfile, {
      ...{ account: kenya.id, name: 'Grace Otieno', language: 'en', zone: 'Asia/Seoul' },
    })
    const page = await html(floorOf('KEN', 'session-1'), kenya)
    expect(page).toContain('Inscription has not opened yet')
    expect(page).toMatch(/1 December 2021 <time datetime="2021-12-01T09:00\+05:45">09:00<\/time>/)
    expect(page).toContain('<time datetime="2021-12-01T12:15+09:00">12:15</time>')
    expect(page).not.toContain('/deeds/floor.inscribe')
  })

  it('a request is refused until the very minute, and then taken', async () => {
    w.clock.turnTo('2021-12-01T03:14:59Z')
    await expect(asks(kenya, 'KEN')).rejects.toThrow('floor.not-open-yet')
    w.clock.turnTo('2021-12-01T03:15:00Z')
    expect(await html(floorOf('KEN', 'session-1'), kenya)).toContain('/deeds/floor.inscribe')
    expect(await html(floorOf('KEN'), kenya)).toContain('Inscription is open')
  })
})

describe('a delegation asks for the floor', () => {
  it('is reminded by a task while it has asked for nothing', async () => {
    expect(await html('/work', kenya)).toContain('Sessions open for inscription')
  })

  it('by a form without a script, naming one of its members, and is answered at once', async () => {
    const fields = {
      ...{ party: 'KEN', participant: member, way: 'in-person', language: 'en', rank: '' },
      ...{ 'speaker.name': '', 'speaker.latinName': '', '~speaker.functions.original': 'en' },
      ...{ '~speaker.unpublished': 'false', onBehalfOf: '', ':key': 'once-and-for-all' },
      ...{ ':page': floorOf('KEN', 'session-1'), ':then': floorOf('KEN', 'session-1') },
    }
    const answers = [
      await send(kenya, 'floor.inscribe', fields),
      await send(kenya, 'floor.inscribe', fields),
    ]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const page = await html(floorOf('KEN', 'session-1'), kenya)
    expect(page).toContain('Monica Juma')
    expect(page).toContain('Likely time')
    expect(page).toContain('/deeds/floor.withdraw')
    expect(page.match(/<article/g)).toHaveLength(1)
  })

  it('gets one letter for it in its own language, however often it is sent', async () => {
    await asks(egypt, 'EGY', { rank: 'head-of-state', speaker: { name: 'سامح شكري' } })
    await lettersOf('floor.acknowledged')
    const letters = await lettersOf('floor.acknowledged')
    expect(letters.map(({ address, language }) => [address, language])).toEqual([
      [expect.any(String), 'en'],
      [expect.any(String), 'ar'],
    ])
    const arabic = letters.find(({ language }) => language === 'ar')
    expect(arabic?.subject).toContain('قائمة المتكلمين')
    expect(arabic?.text).toContain('/ar/seoul2021/delegation/EGY/floor/session-1')
  })

  it('cannot send a recording after its own minute, though inscription is open', async () => {
    w.clock.turnTo('2021-12-01T06:15:00Z')
    const refused = await send(kenya, 'floor.inscribe', {
      ...{ party: 'KEN', way: 'video', onBehalfOf: 'African Group' },
      ...{ ':page': floorOf('KEN', 'session-1') },
    })
    expect(refused.status).toBe(409)
    const page = await refused.text()
    expect(page).toContain('The time limit for recorded statements has passed.')
    expect(page).toContain('value="African Group"')
  })

  it('keeps what was typed where a name is too long, and changes nothing', async () => {
    const long = 'ن'.repeat(5000)
    const refused = await send(kenya, 'floor.inscribe', {
      ...{ party: 'KEN', way: 'in-person', onBehalfOf: 'African Group', 'speaker.name': long },
      ...{ ':page': floorOf('KEN', 'session-1') },
    })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('form-floor-inscribe-speaker-name-wrong')
    expect(page.match(/<article/g)).toHaveLength(1)
  })

  it('changes who speaks, and is told of it by nobody but the page', async () => {
    const page = await html(floorOf('EGY', 'session-1'), egypt)
    const speech = /speech-([0-9a-f-]{36})/.exec(page)?.[1] ?? ''
    const amended = await send(egypt, 'floor.amend', {
      ...{ speech, way: 'in-person', rank: 'minister', 'speaker.name': 'Sameh Shoukry' },
      ...{ ':page': floorOf('EGY', 'session-1'), ':then': floorOf('EGY', 'session-1') },
    })
    expect(amended.status).toBe(303)
    expect(await html(floorOf('EGY', 'session-1'), egypt)).toContain('Sameh Shoukry')
    expect(await noticesOf(egypt)).toEqual([])
    const back = { ...at(SESSION_1), speech, rank: 'head-of-state' }
    await w.perform(egypt, amend, { ...back, speaker: { name: 'سامح شكري' } })
  })

  it('is seen by nobody of another delegation, and only read by a delegate', async () => {
    for (const path of [floorOf('KEN'), floorOf('KEN', 'session-1')]) {
      expect((await get(path, egypt)).status).toBe(403)
      expect((await site.get(`/en${path}`)).status).toBe(303)
      expect((await get(path, desk)).status).toBe(200)
    }
    const page = await html(floorOf('KEN', 'session-1'), delegate)
    expect(page).toContain('Monica Juma')
    expect(page).not.toContain('/deeds/floor.')
    expect(await html(floorOf('EGY', 'session-1'), egypt, 'ar')).not.toContain('Monica Juma')
    const other = await send(egypt, 'floor.inscribe', { party: 'KEN', ':page': floorOf('EGY') })
    expect(other.status).toBe(403)
  })

  it('is read in Arabic, with the other delegations in their order', async () => {
    const page = await html(floorOf('EGY', 'session-1'), egypt, 'ar')
    expect(page).toContain('dir="rtl"')
    expect(page).toContain('سامح شكري')
    expect(page.indexOf('>مصر<')).toBeLessThan(page.lastIndexOf('>كينيا<'))
    expect(page).toContain('باب التسجيل مفتوح')
  })

  it('is told plainly where there is no list, and that a session is none', async () => {
    expect(await html(floorOf('KEN', 'session-4'), kenya)).toContain('has no list of speakers')
    expect((await get(floorOf('KEN', 'no-such'), kenya)).status).toBe(404)
    expect((await get(floorOf('ZZZ'), desk)).status).toBe(404)
  })
})

describe('an exchange of places', () => {
  const speechOf = async (party: string) =>
    (
      await w.read
        .selectFrom('floorSpeaker')
        .select('speech')
        .where('party', '=', party as never)
        .executeTakeFirstOrThrow()
    ).speech

  it('is offered by one, told to the other, and both are told when it is accepted', async () => {
    const [from, to] = [await speechOf('KEN'), await speechOf('EGY')]
    await w.perform(kenya, offerExchange, { ...at(SESSION_1), from, to })
    expect(await html(floorOf('EGY', 'session-1'), egypt)).toContain('/deeds/floor.accept-exchange')
    expect(await html(floorOf('KEN', 'session-1'), kenya)).not.toContain('floor.accept-exchange')
    expect(await html('/work', egypt)).toContain('Offers to exchange places')
    await expect(w.perform(kenya, acceptExchange, { ...at(SESSION_1), from, to })).rejects.toThrow(
      'platform.not-allowed',
    )
    await w.perform(egypt, acceptExchange, { ...at(SESSION_1), from, to })
    expect((await noticesOf(kenya)).map(({ kind }) => kind)).toEqual(['floor-exchange-answered'])
    expect((await noticesOf(egypt)).map(({ kind }) => kind)).toEqual(['floor-exchange-offered'])
    expect(await lettersOf('own-floor.exchange-offered')).toHaveLength(1)
    expect(
      (await lettersOf('own-floor.exchange-accepted')).map(({ language }) => language),
    ).toHaveLength(2)
    const [notice] = await noticesOf(kenya)
    expect(notice?.at).toBe(floorOf('KEN', 'session-1'))
    expect(await html(floorOf('KEN', 'session-1'), kenya)).toContain('exchanged')
  })

  it('is declined without a reason, and only the other is told', async () => {
    const [from, to] = [await speechOf('EGY'), await speechOf('KEN')]
    await w.perform(egypt, offerExchange, { ...at(SESSION_1), from, to })
    await w.perform(kenya, declineExchange, { ...at(SESSION_1), from, to })
    const letters = await lettersOf('own-floor.exchange-declined')
    expect(letters.map(({ subject }) => subject)).toEqual([
      'لم يتم تبادل الأدوار في قائمة المتكلمين',
    ])
  })
})

describe('one’s own programme', () => {
  it('shows the speech of the delegation with its likely time, and the calendar too', async () => {
    const page = await html('/seoul2021/mine', delegate)
    expect(page).toContain(floorOf('KEN', 'session-1'))
    expect(page).toMatch(/likely/)
    expect(await html('/seoul2021/mine', desk)).not.toContain('/floor/session-1')
    const secret = newSecret()
    await w.perform(delegate, openFeed, { secret })
    const calendar = await (await site.get(`/en/calendar/${secret}.ics`)).text()
    expect(calendar).toMatch(/UID:speech-[0-9a-f-]{36}@plenum/)
    expect(calendar).toContain('STATUS:TENTATIVE')
  })
})

describe('letters', () => {
  it('are not written to whoever switched their kind off', async () => {
    const choose = w.features
      .flatMap(({ commands = [] }) => commands)
      .find(({ name }) => name === 'notifications.choose')
    if (!choose) throw new RangeError('Nobody can choose')
    await w.perform(egypt, choose, { ways: { 'floor-inscribed': 'off' } })
    const before = await lettersOf('floor.acknowledged')
    await asks(egypt, 'EGY', { onBehalfOf: 'Group of 77 and China' })
    expect(await lettersOf('floor.acknowledged')).toEqual(before)
    await w.perform(egypt, choose, { ways: { 'floor-inscribed': 'at-once' } })
  })
})

describe('once inscription is closed', () => {
  it('late requests are told whom to ask, from the very minute on', async () => {
    w.clock.turnTo('2021-12-01T12:14:59Z')
    expect(await html(floorOf('KEN', 'session-1'), kenya)).toContain('/deeds/floor.inscribe')
    w.clock.turnTo('2021-12-01T12:15:00Z')
    const page = await html(floorOf('KEN', 'session-1'), kenya)
    expect(page).toContain('Late requests are decided by the secretariat')
    expect(page).not.toContain('/deeds/floor.inscribe')
    expect(page).not.toContain('/deeds/floor.amend')
    await expect(asks(kenya, 'KEN', { onBehalfOf: 'African Group' })).rejects.toThrow(
      'floor.closed',
    )
  })

  it('the desk adds whoever comes late, and the delegation is told', async () => {
    const settings = settingsOf({ order: 'preferred-slots', slots: [3, 3], ways: ['in-person'] })
    await w.perform(desk, setUp, { ...at(SESSION_2), settings })
    await w.perform(desk, open, at(SESSION_2))
    const page = await html(floorOf('KEN', 'session-2'), kenya)
    expect(page).toContain('name="slots.1"')
    expect(page).toContain('<input type="hidden" name="way" value="in-person"')
    await w.perform(desk, inscribe, { ...at(SESSION_2), party: 'KEN', rank: 'minister' })
    expect((await noticesOf(kenya)).at(-1)).toEqual({
      kind: 'floor-inscribed',
      at: floorOf('KEN', 'session-2'),
    })
  })

  it('a delegation replies while the session goes on, and withdraws until it is heard', async () => {
    await w.perform(desk, run.beginSession, at(SESSION_1))
    const page = await html(floorOf('KEN', 'session-1'), kenya)
    for (const deed of ['ask-reply', 'confirm', 'withdraw']) {
      expect(page).toContain(`/deeds/floor.${deed}`)
    }
    expect(page).toContain('Points of order are raised in the room')
    const speech = /speech-([0-9a-f-]{36})/.exec(page)?.[1] ?? ''
    await w.perform(desk, withdraw, { ...at(SESSION_1), speech })
    expect((await noticesOf(kenya)).at(-1)?.kind).toBe('floor-changed')
    expect(await html(floorOf('KEN', 'session-1'), kenya)).toContain(
      'The floor has not been asked for yet.',
    )
    expect(await html('/seoul2021/mine', delegate)).toContain('Cancelled')
  })

  it('stands on the page of the delegation too', async () => {
    expect(await html('/seoul2021/delegation/KEN', kenya)).toContain(floorOf('KEN', 'session-2'))
  })
})
