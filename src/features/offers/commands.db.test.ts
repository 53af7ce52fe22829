import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import { aPerson, nobodyNow } from '../../testing/people.ts'
import { type World, world } from '../../testing/world.ts'
import { examine } from '../matching/model/examine.ts'
import { instanceOf } from './calculated/queries.ts'
import { changeOffer, confirmOffer, makeOffer, renewOffer, withdrawOffer } from './commands.ts'
import { subscribe, unsubscribe } from './following/commands.ts'
import { followersOf, subscriptionsOf } from './following/queries.ts'
import { addNeed, changeNeed, dropNeed, setRecipe } from './needs/commands.ts'
import { deedsOf, offerOf } from './queries.ts'

const conference = 'seoul2021' as never
const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'system', id, grants })
const focal = (party: string, at = 'seoul2021') =>
  who(party, { role: 'focal-point', conference: at, party })
const [korea, kenya] = [focal('KOR'), focal('KEN')]
const desk = who('desk', { role: 'un-secretariat', conference: 'seoul2021' })
const strangers = [
  ANONYMOUS,
  kenya,
  focal('KOR', 'accra2023'),
  who('reviewer', { role: 'reviewer', conference: 'seoul2021' }),
  who('delegate', { role: 'delegate', conference: 'seoul2021', party: 'KOR' }),
  who('elsewhere', { role: 'un-secretariat', conference: 'accra2023' }),
]
const terms = {
  ...{ capability: 'medical', component: 'equipment', amount: 1, unit: 'hospital' },
  ...{ from: '2022-01-01', until: '2022-12-31' },
}

let w: World
beforeAll(async () => {
  w = await world({ shipped: true })
}, 60_000)
afterAll(() => w.close())

const code = (error: unknown) => {
  if (error instanceof Refusal) return error.fields[0]?.code ?? error.code
  throw error
}
const does = (actor: Actor, command: AnyCommand, input: object, seen?: string) =>
  w.perform(actor, command, { conference, ...input }, { seen }).then(({ answer }) => answer, code)
const make = async (actor: Actor, more: object = {}) =>
  String(
    (await w.perform(actor, makeOffer, { conference, party: 'KOR', terms: { ...terms, ...more } }))
      .answer.offer,
  )
const found = async (id: string) => {
  const one = await offerOf(w.read, conference, id as never)
  if (!one) throw new Error(`There is no offer ${id}`)
  return one
}

describe('an offer', () => {
  it('is made by its party, or by the secretariat for it, and by nobody else', async () => {
    for (const stranger of strangers) {
      expect(await does(stranger, makeOffer, { party: 'KOR', terms })).toMatch(/^platform\.not/)
    }
    expect(await found(await make(korea))).toMatchObject({ by: 'party', version: 1 })
    expect(await found(await make(desk))).toMatchObject({ by: 'secretariat', confirmedAt: null })
  })

  it('is sent twice and made once', async () => {
    const send = () =>
      w.perform(korea, makeOffer, { conference, party: 'KOR', terms }, { key: 'twice' })
    expect((await send()).answer).toEqual((await send()).answer)
  })

  it('is changed by whoever saw what stands there', async () => {
    const offer = await make(korea)
    const changed = { offer, terms: { ...terms, amount: 3, words: 'مستشفى ميداني' } }
    for (const stranger of strangers) {
      expect(await does(stranger, changeOffer, changed)).toMatch(/^platform\.not/)
    }
    expect(await does(korea, changeOffer, changed, '1')).toMatchObject({ version: 2 })
    expect(await does(desk, changeOffer, { offer, terms }, '1')).toBe('platform.changed-meanwhile')
    const deeds = await deedsOf(w.read, offer as never)
    expect(deeds.map(({ deed, side }) => `${deed} ${side}`)).toEqual(['change party', 'make party'])
    expect(deeds[1]?.terms.amount).toBe(1)
  })

  it('waits to be confirmed where the secretariat said it, by its party alone', async () => {
    const offer = await make(desk)
    expect(await does(desk, confirmOffer, { offer })).toBe('platform.not-allowed')
    expect(await does(korea, confirmOffer, { offer })).toMatchObject({ version: 2 })
    expect((await found(offer)).confirmedAt).not.toBeNull()
    await does(desk, changeOffer, { offer, terms: { ...terms, amount: 2 } })
    expect((await found(offer)).confirmedAt).toBeNull()
  })

  it('is renewed for longer only, and taken back once', async () => {
    const offer = await make(korea)
    expect(await does(korea, renewOffer, { offer, until: '2022-12-31' })).toBe('offers.not-longer')
    await does(korea, renewOffer, { offer, until: '2023-06-30' })
    expect((await found(offer)).terms.until).toBe('2023-06-30')
    await does(korea, withdrawOffer, { offer })
    expect(await does(korea, withdrawOffer, { offer })).toEqual({})
    expect(await does(korea, changeOffer, { offer, terms })).toBe('offers.withdrawn-already')
  })

  it('names what is wrong at its field', async () => {
    const wrong = (more: object) =>
      does(korea, makeOffer, { party: 'KOR', terms: { ...terms, ...more } })
    expect(await wrong({ capability: 'magic' })).toBe('offers.unknown-capability')
    expect(await wrong({ caveats: { missionsExcluded: ['NONE'] } })).toBe('offers.unknown-mission')
    expect(await wrong({ caveats: { partnersExcluded: ['ZZZ'] } })).toBe('offers.unknown-party')
    expect(await wrong({ until: '2021-01-01', from: '2020-01-01' })).toBe('offers.over')
    expect(await wrong({ words: 'x'.repeat(401) })).not.toMatchObject({ offer: expect.anything() })
  })

  it('tells whoever reads the board of nothing that the board does not show', () => {
    const touched = (before: object | null, after: object | null) =>
      makeOffer.touches(
        { after: { conference, party: 'KOR' }, shown: { before, after } } as never,
        {} as never,
      )
    expect(touched({ a: 1 }, { a: 1 })).not.toContain('offers/board/seoul2021')
    expect(touched(null, null)).not.toContain('offers/board/seoul2021')
    expect(touched(null, { a: 1 })).toContain('offers/board/seoul2021')
  })
})

describe('a need', () => {
  const need = { capability: 'medical', units: 1, from: '2022-01-01', until: '2022-12-31' }

  it('is the business of the secretariat alone', async () => {
    for (const stranger of [...strangers, korea]) {
      expect(await does(stranger, addNeed, { terms: need })).toMatch(/^platform\.not/)
    }
    const added = (await does(desk, addNeed, { terms: need })) as { need: string }
    const changed = { need: added.need, terms: { ...need, units: 4 } }
    expect(await does(desk, changeNeed, changed, '1')).toMatchObject({ version: 2 })
    expect(await does(desk, changeNeed, changed, '1')).toBe('platform.changed-meanwhile')
    await does(desk, dropNeed, { need: added.need })
    expect(await does(desk, dropNeed, { need: added.need })).toBe('offers.unknown-need')
  })

  it('may name what a paper names as needed, and nothing that it does not', async () => {
    const requirement = '2000-01.nothing'
    expect(await does(desk, addNeed, { terms: { ...need, requirement } })).toBe(
      'offers.unknown-requirement',
    )
  })

  it('stands with offers and recipes in what a calculation knows, without fault', async () => {
    await does(desk, addNeed, { terms: need })
    await make(korea, { caveats: { partnersExcluded: ['KEN'], words: 'Not at night' } })
    const whole = [{ components: [{ component: 'equipment', amount: 1, unit: 'hospital' }] }]
    await does(desk, setRecipe, { capability: 'medical', alternatives: whole })
    const instance = await instanceOf(w.read, conference, '2021-12-07')
    expect(examine(instance).problems.filter(({ code }) => code !== 'unit-differs')).toEqual([])
    expect(instance.recipes[0]?.alternatives[0]?.components[0]?.unit).toBe('hospital')
    expect(instance.existing.length).toBeGreaterThan(0)
    expect(JSON.stringify(instance)).not.toContain('Not at night')
  })
})

describe('whoever follows the board', () => {
  it('has an account, and reads the board', async () => {
    const person = await aPerson(w, { role: 'focal-point', party: 'NOR' })
    const input = { side: 'offered', capability: 'medical' }
    expect(await does(korea, subscribe, input)).toBe('platform.not-allowed')
    const delegate = await aPerson(w, { role: 'delegate', party: 'NOR' })
    expect(await does(delegate, subscribe, input)).toBe('platform.not-allowed')
    await does(person, subscribe, input)
    await does(person, subscribe, input)
    expect(await subscriptionsOf(w.read, conference, person.id)).toHaveLength(1)
    const told = (party: string, capability = 'medical.evacuation') =>
      followersOf(w.read, conference, { side: 'offered', capability, party: party as never })
    expect(await told('KOR')).toEqual([person.id])
    expect(await told('NOR')).toEqual([])
    expect(await told('KOR', 'police')).toEqual([])
    await nobodyNow(w, person)
    expect(await told('KOR')).toEqual([])
  })

  it('stops when they like', async () => {
    const person = await aPerson(w, { role: 'focal-point', party: 'NOR' })
    await does(person, subscribe, { side: 'sought' })
    await does(person, unsubscribe, { side: 'sought' })
    expect(await subscriptionsOf(w.read, conference, person.id)).toEqual([])
  })
})
