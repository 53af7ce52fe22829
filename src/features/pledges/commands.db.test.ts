import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant, LOADER } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import { announced } from '../../testing/pledges/release.ts'
import { textIn } from '../../testing/programme.ts'
import { type World, world } from '../../testing/world.ts'
import * as written from './commands.ts'
import { announcePledges } from './desk/announce.commands.ts'
import { acceptPledge, returnPledge } from './desk/review.commands.ts'
import { reportDelivery, reportReadiness } from './history.commands.ts'
import { recordPledge } from './keeping/record.commands.ts'
import { retireIdentifier } from './keeping/retire.commands.ts'
import { PledgeId } from './model.ts'
import { deedsOf, historyOf, listedPledge, recordOf, retirementOf, versionsOf } from './queries.ts'
import { publicFrom } from './terms/public.ts'
import { submitPledge } from './writing/hand-in.commands.ts'
import { consentToShare } from './writing/partners.commands.ts'

const deeds = { ...written, submitPledge, acceptPledge, returnPledge, consentToShare }

const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'account', id, grants })
const focal = (party: string, conference = 'seoul2021') =>
  who(party, { role: 'focal-point', conference, party })
const korea = focal('KOR')
const america = focal('USA')
const kenya = focal('KEN')
const desk = who('desk', { role: 'un-secretariat', conference: 'seoul2021' })
const reviewer = who('reviewer', { role: 'reviewer', conference: '*' })
const EVERYBODY = [
  ANONYMOUS,
  korea,
  america,
  kenya,
  focal('KOR', 'accra2023'),
  desk,
  reviewer,
  LOADER,
]

let here: World
let last = 100

beforeAll(async () => {
  here = await world({ shipped: true })
  here.clock.turnTo('2021-12-07T16:30:00Z')
}, 60_000)
afterAll(() => here.close())

const freshId = () => {
  last += 1
  return PledgeId.parse(`KOR-2021-${last}`)
}
const terms = (more: object = {}) => ({
  conference: 'seoul2021',
  title: textIn({ en: 'Smart camps' }),
  summary: textIn({ en: 'Smart camps for missions' }),
  lead: 'KOR',
  shares: [
    { party: 'KOR', role: 'unit', consent: 'given' },
    { party: 'USA', role: 'transport', consent: 'named' },
    { party: 'KEN', role: 'recipient', consent: 'named' },
  ],
  quantity: { kind: 'about', value: 2, unit: 'unit' },
  capabilities: ['technology.smart-camp'],
  ...more,
})
const note = textIn({ en: 'A word on it' })
const does = (actor: Actor, command: AnyCommand, input: unknown) =>
  here.perform(actor, command, input)
const refusalOf = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  )
const stateOf = async (id: PledgeId) => (await recordOf(here.read, id))?.state

/** The way of a pledge, as far as one wants it to have gone. */
const WAY = ['draft', 'submit', 'accept', 'announce'] as const
async function aPledge(until: (typeof WAY)[number], more: object = {}): Promise<PledgeId> {
  const pledge = freshId()
  await does(korea, deeds.draftPledge, { pledge, terms: terms(more) })
  const steps = [
    () => does(korea, submitPledge, { pledge }),
    () => does(desk, acceptPledge, { pledge }),
    () => announced(here, desk, pledge),
  ]
  for (const step of steps.slice(0, WAY.indexOf(until))) await step()
  return pledge
}
/** Of some who try, those who are let. */
async function letIn(deed: (actor: Actor) => Promise<unknown>): Promise<string[]> {
  const through: string[] = []
  for (const actor of EVERYBODY) {
    if ((await refusalOf(deed(actor))) === null) through.push(actor.id)
  }
  return through
}

describe('who may do what to a pledge', () => {
  it('is drafted by the focal point of its lead at that conference, or by the secretariat', async () => {
    const through = await letIn((actor) =>
      does(actor, deeds.draftPledge, { pledge: freshId(), terms: terms() }),
    )
    expect(through).toEqual(['KOR', 'desk'])
  })

  it('is revised by its author, and by nobody else', async () => {
    const pledge = await aPledge('draft')
    let n = 2
    const through = await letIn((actor) => {
      n += 1
      const quantity = { kind: 'about', value: n, unit: 'unit' }
      return does(actor, deeds.revisePledge, { pledge, terms: terms({ quantity }) })
    })
    expect(through).toEqual(['KOR'])
  })

  it.each([
    ['submitted', 'draft', deeds.submitPledge, ['KOR'], {}],
    ['returned', 'submit', deeds.returnPledge, ['desk'], { note }],
    ['accepted', 'submit', deeds.acceptPledge, ['desk'], {}],
    ['withdrawn', 'announce', deeds.withdrawPledge, ['KOR', 'desk'], { note }],
  ] as const)('is %s by whom it concerns', async (_, until, command, expected, more) => {
    for (const actor of EVERYBODY) {
      const pledge = await aPledge(until)
      const refused = await refusalOf(does(actor, command, { pledge, ...more }))
      const may =
        actor === korea || actor === desk ? expected.some((one) => one === actor.id) : false
      expect([actor.id, refused]).toEqual([actor.id, may ? null : 'platform.not-allowed'])
    }
  })

  it('is amended by its author, with a word of why', async () => {
    const pledge = await aPledge('announce')
    const amend = (actor: Actor, n: number) =>
      does(actor, deeds.amendPledge, {
        pledge,
        terms: terms({ quantity: { kind: 'exact', value: n, unit: 'unit' } }),
        why: note,
      })
    expect(await refusalOf(amend(america, 5))).toBe('platform.not-allowed')
    expect(await refusalOf(amend(korea, 6))).toBeNull()
  })

  it('is consented to and confirmed by each party for itself alone', async () => {
    const pledge = await aPledge('announce')
    const consent = (actor: Actor) =>
      does(actor, deeds.consentToShare, { pledge, party: 'USA', role: 'transport' })
    const confirm = (actor: Actor) => does(actor, deeds.confirmPledge, { pledge, party: 'USA' })
    expect(await letIn(consent)).toEqual(['USA'])
    expect(await letIn(confirm)).toEqual(['USA'])
  })

  it('is recorded from sources, and its identifier retired, by the loader only', async () => {
    const entry = () => ({ id: freshId(), announcedOn: '2021-12-07', terms: terms() })
    expect(await letIn((actor) => does(actor, recordPledge, entry()))).toEqual(['loader'])
    const retire = (actor: Actor) => does(actor, retireIdentifier, { pledge: freshId(), why: note })
    expect(await letIn(retire)).toEqual(['loader'])
  })
})

describe('who may report', () => {
  const report = (pledge: PledgeId, event: object) => (actor: Actor) =>
    does(actor, reportDelivery, {
      pledge,
      event: { stage: 'preparing', on: '2021-12-07', source: null, ...event },
    })

  it('as the pledger is the lead; as a partner any party of the pledge; for itself alone', async () => {
    const pledge = await aPledge('announce')
    expect(await letIn(report(pledge, { voice: 'pledger' }))).toEqual(['KOR'])
    expect(await letIn(report(pledge, { voice: 'partner' }))).toEqual(['KOR', 'USA', 'KEN'])
    expect(await letIn(report(pledge, { voice: 'partner', party: 'USA' }))).toEqual(['USA'])
  })

  it('in another voice is the secretariat, which never speaks as a party', async () => {
    const pledge = await aPledge('announce')
    expect(await letIn(report(pledge, { voice: 'parliament' }))).toEqual(['desk'])
  })

  it('tells of readiness to few, unless said otherwise', async () => {
    const pledge = await aPledge('announce')
    const event = { level: '2', on: '2021-12-07', voice: 'pledger', source: null }
    await does(korea, reportReadiness, { pledge, event })
    await does(korea, reportReadiness, {
      pledge,
      event: { ...event, level: '1', audience: 'public' },
    })
    const { readiness } = await historyOf(here.read, pledge)
    expect(readiness.map(({ level, audience }) => [level, audience])).toEqual([
      ['2', 'parties'],
      ['1', 'public'],
    ])
  })

  it('tells of no day that is still to come, of no share that is not there, and of nothing under embargo', async () => {
    const pledge = await aPledge('announce')
    const told = (event: object, id = pledge) =>
      refusalOf(report(id, { voice: 'parliament', ...event })(desk))
    expect(await told({ on: '2021-12-09' })).toBe('pledges.not-yet')
    expect(await told({ on: '2021' })).toBeNull()
    expect(await told({ party: 'GBR' })).toBe('pledges.no-such-share')
    expect(await told({}, await aPledge('accept'))).toBe('pledges.not-announced')
  })

  it('says what may follow what was reported before, where a party says it', async () => {
    const pledge = await aPledge('announce')
    const says = (stage: string) => refusalOf(report(pledge, { voice: 'pledger', stage })(korea))
    expect(await says('delivered')).toBeNull()
    expect(await says('preparing')).toBe('pledges.stage-does-not-follow')
    const press = report(pledge, { voice: 'press', stage: 'preparing' })(desk)
    expect(await refusalOf(press)).toBeNull()
  })
})

describe('the life of a pledge', () => {
  it('goes from draft to announcement, and is of the day at the conference', async () => {
    const pledge = await aPledge('announce')
    const record = await recordOf(here.read, pledge)
    // 16:30 in UTC is half past one of the next day in Seoul.
    expect(record).toMatchObject({ state: 'announced', announcedOn: '2021-12-08', version: 1 })
    expect((await deedsOf(here.read, pledge)).map(({ deed }) => deed)).toEqual([...WAY, 'release'])
  })

  it('makes no move that the table does not have', async () => {
    const pledge = await aPledge('submit')
    const announce = { conference: 'seoul2021', pledges: [pledge] }
    expect(await refusalOf(does(desk, announcePledges, announce))).toBe('pledges.cannot-move')
    expect(await refusalOf(does(korea, deeds.revisePledge, { pledge, terms: terms() }))).toBe(
      'pledges.cannot-move',
    )
    expect(await stateOf(pledge)).toBe('submitted')
  })

  it('is given back with a word, revised and handed in again', async () => {
    const pledge = await aPledge('submit')
    await does(desk, deeds.returnPledge, { pledge, note })
    await does(korea, deeds.revisePledge, { pledge, terms: terms({ from: '2022' }) })
    await does(korea, deeds.submitPledge, { pledge })
    expect(await stateOf(pledge)).toBe('submitted')
    expect((await deedsOf(here.read, pledge)).at(2)).toMatchObject({ deed: 'return', note })
  })

  it('keeps its conference and its lead', async () => {
    const pledge = await aPledge('draft')
    const revise = (more: object) =>
      refusalOf(does(korea, deeds.revisePledge, { pledge, terms: terms(more) }))
    expect(await revise({ conference: null })).toBe('pledges.conference-stays')
    expect(await revise({ lead: 'USA' })).toBe('pledges.lead-stays')
  })

  it('takes no identifier that is taken or retired', async () => {
    const pledge = await aPledge('draft')
    const again = does(korea, deeds.draftPledge, { pledge, terms: terms() })
    expect(await refusalOf(again)).toBe('pledges.identifier-taken')
    const china = { lead: 'CHN', shares: [{ party: 'CHN', role: 'unit', consent: 'named' }] }
    const retired = { pledge: 'CHN-2016-01', terms: terms(china) }
    const others = does(korea, deeds.draftPledge, { pledge: 'USA-2021-77', terms: terms() })
    expect(await refusalOf(others)).toBe('pledges.identifier-of-another')
    expect(await refusalOf(does(desk, deeds.draftPledge, retired))).toBe(
      'pledges.identifier-retired',
    )
    const entry = { id: 'CHN-2016-01', announcedOn: null, terms: terms() }
    expect(await refusalOf(does(LOADER, recordPledge, entry))).toBe('pledges.identifier-retired')
    expect(await refusalOf(does(LOADER, retireIdentifier, { pledge, why: note }))).toBe(
      'pledges.identifier-taken',
    )
    expect(await retirementOf(here.read, pledge)).toBeNull()
  })

  it.each([
    ['pledges.unknown-conference', { conference: 'nowhere2021' }],
    ['pledges.unknown-party', { beneficiaries: ['NOBODY'] }],
    ['pledges.unknown-capability', { capabilities: ['magic'] }],
    ['pledges.unknown-category', { categories: [{ code: '2021.magic' }] }],
    ['pledges.unknown-theme', { priorities: [{ code: '9' }] }],
    ['pledges.unknown-theme', { crossCutting: [{ code: 'magic' }] }],
    ['pledges.unknown-mission', { missions: ['MINUX'] }],
    ['pledges.unknown-requirement', { requirements: [{ code: '2022-03.magic' }] }],
    ['pledges.unknown-pledge', { links: [{ kind: 'renews', to: 'KOR-2019-77' }] }],
  ])('names nothing that is not there: %s', async (code, more) => {
    const input = { pledge: freshId(), terms: terms(more) }
    const actor = who('all', { role: 'un-secretariat', conference: '*' })
    expect(await refusalOf(does(actor, deeds.draftPledge, input))).toBe(code)
  })

  it('recorded from sources may name a pledge that is still to come, and nothing else', async () => {
    const entry = (more: object) => ({ id: freshId(), announcedOn: null, terms: terms(more) })
    const ahead = entry({ links: [{ kind: 'renews', to: 'KOR-2019-77' }] })
    expect(await refusalOf(does(LOADER, recordPledge, ahead))).toBeNull()
    const lost = entry({ missions: ['MINUX'] })
    expect(await refusalOf(does(LOADER, recordPledge, lost))).toBe('pledges.unknown-mission')
  })
})

describe('an amendment', () => {
  it('keeps what was said before as a version, with the difference, its day and why', async () => {
    const pledge = await aPledge('announce')
    const quantity = { kind: 'exact', value: 3, unit: 'unit' }
    await does(korea, deeds.amendPledge, { pledge, terms: terms({ quantity }), why: note })
    const recorded = await listedPledge(here.read, pledge)
    const seen = recorded && publicFrom(recorded)
    expect(seen?.version).toBe(2)
    expect(seen?.earlier).toMatchObject([
      {
        version: 1,
        replacedAt: here.clock.now(),
        why: note,
        differences: [{ field: 'quantity', before: { value: 2 }, after: { value: 3 } }],
      },
    ])
  })

  it('that changes nothing is none', async () => {
    const pledge = await aPledge('announce')
    const same = { pledge, terms: terms(), why: note }
    expect((await does(korea, deeds.amendPledge, same)).subject).toBeNull()
    expect(await versionsOf(here.read, pledge)).toEqual([])
  })
})

describe('consent', () => {
  it('says of one share that it was given, and of the record that a party confirmed it', async () => {
    const pledge = await aPledge('announce')
    await does(america, deeds.consentToShare, { pledge, party: 'USA', role: 'transport' })
    await does(america, deeds.confirmPledge, { pledge, party: 'USA' })
    const recorded = await listedPledge(here.read, pledge)
    const seen = recorded && publicFrom(recorded)
    expect(seen?.terms.shares.map(({ consent }) => consent)).toEqual(['given', 'given', 'named'])
    expect(seen?.confirmations.map(({ party }) => party)).toEqual(['USA'])
  })

  it('is given once, and to a share that is there', async () => {
    const pledge = await aPledge('announce')
    const input = { pledge, party: 'USA', role: 'transport' }
    await does(america, deeds.consentToShare, input)
    expect((await does(america, deeds.consentToShare, input)).subject).toBeNull()
    const other = does(america, deeds.consentToShare, { ...input, role: 'money' })
    expect(await refusalOf(other)).toBe('pledges.no-such-share')
    await does(america, deeds.confirmPledge, { pledge, party: 'USA' })
    expect((await does(america, deeds.confirmPledge, { pledge, party: 'USA' })).subject).toBeNull()
    const britain = focal('GBR')
    expect(await refusalOf(does(britain, deeds.confirmPledge, { pledge, party: 'GBR' }))).toBe(
      'pledges.no-such-share',
    )
  })
})

describe('nobody consents for another party', () => {
  const consents = async (id: PledgeId) =>
    (await recordOf(here.read, id))?.terms.shares.map(({ consent }) => consent)
  const claimed = [
    { party: 'KOR', role: 'unit', consent: 'given' },
    { party: 'USA', role: 'transport', consent: 'given' },
  ]

  it('whoever writes that they do has only named them', async () => {
    const pledge = await aPledge('draft', { shares: claimed })
    expect(await consents(pledge)).toEqual(['given', 'named'])
    await does(korea, deeds.revisePledge, {
      pledge,
      terms: terms({ shares: claimed, summary: textIn({ en: 'Other words' }) }),
    })
    expect(await consents(pledge)).toEqual(['given', 'named'])
  })

  it('a consent that was given holds for the share as it was', async () => {
    const pledge = await aPledge('announce', { shares: claimed })
    await does(america, deeds.consentToShare, { pledge, party: 'USA', role: 'transport' })
    const amend = (more: object) =>
      does(korea, deeds.amendPledge, { pledge, terms: terms(more), why: note })
    await amend({ shares: claimed, missions: ['UNMISS'] })
    expect(await consents(pledge)).toEqual(['given', 'given'])
    const [own, other] = claimed
    const more = { ...other, quantity: { kind: 'exact', value: 9, unit: 'unit' } }
    await amend({ shares: [own, more], missions: ['UNMISS'] })
    expect(await consents(pledge)).toEqual(['given', 'named'])
  })
})

describe('what is recorded again', () => {
  const entry = (more: object = {}) => ({
    id: 'KOR-2021-90',
    announcedOn: '2021-12-07',
    asOf: '2026-02-06',
    terms: terms(),
    ...more,
  })

  it('changes nothing where it says the same', async () => {
    await does(LOADER, recordPledge, entry())
    expect((await does(LOADER, recordPledge, entry())).subject).toBeNull()
  })

  it('makes no version where it was only compared again with its sources', async () => {
    await does(LOADER, recordPledge, entry({ asOf: '2026-08-01' }))
    const id = PledgeId.parse('KOR-2021-90')
    expect(await recordOf(here.read, id)).toMatchObject({ asOf: '2026-08-01', version: 1 })
    expect(await versionsOf(here.read, id)).toEqual([])
  })

  it('keeps what it said before as a version', async () => {
    const event = { stage: 'preparing', on: '2021-12-07', voice: 'press', source: null }
    await does(LOADER, recordPledge, entry({ delivery: [event] }))
    const id = PledgeId.parse('KOR-2021-90')
    expect(await recordOf(here.read, id)).toMatchObject({ version: 2 })
    expect((await versionsOf(here.read, id)).map(({ version }) => version)).toEqual([1])
  })

  it('keeps what people did here: reports, consents, a withdrawal', async () => {
    const id = PledgeId.parse('KOR-2021-91')
    const shipped = (more: object = {}) => ({ ...entry(more), id })
    const source = { publisher: 'Gazette', url: 'https://example.org/', date: null, grade: 'B' }
    await does(LOADER, recordPledge, shipped())
    const event = { stage: 'delivered', on: '2021-12-07', voice: 'pledger', source }
    await does(korea, reportDelivery, { pledge: id, event })
    await does(america, deeds.consentToShare, { pledge: id, party: 'USA', role: 'transport' })
    await does(korea, deeds.withdrawPledge, { pledge: id, note })
    const found = { stage: 'preparing', on: '2021-12-07', voice: 'press', source }
    await does(LOADER, recordPledge, shipped({ delivery: [found] }))
    const { delivery } = await historyOf(here.read, id)
    expect(delivery.map(({ stage }) => stage)).toEqual(['delivered', 'preparing'])
    const record = await recordOf(here.read, id)
    expect(record?.state).toBe('withdrawn')
    expect(record?.terms.shares.map(({ consent }) => consent)).toEqual(['given', 'given', 'named'])
    expect((await does(LOADER, recordPledge, shipped({ delivery: [found] }))).subject).toBeNull()
  })

  it('leaves the words of whoever amended them', async () => {
    const id = PledgeId.parse('KOR-2021-92')
    await does(LOADER, recordPledge, { ...entry(), id })
    await does(korea, deeds.amendPledge, {
      pledge: id,
      terms: terms({ quantity: { kind: 'exact', value: 3, unit: 'unit' } }),
      why: note,
    })
    await does(LOADER, recordPledge, { ...entry({ terms: terms({ missions: ['UNMISS'] }) }), id })
    const record = await recordOf(here.read, id)
    expect(record?.terms).toMatchObject({ quantity: { value: 3 }, missions: [] })
  })
})
