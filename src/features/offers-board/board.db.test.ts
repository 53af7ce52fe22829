import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { aPerson, byAccount } from '../../testing/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { confirmOffer, makeOffer } from '../offers/commands.ts'
import { subscribe } from '../offers/following/commands.ts'
import { addNeed } from '../offers/needs/commands.ts'

const conference = 'seoul2021'
let w: World
let site: OpenSite
let kenya: Actor
let norway: Actor
let desk: Actor

beforeAll(async () => {
  w = await world({ shipped: true })
  kenya = await aPerson(w, { role: 'focal-point', party: 'KEN', language: 'ar' })
  norway = await aPerson(w, { role: 'focal-point', party: 'NOR', language: 'fr' })
  desk = await aPerson(w, { role: 'un-secretariat' })
  site = await openSite(w, { authenticate: byAccount(w) })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const reads = async ({ id }: Actor, path: string) => {
  const answer = await site.get(path, { Authorization: `Bearer ${id}` })
  return { status: answer.status, text: await answer.text() }
}
const told = ({ id }: Actor, kind: string) =>
  w.read
    .selectFrom('notice')
    .select(['facts', 'at', 'mail'])
    .where('account', '=', id)
    .where('kind', '=', kind)
    .execute()
const terms = {
  ...{ capability: 'medical', component: 'equipment', amount: 2, unit: 'hospital' },
  ...{ from: '2022-01-01', until: '2022-12-31', audience: 'participants' },
}

describe('the board', () => {
  it('says in words that nothing is there', async () => {
    const { text } = await reads(norway, `/fr/${conference}/board`)
    expect(text).toContain('Aucune délégation ne montre d’offre')
    expect(text).toContain('Rien n’est recherché ici')
  })

  it('shows an offer without its caveats, and tells whoever follows it once a day', async () => {
    await w.perform(norway, subscribe, { conference, side: 'offered', capability: 'medical' })
    await w.perform(kenya, makeOffer, {
      ...{ conference, party: 'KEN' },
      terms: {
        ...{ ...terms, words: 'مستشفى ميداني', conditions: ['parliament'], readiness: 2 },
        caveats: { partnersExcluded: ['GHA'], words: 'لا نعمل ليلا' },
      },
    })
    const { text } = await reads(norway, `/fr/${conference}/board`)
    expect(text).toContain('مستشفى ميداني')
    for (const secret of ['لا نعمل ليلا', 'parlement', 'PCRS 2', 'Réserves', 'Avec réserves']) {
      expect(text).not.toContain(secret)
    }
    expect(await told(norway, 'offers-offered')).toEqual([
      {
        facts: { conference, capability: 'medical' },
        at: `/${conference}/board?capability=medical`,
        mail: 'digest',
      },
    ])
    expect(await told(kenya, 'offers-offered')).toEqual([])
    expect((await reads(norway, '/fr/notices')).text).toContain('Nouvelle offre')
  })

  it('is told of in one letter the next morning, in the language of its reader', async () => {
    w.clock.turnTo(w.clock.now().add({ hours: 30 }))
    const send = w.features.flatMap(({ jobs }) => jobs?.['notifications.send'] ?? [])[0]
    await send?.({ slot: w.clock.now().toString() }, { ...w, key: w.newId() })
    const letters = (await w.letters()).filter(({ kind }) => kind === 'notifications.digest')
    expect(letters).toHaveLength(1)
    expect(letters[0]?.text).toContain('Nouvelle offre')
    expect(letters[0]?.text).toContain('Capacité\u00a0: Santé')
    expect(letters[0]?.text).not.toMatch(/Kenya|مستشفى|لا نعمل/)
  })

  it('is filtered by its address', async () => {
    const shown = (search: string) => reads(norway, `/en/${conference}/board${search}`)
    const has = async (search: string) => (await shown(search)).text.includes('مستشفى ميداني')
    expect(await has('?capability=medical&component=equipment&side=offered')).toBe(true)
    expect(await has('?capability=police')).toBe(false)
    expect(await has('?component=money')).toBe(false)
    expect(await has('?side=sought')).toBe(false)
    expect((await shown('?capability=%00&side=x')).status).toBe(200)
  })

  it('shows what the secretariat entered only once its party confirms it, and then tells of it', async () => {
    const before = (await told(norway, 'offers-offered')).length
    const { answer } = await w.perform(desk, makeOffer, {
      ...{ conference, party: 'KEN' },
      terms: { ...terms, words: 'Entered by telephone' },
    })
    const text = async () => (await reads(norway, `/en/${conference}/board`)).text
    expect(await text()).not.toContain('Entered by telephone')
    expect(await told(norway, 'offers-offered')).toHaveLength(before)
    expect(await told(kenya, 'offers-entered')).toHaveLength(1)
    await w.perform(kenya, confirmOffer, { conference, offer: answer.offer })
    expect(await text()).toContain('Entered by telephone')
    expect(await told(norway, 'offers-offered')).toHaveLength(before + 1)
  })

  it('shows what is sought, without what it counts for', async () => {
    await w.perform(norway, subscribe, { conference, side: 'sought' })
    const need = { capability: 'medical', units: 3, from: '2022-01-01', until: '2022-12-31' }
    await w.perform(desk, addNeed, {
      conference,
      terms: { ...need, weight: 7919, audience: 'participants', words: 'Two Level 2 hospitals' },
    })
    const { text } = await reads(norway, `/en/${conference}/board`)
    expect(text).toContain('Two Level 2 hospitals')
    expect(text).not.toMatch(/7[,. ]?919/)
    expect(await told(norway, 'offers-sought')).toHaveLength(1)
  })
})

describe('what delegations offer', () => {
  it('stands in the alphabet of its reader', async () => {
    const germany = await aPerson(w, { role: 'focal-point', party: 'DEU' })
    const brazil = await aPerson(w, { role: 'focal-point', party: 'BRA' })
    for (const [person, party] of [
      [brazil, 'BRA'],
      [germany, 'DEU'],
    ] as const) {
      const from = { from: '2024-01-01', until: '2024-12-31', words: `Of ${party}` }
      await w.perform(person, makeOffer, { conference, party, terms: { ...terms, ...from } })
    }
    const inOrder = async (language: string) =>
      [
        ...(await reads(norway, `/${language}/${conference}/board`)).text.matchAll(/Of (\w{3})</g),
      ].map(([, code]) => code)
    expect(await inOrder('en')).toEqual(['BRA', 'DEU'])
    expect(await inOrder('fr')).toEqual(['DEU', 'BRA'])
  })
})

describe('the pages of a delegation', () => {
  it('keep what was typed, and say at its field what is wrong', async () => {
    const page = `/${conference}/delegation/KEN/offers/new`
    const { text } = await reads(kenya, `/ar${page}`)
    const key = /name=":key" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const form = new URLSearchParams({
      ...{ ':page': page, ':of': '', ':key': key, ':then': `/${conference}/delegation/KEN/offers` },
      ...{ conference, party: 'KEN', 'terms.component': 'equipment', 'terms.amount': '٣' },
      ...{ 'terms.unit': 'flight', 'terms.from': '2022-01-01', 'terms.until': '2022-02-01' },
      'terms.words': 'كلمات محفوظة',
    })
    const send = () =>
      site.raw(
        'POST',
        '/ar/deeds/offers.make',
        {
          ...{ authorization: `Bearer ${kenya.id}`, origin: 'http://plenum.test' },
          'content-type': 'application/x-www-form-urlencoded',
        },
        form.toString(),
      )
    const refused = await send()
    const body = refused.body.toString()
    expect(refused.status).toBe(422)
    expect(body).toContain('كلمات محفوظة')
    expect(body).toContain('لا يحسب هذا على هذا النحو')
    form.set('terms.unit', 'hospital')
    expect((await send()).status).toBe(303)
    expect((await send()).status).toBe(303)
    const list = (await reads(kenya, `/ar/${conference}/delegation/KEN/offers`)).text
    expect(list.match(/3 مستشفيات/g)).toHaveLength(1)
  })

  it('are closed to other delegations', async () => {
    for (const path of ['delegation/KEN/offers', 'delegation/KEN/offers/new', 'desk/offers']) {
      expect((await reads(norway, `/en/${conference}/${path}`)).status).toBe(403)
    }
  })
})
