import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS, LOADER, OPERATOR } from '../../kernel/actor.ts'
import { PartyCode } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type World, world } from '../../testing/world.ts'
import { recordGroup, recordMission, recordOrdering, recordParty } from './commands.ts'
import { parties as feature } from './feature.ts'
import { isActiveOn } from './missions.model.ts'
import { nameOn, type Party } from './model.ts'
import {
  belongingsOf,
  everyGroup,
  everyMission,
  everyParty,
  groupOf,
  missionOf,
  orderingOf,
  orderingsOfUse,
  partiesOf,
  partyOf,
  pastOf,
  regionalMemberships,
} from './queries.ts'

let here: World

const shipped = () =>
  (feature.shipped ?? []).flatMap(({ file, deeds }) =>
    deeds(JSON.parse(readFileSync(`data/${file}`, 'utf8'))),
  )
const load = async () => {
  const outcomes: unknown[] = []
  for (const { command, input } of shipped()) {
    outcomes.push(await here.perform(LOADER, command, input))
  }
  return outcomes
}
const party = async (code: string): Promise<Party> => {
  const found = await partyOf(here.read, PartyCode.parse(code))
  if (!found) throw new Error(`No party ${code}`)
  return found
}
const refusalOf = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? [error.code, error.status] : error),
  )

beforeAll(async () => {
  here = await world({ features: [feature] })
  await load()
})
afterAll(() => here.close())

describe('the facts that ship', () => {
  it('load through the commands that people use', async () => {
    const all = await everyParty(here.read)
    expect(all).toHaveLength(217)
    expect(all.filter(({ kind }) => kind === 'state')).toHaveLength(193)
    expect(await everyMission(here.read)).toHaveLength(27)
    const { classes, seats } = await orderingsOfUse(here.read)
    expect([classes.length, seats.length, seats[0]?.id]).toEqual([3, 27, 'seat-79'])
    expect(await regionalMemberships(here.read)).toHaveLength(193)
    expect(await everyGroup(here.read)).toHaveLength(9)
  })

  it('come back as they were given', async () => {
    for (const { command, input } of shipped()) {
      if (command === recordParty) expect(await party((input as Party).code)).toEqual(input)
    }
  })

  it('change nothing when they are loaded again', async () => {
    const count = () =>
      here.read
        .selectFrom('journal')
        .select((of) => of.fn.countAll().as('entries'))
        .executeTakeFirstOrThrow()
    const before = await count()
    expect(new Set((await load()).map((outcome) => JSON.stringify(outcome)))).toEqual(
      new Set(['{"subject":null,"answer":{}}']),
    )
    expect(await count()).toEqual(before)
  })
})

describe('queries', () => {
  it('find the parties of some codes, and none for none', async () => {
    const found = await partiesOf(here.read, [PartyCode.parse('KOR'), PartyCode.parse('EU')])
    expect([...found.keys()].sort()).toEqual(['EU', 'KOR'])
    expect(nameOn(found.get(PartyCode.parse('KOR')) as Party, '2021-12-07', 'fr').short).toBe(
      'République de Corée',
    )
    expect((await partiesOf(here.read, [])).size).toBe(0)
    expect(await partyOf(here.read, PartyCode.parse('NOBODY'))).toBe(null)
  })

  it('know where a party belongs, and how surely', async () => {
    const of = async (code: string) =>
      (await belongingsOf(here.read, PartyCode.parse(code))).map(({ group, role, status }) => [
        group,
        role,
        status,
      ])
    expect(await of('BRA')).toEqual([
      ['c34', 'member', 'indicated'],
      ['grulac', 'member', 'confirmed'],
    ])
    expect(await of('EU')).toEqual([['c34', 'observer', 'confirmed']])
    expect(await of('NATO')).toEqual([])
  })

  it('read a group with its members, an order, and the missions of a day', async () => {
    expect((await groupOf(here.read, 'c34'))?.members).toHaveLength(42)
    expect(await groupOf(here.read, 'c35')).toBe(null)
    expect(await orderingOf(here.read, 'seat-76')).toMatchObject({ first: 'SUR' })
    expect(await orderingOf(here.read, 'seat-1')).toBe(null)
    expect((await missionOf(here.read, 'MINUSMA'))?.end).toBe('2023-12-31')
    const active = (await everyMission(here.read)).filter((one) => isActiveOn(one, '2021-12-07'))
    expect(active.map(({ acronym }) => acronym)).toContain('UNTSO')
    expect(active.map(({ acronym }) => acronym)).not.toContain('UNAMID')
  })
})

describe('recording', () => {
  it('corrects a party, keeps its past, and says what it touched', async () => {
    const known = await party('NAM')
    const present = known.namings.at(-1) as Party['namings'][number]
    const renamed = {
      ...known,
      namings: [
        { ...present, until: '2026-06-30' },
        { ...present, names: { ...present.names, en: { short: 'Renamed', formal: 'Renamed' } } },
      ],
    }
    const outcome = await here.perform(OPERATOR, recordParty, renamed)
    expect(outcome).toMatchObject({ subject: 'party/NAM' })
    const after = await party('NAM')
    expect([
      nameOn(after, '2026-06-30', 'en').short,
      nameOn(after, '2026-07-01', 'en').short,
    ]).toEqual(['Namibia', 'Renamed'])
    await here.perform(OPERATOR, recordParty, known)
    expect(await party('NAM')).toEqual(known)
    const past = await pastOf(here.read, 'party/NAM')
    expect(past.map(({ replacedBy, content }) => [replacedBy, content])).toEqual([
      ['system/operator', renamed],
      ['system/operator', known],
    ])
    expect(`${past[0]?.replacedAt}`).toBe('2021-12-07T00:00:00Z')
    expect(await pastOf(here.read, 'party/KOR')).toEqual([])
  })

  it('is for the loader and administrators', async () => {
    const secretariat = {
      ...ANONYMOUS,
      grants: [{ role: 'host-secretariat' as const, conference: '*' }],
    }
    const group = await groupOf(here.read, 'p5')
    const mission = await missionOf(here.read, 'UNMISS')
    const ordering = await orderingOf(here.read, 'seat-76')
    for (const actor of [ANONYMOUS, secretariat]) {
      const refused = ['platform.not-allowed', 403]
      expect(await refusalOf(here.perform(actor, recordParty, await party('KOR')))).toEqual(refused)
      expect(await refusalOf(here.perform(actor, recordGroup, group))).toEqual(refused)
      expect(await refusalOf(here.perform(actor, recordMission, mission))).toEqual(refused)
      expect(await refusalOf(here.perform(actor, recordOrdering, ordering))).toEqual(refused)
    }
  })

  it('keeps kinds apart, and names nobody who is not there', async () => {
    const refused = async (deed: Promise<unknown>) => (await refusalOf(deed)) as unknown
    const chad = await party('TCD')
    expect(
      await refused(here.perform(OPERATOR, recordParty, { ...chad, kind: 'organisation' })),
    ).toEqual(['parties.kind-stays', 409])
    const group = await groupOf(here.read, 'p5')
    const stranger = { ...group?.members[0], party: 'NOBODY' }
    expect(
      await refused(
        here.perform(OPERATOR, recordGroup, {
          ...group,
          members: [...(group?.members ?? []), stranger],
        }),
      ),
    ).toEqual(['parties.unknown-code', 409])
    expect(
      await refused(
        here.perform(OPERATOR, recordOrdering, {
          kind: 'by-hand',
          id: 'a-hand',
          parties: ['KOR', 'NOBODY'],
          source: null,
        }),
      ),
    ).toEqual(['parties.unknown-code', 409])
    const mission = await missionOf(here.read, 'UNMISS')
    expect(await refused(here.perform(OPERATOR, recordMission, { ...mission, hosts: [] }))).toEqual(
      ['parties.mission-without-place', 409],
    )
  })

  it('replaces the members of a group by those it is given', async () => {
    const group = await groupOf(here.read, 'p5')
    const fewer = { ...group, members: group?.members.slice(0, 3) }
    await here.perform(OPERATOR, recordGroup, fewer)
    expect(await groupOf(here.read, 'p5')).toEqual(fewer)
    expect((await pastOf(here.read, 'party-group/p5'))[0]?.content).toEqual(group)
    await here.perform(OPERATOR, recordGroup, group)
    expect(await groupOf(here.read, 'p5')).toEqual(group)
  })

  it('keeps an order by hand as it was given', async () => {
    const byHand = { kind: 'by-hand', id: 'a-hand', parties: ['KOR', 'USA', 'GBR'], source: null }
    await here.perform(OPERATOR, recordOrdering, byHand)
    expect(await orderingOf(here.read, 'a-hand')).toEqual(byHand)
  })
})
