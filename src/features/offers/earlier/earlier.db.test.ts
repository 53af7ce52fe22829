import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { aPerson } from '../../../testing/people.ts'
import { type World, world } from '../../../testing/world.ts'
import { outlineById } from '../../conferences/queries.ts'
import { instanceOf } from '../calculated/queries.ts'
import { confirmOffer, makeOffer, renewOffer, withdrawOffer } from '../commands.ts'
import type { Offer } from '../model.ts'
import { deedsOf, offersOf } from '../queries.ts'
import { shownOn, standingOn } from '../shown.ts'
import { takeOver } from './commands.ts'
import { earlierOffers } from './queries.ts'

const [seoul, accra, berlin] = ['seoul2021', 'accra2023', 'berlin2025'].map((id) =>
  ConferenceId.parse(id),
) as [ConferenceId, ConferenceId, ConferenceId]
const party = PartyCode.parse('KEN')
const terms = {
  ...{ capability: 'medical', component: 'equipment', amount: 1, unit: 'hospital' },
  ...{ from: '2022-01-01', until: '2024-12-31', audience: 'participants', state: 'standing' },
  caveats: { partnersExcluded: ['NOR'], words: 'لا نعمل ليلا' },
}
const DAY = '2023-12-05'

let w: World
let kenya: Actor
let later: Actor
let desk: Actor
beforeAll(async () => {
  w = await world({ shipped: true })
  kenya = await aPerson(w, { role: 'focal-point', party: 'KEN' })
  later = await aPerson(w, { role: 'focal-point', party: 'KEN', conference: accra })
  desk = await aPerson(w, { role: 'un-secretariat', conference: accra })
  for (const more of [{}, { until: '2022-12-31', amount: 2 }, { amount: 3 }]) await make(more)
  const entered = await aPerson(w, { role: 'un-secretariat' })
  await make({ amount: 4 }, entered)
  const [, , gone] = await offersOf(w.read, seoul, party)
  await w.perform(kenya, withdrawOffer, { conference: seoul, offer: gone?.id })
  w.clock.turnTo(`${DAY}T08:00:00Z`)
}, 60_000)
afterAll(() => w.close())

const make = (more: object = {}, by = kenya) =>
  w.perform(by, makeOffer, { conference: seoul, party, terms: { ...terms, ...more } })
const refused = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    ({ code, fields }) => fields?.[0]?.code ?? code,
  )
const takes = (by: Actor, conference = accra) => w.perform(by, takeOver, { conference, party })
const amounts = (offers: readonly Offer[] = []) => offers.map((one) => one.terms.amount)
const at = async (conference: ConferenceId) => {
  const outline = await outlineById(w.read, conference)
  return outline && earlierOffers(w.read, outline, party)
}

describe('what a party offered at the last conference', () => {
  it('is what it confirmed and did not take back, there and nowhere later', async () => {
    expect(amounts((await at(accra))?.offers)).toEqual([1, 2])
    expect((await at(accra))?.from.id).toBe(seoul)
    expect(await at(seoul)).toBeNull()
    expect(amounts((await at(berlin))?.offers)).toEqual([1, 2])
  })

  it('is taken over by its focal point at the next one alone', async () => {
    const stranger = await aPerson(w, { role: 'focal-point', party: 'NOR', conference: accra })
    for (const by of [kenya, desk, stranger]) {
      expect(await refused(takes(by))).toBe('platform.not-allowed')
    }
    expect(await offersOf(w.read, accra, party)).toEqual([])
  })

  it('is taken over by one deed, once, word for word, and waits to be confirmed', async () => {
    const before = await offersOf(w.read, seoul, party)
    expect((await takes(later)).answer).toEqual({ offers: 2 })
    expect((await takes(later)).subject).toBeNull()
    const taken = await offersOf(w.read, accra, party)
    expect(taken.map((offer) => offer.terms)).toEqual(before.slice(0, 2).map((one) => one.terms))
    expect(taken.map((offer) => standingOn(offer, DAY))).toEqual(['unconfirmed', 'over'])
    expect(taken.map((offer) => shownOn(offer, DAY))).toEqual([null, null])
    expect(
      (await deedsOf(w.read, taken[0]?.id as never)).map(({ deed, side }) => [deed, side]),
    ).toEqual([['take-over', 'party']])
    expect(await offersOf(w.read, seoul, party)).toEqual(before)
    const { offers } = await instanceOf(w.read, accra, DAY)
    expect(offers.map(({ conditions }) => conditions)).toEqual([['not-confirmed']])
  })

  it('is confirmed anew one by one, or renewed where its dates have passed', async () => {
    const [open, over] = await offersOf(w.read, accra, party)
    const of = { conference: accra, offer: open?.id }
    expect(await refused(w.perform(desk, confirmOffer, of))).toBe('platform.not-allowed')
    await w.perform(later, confirmOffer, of)
    const ended = { conference: accra, offer: over?.id }
    expect(await refused(w.perform(later, confirmOffer, ended))).toBe('offers.over')
    await w.perform(later, renewOffer, { ...ended, until: '2025-12-31' })
    const now = await offersOf(w.read, accra, party)
    expect(now.map((offer) => standingOn(offer, DAY))).toEqual(['open', 'open'])
    expect(await at(accra)).toBeNull()
  })

  it('comes to the conference after next from the one between', async () => {
    const found = await at(berlin)
    expect(found?.from.id).toBe(accra)
    expect(found?.offers.map(({ terms: { until } }) => until)).toEqual(['2024-12-31', '2025-12-31'])
  })
})
