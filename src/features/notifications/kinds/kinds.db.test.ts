import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, OPERATOR } from '../../../kernel/actor.ts'
import { newSecret } from '../../../platform/accounts/links.ts'
import type { AnyCommand } from '../../../platform/command/command.ts'
import { aPerson, byAccount } from '../../../testing/people.ts'
import { textIn } from '../../../testing/programme.ts'
import { openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import {
  acceptBilateral,
  askForBilateral,
  callOffBilateral,
  scheduleBilateral,
} from '../../bilaterals/commands.ts'
import { keepRoom } from '../../bilaterals/rooms.commands.ts'
import { rename } from '../../conferences/deeds/texts.commands.ts'
import { conferenceWithSeries } from '../../conferences/queries.ts'
import { openFeed } from '../../own-programme/commands.ts'
import { assign } from '../../translations/commands.ts'
import { KINDS } from './all.notices.ts'

const conference = 'seoul2021'
let w: World
let korea: Actor
let kenya: Actor
let protocol: Actor

beforeAll(async () => {
  w = await world({ shipped: true })
  korea = await aPerson(w, { role: 'focal-point', party: 'KOR' })
  kenya = await aPerson(w, { role: 'focal-point', party: 'KEN', language: 'fr' })
  protocol = await aPerson(w, { role: 'protocol' })
}, 60_000)
afterAll(() => w.close())

const does = (actor: Actor, command: AnyCommand, input: object) =>
  w.perform(actor, command, { conference, ...input })
const told = async ({ id }: Actor, kind: string) =>
  w.read
    .selectFrom('notice')
    .select(['kind', 'facts', 'at'])
    .where('account', '=', id)
    .where('kind', '=', kind)
    .orderBy('toldAt')
    .orderBy('id')
    .execute()
const lookAtTexts = async () => {
  const look = w.features.flatMap(({ jobs }) => jobs?.['notifications.look-at-texts'] ?? [])[0]
  await look?.({}, { read: w.read, perform: w.perform, key: w.newId() })
}

describe('the kinds of notices', () => {
  it('have names of their own, and letters of features that write them', () => {
    expect(new Set(KINDS.map(({ name }) => name)).size).toBe(KINDS.length)
    const mails = new Set(w.features.flatMap(({ mails }) => Object.keys(mails ?? {})))
    const letters = KINDS.flatMap(({ letters = [] }) => letters)
    expect(letters.filter((letter) => !mails.has(letter))).toEqual([])
    expect(new Set(letters).size).toBe(letters.length)
  })

  it('are told at least here where nobody may switch them off', () => {
    expect(KINDS.filter(({ least, usual }) => least === 'product' && usual === 'off')).toEqual([])
  })
})

describe('a bilateral meeting', () => {
  it('is told to the other delegation, and stands in the programme of both', async () => {
    const room = { seats: 12, opens: '09:00', closes: '18:00', name: textIn({ en: 'Room A' }) }
    const { answer } = await does(protocol, keepRoom, { room })
    const asking = { asking: 'KOR', asked: 'KEN', wishes: { subject: 'Helicopters' } }
    const asked = await does(korea, askForBilateral, asking)
    const bilateral = String(asked.answer.bilateral)
    expect(await told(korea, 'bilaterals-asked')).toEqual([])
    expect(await told(kenya, 'bilaterals-asked')).toEqual([
      {
        kind: 'bilaterals-asked',
        facts: { conference, party: 'KOR' },
        at: `/${conference}/delegation/KEN/bilaterals`,
      },
    ])
    await does(kenya, acceptBilateral, { bilateral })
    const place = { day: '2021-12-07', from: '10:00', to: '10:30', room: answer.room }
    await does(protocol, scheduleBilateral, { bilateral, place })
    expect(await told(korea, 'bilaterals-changed')).toHaveLength(2)
    expect(await told(kenya, 'bilaterals-changed')).toHaveLength(1)

    const site = await openSite(w, { authenticate: byAccount(w) })
    const as = { Authorization: `Bearer ${kenya.id}` }
    const page = await (await site.get(`/en/${conference}/mine`, as)).text()
    expect(page).toContain('Bilateral meeting: Republic of Korea')
    expect(page).toContain('Room A')
    expect(page).not.toContain('Helicopters')
    const secret = newSecret()
    await w.perform(kenya, openFeed, { secret })
    const feed = async () =>
      (await (await site.get(`/fr/calendar/${secret}.ics`)).text()).replaceAll('\r\n ', '')
    expect(await feed()).toContain(
      'SUMMARY;LANGUAGE=fr:Entretien bilatéral\u00a0: République de Corée',
    )
    expect(await feed()).toContain('DTSTART;TZID=Asia/Seoul:20211207T100000')
    await does(korea, callOffBilateral, { bilateral })
    expect(await feed()).toContain('STATUS:CANCELLED')
    const stranger = { Authorization: `Bearer ${protocol.id}` }
    expect(await (await site.get(`/en/${conference}/mine`, stranger)).text()).not.toContain(
      'Bilateral meeting',
    )
    await site.close()
  })
})

describe('a text that was reworded', () => {
  it('is told to those who translate into the languages that are stale now, once', async () => {
    const french = await aPerson(w, { role: 'translator' })
    const arabic = await aPerson(w, { role: 'translator' })
    await does(OPERATOR, assign, { account: french.id, languages: ['fr', 'es'] })
    await does(OPERATOR, assign, { account: arabic.id, languages: ['en'] })
    expect(await told(french, 'translations-assigned')).toMatchObject([
      { facts: { languages: ['es', 'fr'] }, at: `/${conference}/desk/translations` },
    ])
    await lookAtTexts()
    const before = (await told(french, 'translations-stale')).length
    const found = await conferenceWithSeries(w.read, conference)
    if (!found) throw new Error('There is no Seoul')
    const { name, shortName, label } = found.conference
    const { original } = name
    const value = `${name.in[original]?.value} (2021)`
    const reworded = { original, in: { ...name.in, [original]: { value, status: 'unofficial' } } }
    await does(OPERATOR, rename, { name: reworded, shortName, label })
    await lookAtTexts()
    await lookAtTexts()
    const now = await told(french, 'translations-stale')
    expect(now.length - before).toBe(1)
    expect(now.at(-1)).toMatchObject({
      facts: { conference, count: 1, languages: ['es'] },
      at: `/${conference}/desk/translations?state=stale`,
    })
    expect(await told(arabic, 'translations-stale')).toEqual([])
  })
})
