import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import {
  focalPoint,
  holder,
  party,
  person,
  refusal,
  SEOUL,
} from '../../testing/delegations/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { addMember } from '../delegations/participants/member.commands.ts'
import { setRules } from '../delegations/rules.commands.ts'
import { usualRules } from '../delegations/rules.model.ts'
import {
  announceArrival,
  callOffArrival,
  changeArrival,
  dropOfficer,
  giveOfficer,
  keepOfficer,
  noteMet,
} from './commands.ts'
import { ArrivalId } from './model.ts'
import { arrivalOf, arrivalsOf, officersAt, visaLettersAt } from './queries.ts'
import { issueVisaLetters } from './visas.commands.ts'

const conference = SEOUL
const host = holder('host-secretariat')
const protocol = holder('protocol')
const kenya = focalPoint('KEN')
const strangers = [
  ANONYMOUS,
  focalPoint('FRA'),
  focalPoint('KEN', 'accra2023'),
  holder('reviewer'),
  holder('protocol', 'accra2023'),
]
const journey = {
  ...{ direction: 'arrival', day: '2021-12-06', at: '07:25', place: 'Incheon', by: 'KE 960' },
  ...{ people: 4, head: true },
}

let w: World
let site: OpenSite
let who = ''

beforeAll(async () => {
  w = await world({ shipped: true })
  const actors = new Map([
    ['kenya', kenya],
    ['france', focalPoint('FRA')],
    ['protocol', protocol],
  ])
  site = await openSite(w, {
    authenticate: (request) =>
      actors.get(request.headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? ANONYMOUS,
  })
  await w.perform(host, setRules, {
    ...usualRules(SEOUL),
    ...{ needsDocument: false, needsPhoto: false },
  })
  await w.perform(host, reply, { conference, party: 'KEN', mode: 'in-person', level: 'minister' })
  const added = await w.perform(kenya, addMember, {
    ...{ conference, party: 'KEN', submit: true },
    person: person('Monica Juma', { place: 'head', rank: 'minister' }),
  })
  who = String(added.answer.participant)
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const get = (path: string, as: string) =>
  site.get(`/en/seoul2021/${path}`, { Authorization: `Bearer ${as}` })

describe('a delegation', () => {
  it('tells of its journeys, and its liaison officer is given to them at once', async () => {
    const officer = { name: '김민지', telephone: '+82 2 2100 7000', parties: ['KEN', 'FRA'] }
    await w.perform(protocol, keepOfficer, { conference, officer })
    await w.perform(kenya, announceArrival, { conference, party: 'KEN', journey })
    const [arrival] = await arrivalsOf(w.read, conference, party('KEN'))
    const [given] = await officersAt(w.read, conference)
    expect(arrival).toMatchObject({ state: 'announced', officer: given?.id, journey })
    const html = await (await get('delegation/KEN/arrivals', 'kenya')).text()
    expect(html).toContain('<bdi>김민지</bdi>')
    expect(html).toContain('href="tel:+82221007000"')
  })

  it('has one officer: another takes it over from the first', async () => {
    await w.perform(protocol, keepOfficer, {
      ...{ conference, officer: { name: 'Park', parties: ['KEN'] } },
    })
    const officers = await officersAt(w.read, conference)
    expect(officers.map(({ name, parties }) => [name, parties]).toSorted()).toEqual([
      ['Park', ['KEN']],
      ['김민지', ['FRA']],
    ])
    const park = officers.find(({ name }) => name === 'Park')
    await w.perform(protocol, dropOfficer, { conference, id: park?.id })
    expect((await officersAt(w.read, conference)).map(({ name }) => name)).toEqual(['김민지'])
  })

  it('changes its journey until it is met', async () => {
    const [first] = await arrivalsOf(w.read, conference, party('KEN'))
    const arrival = ArrivalId.parse(first?.id)
    const later = { ...journey, at: null, day: '2021-12-07' }
    await w.perform(kenya, changeArrival, { conference, arrival, journey: later }, { seen: '1' })
    const late = w.perform(kenya, callOffArrival, { conference, arrival }, { seen: '1' })
    expect(await refusal(late)).toEqual(['platform.changed-meanwhile', 409])
    await w.perform(protocol, noteMet, { conference, arrival })
    expect((await arrivalOf(w.read, conference, arrival))?.state).toBe('met')
    expect(await refusal(w.perform(kenya, callOffArrival, { conference, arrival }))).toEqual([
      'arrivals.over',
      409,
    ])
  })
})

describe('nobody else', () => {
  it('tells of journeys, gives officers or issues letters', async () => {
    const added = await w.perform(kenya, announceArrival, { conference, party: 'KEN', journey })
    const { arrival } = added.answer
    for (const actor of strangers) {
      for (const deed of [
        w.perform(actor, announceArrival, { conference, party: 'KEN', journey }),
        w.perform(actor, callOffArrival, { conference, arrival }),
        w.perform(actor, giveOfficer, { conference, arrival, officer: null }),
        w.perform(actor, keepOfficer, { conference, officer: { name: 'X' } }),
        w.perform(actor, issueVisaLetters, { conference, participants: [who], language: 'en' }),
      ]) {
        expect(await refusal(deed)).toEqual(['platform.not-allowed', 403])
      }
    }
    expect(await refusal(w.perform(kenya, noteMet, { conference, arrival }))).toEqual([
      'platform.not-allowed',
      403,
    ])
  })

  it('sees them', async () => {
    expect([
      (await get('delegation/KEN/arrivals', 'france')).status,
      (await get('desk/arrivals', 'kenya')).status,
      (await get('desk/arrivals', 'protocol')).status,
    ]).toEqual([403, 403, 200])
  })
})

describe('a letter for a visa', () => {
  it('is issued once in a language, numbered, and given to its delegation only', async () => {
    const issue = (language: string) =>
      w.perform(protocol, issueVisaLetters, { conference, participants: [who], language })
    expect((await issue('ar')).answer).toEqual({ issued: 1 })
    expect((await issue('ar')).subject).toBe(null)
    await issue('en')
    const letters = await visaLettersAt(w.read, conference)
    expect(letters.map(({ number, language }) => [number, language])).toEqual([
      [2, 'en'],
      [1, 'ar'],
    ])
    for (const { id } of letters) {
      const path = `visa-letters/${id}.pdf`
      const answer = await get(path, 'kenya')
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      expect((await get(path, 'france')).status).toBe(404)
      expect((await site.get(`/en/seoul2021/${path}`)).status).toBe(303)
    }
  })
})
