import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../../kernel/ids.ts'
import { Text } from '../../../kernel/text.ts'
import { DeliveryEvent } from '../history.model.ts'
import { PledgeId, Terms } from '../model.ts'
import { publicFrom, type Recorded } from './public.ts'

const text = (value: string) =>
  Text.parse({ original: 'en', in: { en: { value, status: 'unofficial' } } })
const id = (one: string) => PledgeId.parse(one)
const terms = (more: object = {}) =>
  Terms.parse({
    conference: 'seoul2021',
    title: text('Helicopters'),
    summary: text('Helicopters'),
    lead: 'KOR',
    shares: [{ party: 'KOR', role: 'unit', consent: 'named' }],
    quantity: { kind: 'exact', value: 16, unit: 'helicopter' },
    ...more,
  })
const event = (more: object = {}) =>
  DeliveryEvent.parse({ stage: 'preparing', on: '2022-03', voice: 'press', source: null, ...more })
const namesake = (one: string) => ({
  id: id(one),
  conference: null,
  announcedOn: null,
  title: text(one),
})
const at = (day: string) => Temporal.Instant.from(`${day}T10:00Z`)

const recorded = (more: Partial<Recorded> = {}, said: object = {}): Recorded => ({
  record: {
    id: id('KOR-2021-01'),
    conference: 'seoul2021',
    announcedOn: '2021-12-07',
    asOf: null,
    version: 1,
    state: 'announced',
    terms: terms(said),
  },
  history: { delivery: [], readiness: [] },
  versions: [],
  deeds: [],
  named: [],
  naming: [],
  ...more,
})

describe('a pledge as everybody may see it', () => {
  it('names no pledge that is not listed', () => {
    const links = [
      { kind: 'renews', to: 'KOR-2019-01' },
      { kind: 'enables', to: 'KEN-2021-09' },
    ]
    const seen = publicFrom(
      recorded({ named: [namesake('KOR-2019-01')] }, { links, partOf: 'KOR-2021-99' }),
    )
    expect(seen.connections.map(({ kind, pledge }) => `${kind} ${pledge.id}`)).toEqual([
      'renews KOR-2019-01',
    ])
    expect(JSON.stringify(seen)).not.toMatch(/KEN-2021-09|KOR-2021-99/)
  })

  it('tells both ways what pledges have to do with each other', () => {
    const later = {
      ...namesake('KOR-2023-01'),
      partOf: null,
      links: [
        { kind: 'renews' as const, to: id('KOR-2021-01'), inferred: true },
        { kind: 'enables' as const, to: id('KEN-2021-09'), inferred: false },
      ],
    }
    const part = { ...namesake('KOR-2021-02'), partOf: id('KOR-2021-01'), links: [] }
    const seen = publicFrom(recorded({ naming: [later, part] }))
    expect(
      seen.connections.map(({ kind, from, inferred, pledge }) => [kind, from, inferred, pledge.id]),
    ).toEqual([
      ['renews', 'there', true, 'KOR-2023-01'],
      ['part', 'there', false, 'KOR-2021-02'],
    ])
  })

  it('stands by what everybody may see of its history', () => {
    const delivery = [
      event(),
      event({ stage: 'delivered', on: '2022-05', audience: 'secretariat' }),
    ]
    const seen = publicFrom(recorded({ history: { delivery, readiness: [] } }))
    expect(seen.standing.stage).toBe('preparing')
    expect(JSON.stringify(seen)).not.toContain('delivered')
  })

  it('is confirmed by whoever confirmed it, and withdrawn with a word of why', () => {
    const deeds = [
      { deed: 'confirm', at: at('2021-12-09'), party: PartyCode.parse('KOR'), note: null },
      { deed: 'return', at: at('2021-12-09'), party: null, note: text('not for the public') },
      { deed: 'withdraw', at: at('2022-01-09'), party: null, note: text('a change of plans') },
    ]
    const { record } = recorded()
    const seen = publicFrom(recorded({ deeds, record: { ...record, state: 'withdrawn' } }))
    expect(seen.confirmations).toEqual([{ party: 'KOR', at: at('2021-12-09') }])
    expect(seen.withdrawn).toEqual({ note: text('a change of plans') })
    expect(JSON.stringify(seen)).not.toContain('not for the public')
  })
})

describe('its earlier versions', () => {
  const version = (number: number, said: object, delivery: DeliveryEvent[] = []) => ({
    version: number,
    replacedAt: at('2022-01-01'),
    why: null,
    content: { terms: terms(said), delivery, readiness: [] },
  })
  const ten = { kind: 'about', value: 10, unit: 'helicopter' }

  it('tell what each change made of the one before', () => {
    const seen = publicFrom(
      recorded({ versions: [version(2, { from: '2022' }), version(1, { quantity: ten })] }),
    )
    expect(
      seen.earlier.map(({ version, differences }) => [
        version,
        differences.map((one) => one.field),
      ]),
    ).toEqual([
      [2, ['from']],
      [1, ['quantity', 'from']],
    ])
    expect(seen.earlier[1]?.differences[0]).toMatchObject({
      before: { value: 10 },
      after: { value: 16 },
    })
  })

  it('say when only what is reported was changed', () => {
    const seen = publicFrom(recorded({ versions: [version(1, {}, [event()])] }))
    expect(seen.earlier[0]).toMatchObject({ differences: [], reportsChanged: true })
  })

  it('do not tell what was meant for fewer then, nor what is today', () => {
    const past = publicFrom(
      recorded({ versions: [version(1, { from: '2031', audiences: { from: 'parties' } })] }),
    )
    const today = publicFrom(
      recorded(
        { versions: [version(1, { from: '2031' })] },
        { from: '2033', audiences: { from: 'parties' } },
      ),
    )
    expect(JSON.stringify(past)).not.toContain('2031')
    expect(JSON.stringify(today)).not.toMatch(/2031|2033/)
    expect(today.earlier[0]?.differences).toEqual([])
  })

  it('name no pledge that is not listed', () => {
    const links = [{ kind: 'renews', to: 'KOR-2019-07' }]
    const seen = publicFrom(recorded({ versions: [version(1, { links })] }))
    expect(JSON.stringify(seen)).not.toContain('KOR-2019-07')
  })
})
