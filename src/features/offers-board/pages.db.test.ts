import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { aPerson } from '../../testing/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { changeOffer, makeOffer, renewOffer } from '../offers/commands.ts'
import { addNeed } from '../offers/needs/commands.ts'

const conference = 'seoul2021'
const OWN = `/${conference}/delegation/KEN/offers`
const LATER = '/accra2023/delegation/KEN/offers'
const terms = {
  ...{ capability: 'medical', component: 'equipment', amount: 1, unit: 'hospital' },
  ...{
    from: '2022-01-01',
    until: '2022-12-31',
    audience: 'participants',
    words: 'Tents for thirty beds',
  },
}

let w: World
let site: OpenSite
let kenya: Actor
let later: Actor
let norway: Actor
let desk: Actor
let offer: string
let need: string

beforeAll(async () => {
  w = await world({ shipped: true })
  kenya = await aPerson(w, { role: 'focal-point', party: 'KEN' })
  later = await aPerson(w, { role: 'focal-point', party: 'KEN', conference: 'accra2023' })
  norway = await aPerson(w, { role: 'focal-point', party: 'NOR' })
  desk = await aPerson(w, { role: 'un-secretariat' })
  const people = new Map([kenya, later, norway, desk].map((one) => [one.id, one]))
  site = await openSite(w, {
    authenticate: ({ headers }) =>
      people.get(headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? ANONYMOUS,
  })
  offer = await makes()
  need = String(
    (
      await w.perform(desk, addNeed, {
        ...{ conference },
        terms: { capability: 'medical', units: 1, from: '2022-01-01', until: '2022-12-31' },
      })
    ).answer.need,
  )
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const makes = async (more: object = {}) =>
  String(
    (await w.perform(kenya, makeOffer, { conference, party: 'KEN', terms: { ...terms, ...more } }))
      .answer.offer,
  )
const reads = async ({ id }: Actor, path: string, language = 'en') => {
  const answer = await site.get(`/${language}${path}`, { authorization: `Bearer ${id}` })
  return { status: answer.status, text: await answer.text() }
}
const seenText = ({ text }: { text: string }) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
/** Fills the forms of a page as a browser without a script does: with the fields that stand in them. */
async function sends(actor: Actor, path: string, deed: string, fields: Record<string, string>) {
  const { text } = await reads(actor, path)
  const form = text.split('<form').find((one) => one.includes(`/deeds/${deed}"`)) ?? ''
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const body = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, value]))
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const answer = await site.raw(
    'POST',
    `/en/deeds/${deed}`,
    {
      ...{ authorization: `Bearer ${actor.id}`, origin: 'http://plenum.test' },
      'content-type': 'application/x-www-form-urlencoded',
    },
    body.toString(),
  )
  return { status: answer.status, at: answer.headers.location, text: answer.body.toString() }
}

describe('the pages of offers', () => {
  const pages = () =>
    [
      ['offers-board.own', kenya, OWN, 8],
      ['offers-board.new', kenya, `${OWN}/new`, 5],
      ['offers-board.offer', kenya, `${OWN}/${offer}`, 7],
      ['offers-board.board', norway, `/${conference}/board`, 8],
      ['offers-board.desk', desk, `/${conference}/desk/offers`, 7],
      ['offers-board.desk-new', desk, `/${conference}/desk/offers/new`, 5],
      ['offers-board.new-need', desk, `/${conference}/desk/needs/new`, 7],
      ['offers-board.need', desk, `/${conference}/desk/needs/${need}`, 9],
    ] as const

  it('ask the database as often with forty offers as with one', async () => {
    const queries = async () => {
      const counts: Record<string, number> = {}
      for (const [name, actor, path] of pages()) {
        expect((await reads(actor, path)).status, name).toBe(200)
        counts[name] = site.costs.findLast((cost) => cost.name === name)?.queries ?? 0
      }
      return counts
    }
    const few = await queries()
    for (const amount of Array.from({ length: 40 }, (_, place) => place + 1))
      await makes({ amount })
    expect(await queries()).toEqual(few)
    const budget = Object.fromEntries(pages().map(([name, , , most]) => [name, most]))
    for (const [name, count] of Object.entries(few)) {
      expect(count, name).toBeLessThanOrEqual(budget[name] ?? 0)
    }
  })

  it('stand in every language', async () => {
    for (const language of LANGUAGES) {
      for (const [name, actor, path] of pages()) {
        expect((await reads(actor, path, language)).status, `${language} ${name}`).toBe(200)
      }
    }
  })
})

describe('without a script', () => {
  it('an offer is made, changed, renewed and withdrawn by plain forms', async () => {
    const path = `${OWN}/new`
    const typed = {
      ...{ 'terms.component': 'people', 'terms.amount': '12', 'terms.unit': 'experts' },
      ...{ 'terms.from': '2022-03-01', 'terms.until': '2022-04-01', 'terms.words': 'Surgeons' },
    }
    const wrong = await sends(kenya, path, 'offers.make', { ...typed, 'terms.until': '2022-02-01' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toMatch(/Surgeons[\s\S]*The last day is before the first/)
    expect(await sends(kenya, path, 'offers.make', typed)).toMatchObject({ status: 303 })
    const list = await reads(kenya, OWN)
    const id = /offers\/([0-9a-f-]{36})"[^>]*>\s*Personnel, 12 experts/.exec(list.text)?.[1]
    const one = `${OWN}/${id}`
    const change = { ...typed, 'terms.amount': '15' }
    expect(await sends(kenya, one, 'offers.change', change)).toMatchObject({ status: 303 })
    expect(await sends(kenya, one, 'offers.renew', { until: '2022-09-01' })).toMatchObject({
      status: 303,
    })
    expect(await sends(kenya, one, 'offers.withdraw', {})).toMatchObject({ status: 303 })
    expect(seenText(await reads(kenya, one))).toContain('Withdrawn')
  })

  it('what is sought and offered is chosen by an address, and followed by a plain form', async () => {
    const board = `/${conference}/board`
    const told = await sends(norway, board, 'offers.subscribe', {
      ...{ side: 'offered', capability: 'medical' },
    })
    expect(told.status).toBe(303)
    expect(seenText(await reads(norway, board))).toContain('Tell me no more')
    expect(seenText(await reads(norway, `${board}?capability=police`))).not.toContain(
      'Tents for thirty beds',
    )
  })

  it('a need is made ready by a plain form, and its words are kept where it is refused', async () => {
    const path = `/${conference}/desk/needs/new`
    const typed = {
      ...{ 'terms.capability': 'aviation', 'terms.units': '2', 'terms.words': 'By day' },
      ...{ 'terms.from': '2022-03-01', 'terms.until': '2022-02-01' },
    }
    const wrong = await sends(desk, path, 'offers.add-need', typed)
    expect([wrong.status, wrong.text.includes('By day')]).toEqual([422, true])
    const right = { ...typed, 'terms.until': '2022-12-01' }
    expect((await sends(desk, path, 'offers.add-need', right)).status).toBe(303)
  })

  it('offers of the last conference are taken over by one button, and confirmed one by one', async () => {
    w.clock.turnTo('2022-06-01T08:00:00Z')
    expect(seenText(await reads(later, LATER))).toMatch(/Offers of the last conference Seoul 2021/)
    expect(await sends(later, LATER, 'offers.take-over', {})).toMatchObject({
      ...{ status: 303, at: expect.stringContaining(LATER) },
    })
    const page = await reads(later, LATER)
    expect(seenText(page)).toContain('This was taken over from an earlier conference')
    expect(seenText(page)).not.toContain('Offers of the last conference')
    const id = /offers\/([0-9a-f-]{36})"/.exec(page.text)?.[1]
    expect((await sends(later, `${LATER}/${id}`, 'offers.confirm', {})).status).toBe(303)
    expect(seenText(await reads(later, `${LATER}/${id}`))).toMatch(
      /Confirmed by the party[\s\S]*Taken over from an earlier conference/,
    )
  })
})

describe('the history of an offer', () => {
  it('says of each change what it was and what it became, field by field', async () => {
    w.clock.turnTo('2021-12-08T08:00:00Z')
    const id = await makes({ from: '2022-05-01' })
    const caveats = { partnersExcluded: ['NOR'], words: 'Not at night' }
    const to = { ...terms, from: '2022-05-01', amount: 4, languages: ['fr'], caveats }
    await w.perform(kenya, changeOffer, { conference, offer: id, terms: to })
    await w.perform(kenya, renewOffer, { conference, offer: id, until: '2023-06-30' })
    const text = seenText(await reads(kenya, `${OWN}/${id}`))
    const history = text.slice(text.indexOf('What was done'))
    expect(history).toMatch(
      /Renewed.*Dates 1 May – 31 December 2022 1 May 2022 – 30 June 2023.*Changed.*What is given Equipment, 1 hospital Equipment, 4 hospitals.*Languages spoken not said Français.*Not together with not said Norway.*In words, for the secretariat not said Not at night.*Made/,
    )
    expect(history).not.toContain('Tents for thirty beds')
  })

  it('says that its last day has passed', async () => {
    w.clock.turnTo('2023-08-01T08:00:00Z')
    const text = seenText(await reads(kenya, `${OWN}/${offer}`))
    expect(text).toMatch(/Its dates have passed.*The last day has passed/)
    expect(seenText(await reads(kenya, OWN))).toContain('The last day has passed')
  })
})
