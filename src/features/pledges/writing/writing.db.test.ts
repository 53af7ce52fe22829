import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant } from '../../../kernel/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { AnyCommand } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { announced } from '../../../testing/pledges/release.ts'
import { textIn } from '../../../testing/programme.ts'
import { type World, world } from '../../../testing/world.ts'
import { withdrawPledge } from '../commands.ts'
import { acceptPledge, returnPledge } from '../desk/review.commands.ts'
import { retireIdentifier } from '../keeping/retire.commands.ts'
import { PledgeId } from '../model.ts'
import { deedsOf, listedPledge, recordOf } from '../queries.ts'
import { publicFrom } from '../terms/public.ts'
import { beginPledge } from './begin.commands.ts'
import { amendAsWritten, recallPledge, submitPledge } from './hand-in.commands.ts'
import { consentToShare, declineShare, invitePartners } from './partners.commands.ts'
import { invitedTo, sketchOf, submissionsOf } from './queries.ts'
import { discardChanges, writePledge } from './write.commands.ts'

const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'account', id, grants })
const focal = (party: string, conference = 'seoul2021') =>
  who(party, { role: 'focal-point', conference, party })
const korea = focal('KOR')
const america = focal('USA')
const kenya = focal('KEN')
const desk = who('desk', { role: 'un-secretariat', conference: 'seoul2021' })
const chair = who('chair', { role: 'co-chair', conference: 'seoul2021', party: 'GBR' })
const STRANGERS = [ANONYMOUS, america, focal('KOR', 'accra2023'), desk, chair]

let here: World
beforeAll(async () => {
  here = await world({ shipped: true })
  here.clock.turnTo('2021-12-01T00:00:00Z')
}, 60_000)
afterAll(() => here.close())

const does = (actor: Actor, command: AnyCommand, input: unknown, options = {}) =>
  here.perform(actor, command, input, options)
const refusalOf = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  )
const recordNow = async (id: string) => recordOf(here.read, PledgeId.parse(id))
const consentsOf = async (id: string) =>
  (await recordNow(id))?.terms.shares.map(({ party, consent }) => `${party} ${consent}`)

const begin = async (actor = korea, party = 'KOR', conference = 'seoul2021') => {
  const title = textIn({ ko: '헬기 부대' })
  const { answer } = await does(actor, beginPledge, { conference, party, title })
  return String(answer.pledge)
}
const whole = (more: object = {}) => ({
  title: { original: 'ko', in: { ko: { value: '헬기 부대' } } },
  summary: { original: 'ko', in: { ko: { value: '헬기 열여섯 대를 제공한다.' } } },
  own: [{ role: 'equipment', quantity: { value: '16', unit: 'helicopter' } }],
  partners: [
    { party: 'USA', role: 'transport' },
    { party: 'KEN', role: 'unit', quantity: { value: '1', unit: 'unit' } },
  ],
  capabilities: ['aviation'],
  quantity: { kind: 'about', value: '16', unit: 'helicopter' },
  ...more,
})
const write = (pledge: string, sketch: object, actor = korea) =>
  does(actor, writePledge, { pledge, sketch })

describe('a pledge that is begun', () => {
  it('gets the next free identifier of its party and year, which nobody had before', async () => {
    const first = await begin()
    expect(first).toMatch(/^KOR-2021-\d\d$/)
    const number = Number(first.slice(9))
    await does(who('all', { role: 'administrator', conference: '*' }), retireIdentifier, {
      pledge: `KOR-2021-${number + 1}`,
      why: textIn({ en: 'Counted elsewhere' }),
    })
    expect(await begin()).toBe(`KOR-2021-${number + 2}`)
    const vietnam = await begin(focal('VNM', 'accra2023'), 'VNM', 'accra2023')
    expect(vietnam).toBe('VNM-2023-01')
  })

  it('gets one of its own, however many begin at once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => begin(focal('RWA'), 'RWA')))
    expect(new Set(ids).size).toBe(12)
  })

  it('is begun by the focal point of that party, or by the secretariat for it', async () => {
    const input = { conference: 'seoul2021', party: 'KOR', title: textIn({ en: 'x' }) }
    for (const actor of [ANONYMOUS, america, chair, focal('KOR', 'accra2023')]) {
      expect([actor.id, await refusalOf(does(actor, beginPledge, input))]).toEqual([
        actor.id,
        'platform.not-allowed',
      ])
    }
    const own = await recordNow(await begin())
    const given = await recordNow(await begin(desk))
    expect([own?.onBehalf, given?.onBehalf]).toEqual([false, true])
  })
})

describe('what is typed', () => {
  it('is kept exactly, however little of it can be understood', async () => {
    const pledge = await begin()
    const half = { title: { in: { ar: { value: 'مروحيات' } } }, quantity: { value: 'ست عش' } }
    await write(pledge, half)
    expect((await sketchOf(here.read, PledgeId.parse(pledge)))?.content).toEqual(half)
    expect((await write(pledge, half)).subject).toBeNull()
    expect(await refusalOf(does(korea, submitPledge, { pledge }))).toBe('pledges.not-ready')
  })

  it('is its author’s alone: nobody else writes, reads or even learns that it is there', async () => {
    const pledge = await begin()
    const unknown = 'KOR-2021-9999'
    for (const actor of STRANGERS) {
      const answers = await Promise.all(
        [pledge, unknown].map((id) => refusalOf(write(id, whole(), actor))),
      )
      expect([actor.id, ...answers]).toEqual([
        actor.id,
        'platform.not-allowed',
        'platform.not-allowed',
      ])
    }
    const consent = (id: string) =>
      refusalOf(does(america, consentToShare, { pledge: id, party: 'USA', role: 'transport' }))
    await write(pledge, whole())
    expect([await consent(pledge), await consent(unknown)]).toEqual([
      'pledges.unknown-pledge',
      'pledges.unknown-pledge',
    ])
  })

  it('of two people is not overwritten by the slower one', async () => {
    const pledge = await begin()
    const sketch = (await sketchOf(here.read, PledgeId.parse(pledge)))?.content
    const seen = versionOf(sketch)
    await does(korea, writePledge, { pledge, sketch: whole() }, { seen })
    const slow = does(korea, writePledge, { pledge, sketch: whole({ from: '2024' }) }, { seen })
    expect(await refusalOf(slow)).toBe('platform.changed-meanwhile')
  })

  it('may be huge, but not without end', async () => {
    const pledge = await begin()
    const long = (length: number) => whole({ words: 'ㄱ'.repeat(length) })
    expect(await refusalOf(write(pledge, long(12_000)))).toBeNull()
    expect(await refusalOf(write(pledge, long(12_001)))).toBe('platform.unreadable-input')
  })

  it('names no pledge that its author may not know of', async () => {
    const secret = await begin(kenya, 'KEN')
    const pledge = await begin()
    const linked = (to: string) => whole({ links: [{ kind: 'enables', to }] })
    const submitted = async (to: string) => {
      await write(pledge, linked(to))
      return refusalOf(does(korea, submitPledge, { pledge }))
    }
    expect(await submitted(secret)).toBe('pledges.unknown-pledge')
    expect(await submitted('KEN-2021-9999')).toBe('pledges.unknown-pledge')
    expect(await submitted('KOR-2021-01')).toBeNull()
  })
})

describe('partners', () => {
  it('see the pledge from the moment in which they are asked, and consent each for itself', async () => {
    const pledge = await begin()
    await write(pledge, whole())
    expect((await does(korea, invitePartners, { pledge })).answer).toMatchObject({ partners: 2 })
    expect(await invitedTo(here.read, PledgeId.parse(pledge))).toEqual(['KEN', 'USA'])
    const transport = { pledge, party: 'USA', role: 'transport' }
    expect(await refusalOf(does(kenya, consentToShare, transport))).toBe('platform.not-allowed')
    await does(america, consentToShare, transport)
    expect(await consentsOf(pledge)).toEqual(['KOR given', 'USA given', 'KEN named'])
    await does(korea, submitPledge, { pledge })
    expect(await consentsOf(pledge)).toEqual(['KOR given', 'USA given', 'KEN named'])
  })

  it('are asked once, and again only where their own part has changed', async () => {
    const pledge = await begin()
    await write(pledge, whole())
    await does(korea, invitePartners, { pledge })
    expect((await does(korea, invitePartners, { pledge })).subject).toBeNull()
    for (const [party, role] of [
      ['USA', 'transport'],
      ['KEN', 'unit'],
    ]) {
      await does(focal(party as string), consentToShare, { pledge, party, role })
    }
    const more = { party: 'KEN', role: 'unit', quantity: { value: '2', unit: 'unit' } }
    await write(pledge, whole({ partners: [{ party: 'USA', role: 'transport' }, more] }))
    expect((await does(korea, invitePartners, { pledge })).answer).toMatchObject({ partners: 1 })
    expect(await consentsOf(pledge)).toEqual(['KOR given', 'USA given', 'KEN named'])
  })

  it('who take no part are not named in what is handed in', async () => {
    const pledge = await begin()
    await write(pledge, whole())
    await does(korea, invitePartners, { pledge })
    const decline = { pledge, party: 'KEN', words: textIn({ en: 'Not this year' }) }
    expect(await refusalOf(does(america, declineShare, decline))).toBe('platform.not-allowed')
    await does(kenya, declineShare, decline)
    expect((await does(kenya, declineShare, decline)).subject).toBeNull()
    expect(await refusalOf(does(korea, submitPledge, { pledge }))).toBe('pledges.partner-declined')
    await write(pledge, whole({ partners: [{ party: 'USA', role: 'transport' }] }))
    expect(await refusalOf(does(korea, submitPledge, { pledge }))).toBeNull()
  })

  it('may think better of it while nothing is announced', async () => {
    const pledge = await begin()
    await write(pledge, whole())
    await does(korea, invitePartners, { pledge })
    await does(kenya, declineShare, { pledge, party: 'KEN' })
    await does(kenya, consentToShare, { pledge, party: 'KEN', role: 'unit' })
    await does(korea, submitPledge, { pledge })
    await does(kenya, declineShare, { pledge, party: 'KEN' })
    expect(await refusalOf(does(desk, acceptPledge, { pledge }))).toBe('pledges.partner-declined')
    const lead = does(korea, declineShare, { pledge, party: 'KOR' })
    expect(await refusalOf(lead)).toBe('pledges.lead-withdraws')
  })
})

describe('what is handed in', () => {
  it('goes back with a word, is written on unseen, and comes again with what changed', async () => {
    const pledge = await begin()
    await write(pledge, whole())
    await does(korea, submitPledge, { pledge })
    expect(await refusalOf(write(pledge, whole({ from: '2024' })))).toBe('pledges.cannot-move')
    await does(desk, returnPledge, { pledge, note: textIn({ en: 'From when?' }) })
    await write(pledge, whole({ from: '2024' }))
    expect((await recordNow(pledge))?.terms.from).toBeNull()
    await does(korea, submitPledge, { pledge })
    const [second, first] = await submissionsOf(here.read, PledgeId.parse(pledge))
    expect([second?.terms.from, first?.terms.from]).toEqual(['2024', null])
    expect(await sketchOf(here.read, PledgeId.parse(pledge))).toBeNull()
  })

  it('is taken back by its author while nobody has accepted it', async () => {
    const pledge = await begin()
    await write(pledge, whole())
    await does(korea, submitPledge, { pledge })
    expect(await refusalOf(does(desk, recallPledge, { pledge }))).toBe('platform.not-allowed')
    await does(korea, recallPledge, { pledge })
    expect((await recordNow(pledge))?.state).toBe('returned')
    await does(korea, submitPledge, { pledge })
    await does(desk, acceptPledge, { pledge })
    expect(await refusalOf(does(korea, recallPledge, { pledge }))).toBe('pledges.cannot-move')
  })

  it('twice with one key is handed in once', async () => {
    const pledge = await begin()
    await write(pledge, whole())
    const once = await does(korea, submitPledge, { pledge }, { key: 'k' })
    expect(await does(korea, submitPledge, { pledge }, { key: 'k' })).toEqual(once)
    expect(await submissionsOf(here.read, PledgeId.parse(pledge))).toHaveLength(1)
  })

  it('was begun by the secretariat for a party: both write, and the consent is not claimed', async () => {
    const pledge = await begin(desk)
    await write(pledge, whole(), desk)
    await write(pledge, whole({ from: '2023' }))
    await does(desk, submitPledge, { pledge })
    expect(await consentsOf(pledge)).toEqual(['KOR named', 'USA named', 'KEN named'])
  })

  it('is withdrawn by its author, and then gone for everybody else', async () => {
    const pledge = await begin()
    expect(await refusalOf(does(desk, withdrawPledge, { pledge }))).toBe('platform.not-allowed')
    await does(korea, withdrawPledge, { pledge })
    expect(await refusalOf(write(pledge, whole()))).toBe('pledges.cannot-move')
    expect(await listedPledge(here.read, PledgeId.parse(pledge))).toBeNull()
  })
})

describe('an amendment that somebody writes', () => {
  it('changes nothing until it is announced, and then leaves the difference in sight', async () => {
    const pledge = await begin()
    await write(pledge, whole())
    await does(korea, submitPledge, { pledge })
    await does(desk, acceptPledge, { pledge })
    await announced(here, desk, pledge)
    await write(pledge, whole({ from: '2025' }))
    expect((await recordNow(pledge))?.terms.from).toBeNull()
    const why = textIn({ en: 'The dates are known now' })
    expect(await refusalOf(does(america, amendAsWritten, { pledge, why }))).toBe(
      'platform.not-allowed',
    )
    await does(korea, amendAsWritten, { pledge, why })
    const recorded = await listedPledge(here.read, PledgeId.parse(pledge))
    const [earlier] = recorded ? publicFrom(recorded).earlier : []
    expect(earlier).toMatchObject({ version: 1, why, differences: [{ field: 'from' }] })
    expect((await deedsOf(here.read, PledgeId.parse(pledge))).at(-1)?.deed).toBe('amend')
  })

  it('is thrown away as if it had not been written', async () => {
    const pledge = await begin()
    await write(pledge, whole({ from: '2026' }))
    await does(korea, discardChanges, { pledge })
    expect(await sketchOf(here.read, PledgeId.parse(pledge))).toBeNull()
    expect((await does(korea, discardChanges, { pledge })).subject).toBeNull()
  })
})
