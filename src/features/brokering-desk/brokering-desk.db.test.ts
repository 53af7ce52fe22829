import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import { aPerson, byAccount } from '../../testing/people.ts'
import { announced } from '../../testing/pledges/release.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { askChange, consent } from '../brokering/deeds/answer.commands.ts'
import { begin, end } from '../brokering/deeds/move.commands.ts'
import { note } from '../brokering/deeds/note.commands.ts'
import { alter, contact, start, suggest } from '../brokering/deeds/suggest.commands.ts'
import { makeOffer } from '../offers/commands.ts'
import { addNeed } from '../offers/needs/commands.ts'
import { EXAMPLE } from '../partnerships/example/example.ts'
import { calculateRun, finishRun } from '../partnerships/runs/commands.ts'
import { CALCULATOR } from '../partnerships/runs/model.ts'
import { acceptPledge } from '../pledges/desk/review.commands.ts'
import { recordOf } from '../pledges/queries.ts'
import { recallPledge } from '../pledges/writing/hand-in.commands.ts'

const conference = 'seoul2021'
let w: World
let site: OpenSite
let korea: Actor
let kenya: Actor
let norway: Actor
let desk: Actor

beforeAll(async () => {
  w = await world({ shipped: true })
  korea = await aPerson(w, { role: 'focal-point', party: 'KOR', language: 'fr' })
  kenya = await aPerson(w, { role: 'focal-point', party: 'KEN', language: 'ar' })
  norway = await aPerson(w, { role: 'focal-point', party: 'NOR' })
  desk = await aPerson(w, { role: 'un-secretariat' })
  site = await openSite(w, { authenticate: byAccount(w) })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const does = async (actor: Actor, command: AnyCommand, input: object) =>
  (await w.perform(actor, command, { conference, ...input })).answer
const reads = async ({ id }: Actor, path: string, language = 'en') => {
  const answer = await site.get(`/${language}/${conference}${path}`, {
    Authorization: `Bearer ${id}`,
  })
  return { status: answer.status, text: await answer.text() }
}
const told = ({ id }: Actor) =>
  w.read
    .selectFrom('notice')
    .select(['kind', 'facts', 'at'])
    .where('account', '=', id)
    .where('kind', 'like', 'brokering-%')
    .orderBy('toldAt')
    .orderBy('id')
    .execute()
const kindsOf = async (actor: Actor) => (await told(actor)).map(({ kind }) => kind)
const job = async (name: string) => {
  const run = w.features.flatMap(({ jobs }) => jobs?.[name] ?? [])[0]
  await run?.({ slot: w.clock.now().toString() }, { ...w, key: w.newId() })
}

const days = { from: '2022-01-01', until: '2022-12-31' }
const shares = [
  { party: 'KOR', gift: 'equipment', amount: 37, unit: 'helicopter', words: 'Qzkorea' },
  { party: 'KEN', gift: 'people', amount: 41, unit: 'team', words: 'فريق جاهز' },
]
const words = { original: 'en', in: { en: { value: 'One unit for a year', status: 'authentic' } } }
const wording = { capability: 'aviation', mission: 'MINUSMA', units: 1, ...days, words, shares }

describe('the pages of proposals', () => {
  it('say in words that nothing is there', async () => {
    expect((await reads(desk, '/desk/proposals')).text).toContain('There are no proposals yet')
    expect((await reads(kenya, '/delegation/KEN/proposals', 'ar')).text).toContain(
      'لا يوجد اقتراح يسمي طرفكم الآن',
    )
  })

  it('have forms of both shapes, for the secretariat and for a party', async () => {
    const joint = await reads(desk, '/desk/proposals/new')
    const three = await reads(desk, '/desk/proposals/new?form=triangular')
    expect([joint.status, three.status]).toEqual([200, 200])
    expect(joint.text).not.toContain('shares.0.part"')
    expect(three.text).toContain('shares.0.part"')
    expect((await reads(kenya, '/delegation/KEN/proposals/new')).status).toBe(200)
    expect((await reads(kenya, '/delegation/NOR/proposals/new')).status).toBe(403)
    expect((await reads(kenya, '/desk/proposals/new')).status).toBe(403)
  })
})

describe('a proposal', () => {
  let proposal: string
  const own = (party: string) => `/delegation/${party}/proposals/${proposal}`
  const answer = (party: string, version = 1) => ({ proposal, party, version })

  it('is read by nobody but the secretariat before anybody was asked', async () => {
    proposal = String((await does(desk, suggest, { wording })).proposal)
    const page = await reads(desk, `/desk/proposals/${proposal}`)
    expect(page.text).toContain('Proposal: no party has been asked')
    expect(page.text).toContain('Qzkorea')
    for (const [actor, party] of [
      [korea, 'KOR'],
      [kenya, 'KEN'],
    ] as const) {
      expect((await reads(actor, own(party))).status).toBe(404)
      expect((await reads(actor, `/delegation/${party}/proposals`)).text).not.toContain(proposal)
      expect(await told(actor)).toEqual([])
    }
  })

  it('is told to its parties, each of whom reads its own share and no amount of the other', async () => {
    await does(desk, contact, { proposal })
    expect(await told(kenya)).toEqual([
      {
        kind: 'brokering-asked',
        facts: { conference, capability: 'aviation' },
        at: `/${conference}${own('KEN')}`,
      },
    ])
    const { text } = await reads(kenya, own('KEN'))
    for (const seen of ['فريق جاهز', '41 teams', 'Republic of Korea', 'Equipment', 'MINUSMA']) {
      expect(text).toContain(seen)
    }
    expect(text).not.toMatch(/Qzkorea|37 helicopters/)
    expect(text).toContain('Consent to this share')
    expect((await reads(korea, own('KOR'), 'fr')).text).toContain('Consentir à cette part')
  })

  it('is not there for anybody else', async () => {
    expect((await reads(norway, own('NOR'))).status).toBe(404)
    expect((await reads(norway, own('KEN'))).status).toBe(403)
    expect((await reads(norway, `/desk/proposals/${proposal}`)).status).toBe(403)
    expect((await reads(kenya, own('KOR'))).status).toBe(403)
    const signedOut = await site.get(`/en/${conference}${own('KEN')}`)
    expect([302, 303, 307]).toContain(signedOut.status)
    expect(await told(norway)).toEqual([])
  })

  it('waits on the start page of those who have not answered', async () => {
    const home = async (actor: Actor) => (await reads(actor, '/desk')).text
    expect(await home(kenya)).toMatch(/Proposals for your answer/)
    await does(korea, consent, answer('KOR'))
    expect(await kindsOf(desk)).toEqual(['brokering-answered'])
    const page = (await reads(desk, '/desk/proposals')).text
    expect(page).toContain('Answer awaited from')
    expect(page).toContain('Kenya')
  })

  it('is told in a letter, in the language of its reader, and reminds by itself', async () => {
    await job('notifications.send')
    await job('platform.mail')
    w.clock.turnTo(w.clock.now().add({ hours: 24 * 7 }))
    await job('brokering.remind')
    await job('brokering.remind')
    expect(await kindsOf(kenya)).toEqual(['brokering-asked', 'brokering-reminded'])
    expect(await kindsOf(korea)).toEqual(['brokering-asked'])
    await job('notifications.send')
    const letters = (await w.letters()).filter(({ kind }) => kind.startsWith('notifications.brok'))
    expect(letters.some(({ text }) => `${text}`.includes('مقترح شراكة ينتظر ردكم'))).toBe(true)
    expect(
      letters.every(({ text }) => !/Qzkorea|فريق جاهز|MINUSMA|helicopters/.test(`${text}`)),
    ).toBe(true)
  })

  it('says what has changed, and that the consent to the other wording is void', async () => {
    const other = { ...wording, shares: [{ ...shares[0], amount: 36 }, shares[1]] }
    await does(desk, alter, { proposal, wording: other })
    const ours = (await reads(korea, own('KOR'))).text
    expect(ours).toContain('which is void')
    expect(ours).toContain('What has changed in this wording')
    expect(ours).toMatch(/37 helicopters[\s\S]*36 helicopters/)
    const theirs = (await reads(kenya, own('KEN'))).text
    expect(theirs).toContain('shares of others have')
    expect(theirs).not.toMatch(/3[67] helicopters/)
    expect((await kindsOf(korea)).at(-1)).toBe('brokering-asked')
  })

  it('refuses a consent to the wording that was read before, at its form, with the new one', async () => {
    const body = new URLSearchParams({
      ...{ conference, proposal, party: 'KOR', version: '1' },
      ...{ ':page': `/${conference}${own('KOR')}`, ':of': '', ':key': w.newId() },
    })
    const sent = await fetch(`${site.origin}/en/deeds/brokering.consent`, {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { Authorization: `Bearer ${korea.id}` },
    })
    expect(sent.status).toBe(409)
    const text = await sent.text()
    expect(text).toContain('The wording has changed since you read it')
    expect(text).toContain('36 helicopters')
  })

  it('carries notes to those for whom they are', async () => {
    await does(kenya, note, { ...{ proposal, party: 'KEN', aloneWith: 'KEN' }, words: 'Qzalone' })
    await does(kenya, note, { proposal, party: 'KEN', words: 'Qzall' })
    expect((await reads(korea, own('KOR'))).text).toContain('Qzall')
    expect((await reads(korea, own('KOR'))).text).not.toContain('Qzalone')
    expect((await reads(desk, `/desk/proposals/${proposal}`)).text).toContain('Qzalone')
    expect((await kindsOf(korea)).filter((one) => one === 'brokering-noted')).toHaveLength(1)
    await does(kenya, askChange, { ...answer('KEN', 2), words: 'Qzreason' })
    expect((await reads(korea, own('KOR'))).text).not.toMatch(/Qzreason|Change asked for/)
    expect((await reads(desk, `/desk/proposals/${proposal}`)).text).toContain('Qzreason')
  })

  it('becomes a joint pledge, linked both ways, and shows each share to all of its parties', async () => {
    await does(korea, consent, answer('KOR', 2))
    const { pledge } = await does(kenya, consent, answer('KEN', 2))
    expect((await kindsOf(korea)).at(-1)).toBe('brokering-agreed')
    expect((await kindsOf(desk)).at(-1)).toBe('brokering-agreed')
    const page = (await reads(kenya, own('KEN'))).text
    expect(page).toContain(`/${conference}/delegation/KEN/pledges/${pledge}`)
    expect(page).toContain('36 helicopters')
    expect(page).not.toContain('What has changed')
    const ofPledge = (await reads(kenya, `/delegation/KEN/pledges/${pledge}`)).text
    expect(ofPledge).toContain(`/${conference}${own('KEN')}`)
    const review = (await reads(desk, `/desk/pledges/${pledge}`)).text
    expect(review).toContain(`/desk/proposals/${proposal}`)
    const list = (await reads(desk, '/desk/proposals')).text
    expect(list).toContain('Partnerships that came of it')
    expect((await site.get(`/en/pledges/${pledge}`)).status).toBe(404)
    expect((await reads(norway, `/delegation/NOR/pledges/${pledge}`)).status).toBe(404)
  })

  it('begins and ends, and its parties are told', async () => {
    await does(kenya, begin, { proposal, party: 'KEN' })
    expect((await kindsOf(korea)).at(-1)).toBe('brokering-news')
    await does(desk, end, { proposal, ending: 'done', words: 'Qzended' })
    const { text } = await reads(korea, own('KOR'))
    expect(text).toContain('Qzended')
    expect(text).toContain('Ended: Done')
  })
})

describe('a party that is no longer named', () => {
  it('is told, and reads it no more', async () => {
    const proposal = String((await does(desk, suggest, { wording })).proposal)
    await does(desk, contact, { proposal })
    const others = { ...wording, shares: [shares[0], { ...shares[1], party: 'NOR' }] }
    await does(desk, alter, { proposal, wording: others })
    expect((await told(kenya)).at(-1)).toMatchObject({
      kind: 'brokering-news',
      at: `/${conference}/delegation/KEN/proposals`,
    })
    expect((await reads(kenya, `/delegation/KEN/proposals/${proposal}`)).status).toBe(404)
    const { text } = await reads(norway, `/delegation/NOR/proposals/${proposal}`)
    expect(text).toContain('41 teams')
    expect(text).not.toContain('What has changed')
  })
})

describe('a form', () => {
  const fields = (more: Record<string, string>) => ({
    ...{ conference, party: 'KEN', 'wording.form': 'triangular' },
    ...{ ':page': `/${conference}/delegation/KEN/proposals/new`, ':of': '', ':key': w.newId() },
    ...{ 'wording.capability': 'aviation', 'wording.units': '', 'wording.mission': '' },
    ...{ 'wording.from': '2022-01-01', 'wording.until': '2022-12-31' },
    ...{ '~wording.missionFor': 'named', '~wording.words.original': 'ar' },
    'wording.words.in.ar.value': '',
    ...Object.fromEntries(
      ['donor', 'organisation', 'state', 'donor'].flatMap((part, row) =>
        ['party', '~part', 'gift', 'amount', 'unit', 'from', 'until', 'words'].map((field) => [
          `${field.startsWith('~') ? '~' : ''}wording.shares.${row}.${field.replace('~', '')}`,
          field === '~part' ? part : '',
        ]),
      ),
    ),
    'wording.shares.0.party': 'NOR',
    'wording.shares.0.gift': 'money',
    'wording.shares.0.amount': '٥٠٠',
    'wording.shares.0.unit': 'thousand-usd',
    'wording.shares.1.party': 'UN',
    'wording.shares.1.gift': 'training',
    'wording.shares.2.party': 'KEN',
    'wording.shares.2.gift': 'people',
    'wording.shares.2.words': 'أربعة أفرقة',
    ...more,
  })
  const send = (more: Record<string, string> = {}) =>
    fetch(`${site.origin}/ar/deeds/brokering.suggest`, {
      ...{ method: 'POST', body: new URLSearchParams(fields(more)), redirect: 'manual' },
      headers: { Authorization: `Bearer ${kenya.id}`, 'Sec-Fetch-Site': 'same-origin' },
    })
  const suggested = () =>
    w.read
      .selectFrom('proposal')
      .select(['wording'])
      .where('suggestedBy', '=', 'KEN' as never)
      .execute()

  it('keeps what was typed, and says what is wrong at its field', async () => {
    const twice = await send({ 'wording.shares.1.party': 'GHA' })
    expect(twice.status).toBe(422)
    const text = await twice.text()
    expect(text).toContain('أربعة أفرقة')
    expect(text).toMatch(/shares-1-party-wrong[^>]*>الطرف الذي ينفذ هو منظمة/)
    expect((await send({ 'wording.shares.0.amount': '9'.repeat(40) })).status).toBe(422)
    expect((await send({ 'wording.capability': '' })).status).toBe(422)
    expect(await suggested()).toEqual([])
  })

  it('suggests a triangular partnership in Arabic, with numbers as they are typed', async () => {
    expect((await send()).status).toBe(303)
    const [made] = await suggested()
    expect(made?.wording.shares.map(({ party, part, amount }) => [party, part, amount])).toEqual([
      ['NOR', 'donor', 500],
      ['UN', 'organisation', null],
      ['KEN', 'state', null],
    ])
    expect([made?.wording.words, made?.wording.units]).toEqual([null, null])
    expect((await kindsOf(desk)).at(-1)).toBe('brokering-suggested')
    expect((await reads(kenya, '/delegation/KEN/proposals', 'ar')).text).toContain('شراكة ثلاثية')
  })
})

describe('lists', () => {
  it('ask the database little, however many proposals there are', async () => {
    const costOf = async (actor: Actor, path: string) => {
      await reads(actor, path)
      return site.costs.at(-1)?.queries ?? 0
    }
    const pages = [
      [desk, '/desk/proposals'],
      [kenya, '/delegation/KEN/proposals'],
    ] as const
    const before = await Promise.all(pages.map(() => 0))
    for (const [at, [actor, path]] of pages.entries()) before[at] = await costOf(actor, path)
    for (let more = 0; more < 5; more += 1) {
      const { proposal } = await does(desk, suggest, { wording })
      await does(desk, contact, { proposal })
    }
    for (const [at, [actor, path]] of pages.entries()) {
      expect(await costOf(actor, path)).toBe(before[at])
      expect(before[at]).toBeLessThanOrEqual(12)
    }
  })
})

describe('a mission that is for the secretariat alone', () => {
  it('stands on no page of a party', async () => {
    const closed = { ...wording, missionFor: 'secretariat' }
    const proposal = String((await does(desk, suggest, { wording: closed })).proposal)
    await does(desk, contact, { proposal })
    expect((await reads(kenya, `/delegation/KEN/proposals/${proposal}`)).text).not.toContain(
      'MINUSMA',
    )
    await does(korea, consent, { proposal, party: 'KOR', version: 1 })
    const { pledge } = await does(kenya, consent, { proposal, party: 'KEN', version: 1 })
    await w.perform(kenya, recallPledge, { pledge })
    for (const page of ['', '/write']) {
      const { status, text } = await reads(kenya, `/delegation/KEN/pledges/${pledge}${page}`)
      expect([status, /selected[^>]*>MINUSMA|value="MINUSMA" checked/.test(text)]).toEqual([
        200,
        false,
      ])
    }
    const written = await recordOf(w.read, pledge as never)
    expect([written?.state, written?.terms.missions]).toEqual(['returned', []])
  })
})

describe('a triangular partnership', () => {
  it('is called so in notices, on pages, and on the pledge once it is announced', async () => {
    const three = {
      ...{ ...wording, form: 'triangular', words: null },
      shares: [
        { party: 'KOR', part: 'donor', gift: 'equipment', amount: 4, unit: 'vehicle' },
        { party: 'UN', part: 'organisation', gift: 'training', amount: 2, unit: 'course' },
        { party: 'KEN', part: 'state', gift: 'people', amount: 1, unit: 'team' },
      ],
    }
    const un = await aPerson(w, { role: 'focal-point', party: 'UN' })
    const proposal = String((await does(desk, suggest, { wording: three })).proposal)
    await does(desk, contact, { proposal })
    expect((await told(kenya)).at(-1)?.facts).toMatchObject({ form: 'triangular', part: 'state' })
    const notices = await site.get('/en/notices', { Authorization: `Bearer ${kenya.id}` })
    expect(await notices.text()).toMatch(/Triangular partnership[\s\S]*Trained State/)
    const { text } = await reads(un, `/delegation/UN/proposals/${proposal}`)
    for (const seen of ['Triangular partnership', 'Donor', 'Trained State']) {
      expect(text).toContain(seen)
    }
    await does(korea, consent, { proposal, party: 'KOR', version: 1 })
    await does(un, consent, { proposal, party: 'UN', version: 1 })
    const { pledge } = await does(kenya, consent, { proposal, party: 'KEN', version: 1 })
    await w.perform(desk, acceptPledge, { pledge })
    await announced(w, desk, String(pledge))
    const shown = await (await site.get(`/en/pledges/${pledge}`)).text()
    for (const seen of ['Triangular partnership', 'Donor', 'Organization', 'Trained State']) {
      expect(shown).toContain(seen)
    }
    expect(shown).not.toContain('MINUSMA')
    expect(await (await site.get('/en/parties/KEN')).text()).toMatch(
      new RegExp(`id="triangular"[\\s\\S]*${pledge}[\\s\\S]*Trained State`),
    )
  })
})

describe('from a calculation', () => {
  it('the conversation starts on the page of its need, after showing who is asked for what', async () => {
    const offer = (party: string, component: string, amount: number, unit: string) =>
      does(desk, makeOffer, {
        party,
        terms: { ...days, capability: 'medical', component, amount, unit },
      })
    await offer('KOR', 'equipment', 1, 'hospital')
    const need = { ...days, capability: 'medical.hospital.level2', units: 1, mission: 'MINUSMA' }
    const { need: requirement } = await does(desk, addNeed, { terms: need })
    const { run } = await does(desk, calculateRun, {})
    const [first] = EXAMPLE.requirements
    const instance = {
      ...EXAMPLE,
      requirements: [
        { ...first, id: requirement, capability: need.capability, mission: 'MINUSMA' },
      ],
    }
    const by = shares.map(({ party, gift, unit }) => ({
      ...{ party, component: gift, amount: 2, unit, ...days, offer: 'o', conditions: [] },
    }))
    const explained = {
      ...{ requirement, standing: 'covered', units: 1, wanted: 1, by, alternative: null },
      ...{ missing: [], completing: [], reasons: [] },
    }
    const solution = { plan: { covers: [] }, levels: [], stopped: null, parts: 1, merged: 0 }
    const explanation = { requirements: [explained], scarce: [] }
    const outcome = { digest: 'd', instance, solution, explanation }
    await w.perform(CALCULATOR, finishRun, { conference, run, outcome })
    const at = `/desk/partnerships/${run}/${requirement}`
    const before = (await reads(desk, at)).text
    expect(before).toContain('Start the conversation')
    expect(before).toContain('The secretariat alone')
    expect(before).toContain('Calculation; no state has been asked')
    expect((await reads(kenya, at)).status).toBe(403)
    const { proposal } = await does(desk, start, { run, requirement })
    const after = (await reads(desk, at)).text
    expect(after).toContain(`/desk/proposals/${proposal}`)
    expect(after).not.toContain('Start the conversation')
    expect(after).not.toContain('no state has been asked')
    expect(after).toContain('Nobody yet')
    const { text } = await reads(kenya, `/delegation/KEN/proposals/${proposal}`)
    expect(text).toContain('2 teams')
    expect(text).not.toContain('MINUSMA')
    const ours = (await reads(desk, `/desk/proposals/${proposal}`)).text
    expect(ours).toContain(at)
  })
})
