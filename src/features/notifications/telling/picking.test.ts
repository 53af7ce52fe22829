import { describe, expect, it } from 'vitest'
import type { Grant } from '../../../kernel/actor.ts'
import type { Holder, Seat, Way } from '../model.ts'
import { sits } from '../model.ts'
import { picked, type Told } from './picking.ts'

const holder = (account: string, ...grants: Grant[]): Holder => ({ account, grants })
const seat = (role: Grant['role'], conference: string | null, party?: string): Seat => ({
  role,
  conference,
  ...(party && { party }),
})
const kenya: Grant = { role: 'focal-point', conference: 'seoul2021', party: 'KEN' }

describe('a seat', () => {
  it('is held by whoever holds the role at the conference, for the party', () => {
    expect(sits(holder('k', kenya), seat('focal-point', 'seoul2021', 'KEN'))).toBe(true)
    expect(sits(holder('k', kenya), seat('focal-point', 'seoul2021', 'KOR'))).toBe(false)
    expect(sits(holder('k', kenya), seat('focal-point', 'accra2023', 'KEN'))).toBe(false)
    expect(sits(holder('k', kenya), seat('delegate', 'seoul2021', 'KEN'))).toBe(false)
  })

  it('is held at each conference by whoever holds the role everywhere', () => {
    const everywhere = holder('u', { role: 'un-secretariat', conference: '*' })
    expect(sits(everywhere, seat('un-secretariat', 'accra2023'))).toBe(true)
    expect(sits(everywhere, seat('un-secretariat', null))).toBe(true)
  })

  it('of what belongs to no conference is held by whoever speaks for the party anywhere', () => {
    expect(sits(holder('k', kenya), seat('focal-point', null, 'KEN'))).toBe(true)
    const host = holder('h', { role: 'host-secretariat', conference: 'seoul2021' })
    expect(sits(host, seat('host-secretariat', null))).toBe(false)
  })

  it('may be somebody’s own', () => {
    expect(sits(holder('k'), { account: 'k' })).toBe(true)
    expect(sits(holder('k'), { account: 'u' })).toBe(false)
  })
})

describe('of a deed', () => {
  const told = (kind: string, to: Seat[], about = 'programme/seoul2021/3'): Told => ({
    ...{ kind, to, about, facts: {}, at: '/' },
  })
  const delegates = seat('delegate', 'seoul2021')
  const kim = holder('kim', { role: 'delegate', conference: 'seoul2021' })
  const park = holder('park', { role: 'delegate', conference: 'seoul2021' })
  const pick = (
    all: readonly Told[],
    { doer = null, ways = {} }: { doer?: string | null; ways?: Record<string, Way> } = {},
  ) =>
    picked(all, [kim, park], {
      doer,
      wayOf: (account, kind) => ways[`${account} ${kind}`] ?? 'product',
    }).map(({ account, told: { kind, about }, way }) => `${account} ${kind} ${about} ${way}`)

  it('everybody hears once of one thing, by the first kind that concerns them', () => {
    const both = [told('own', [{ account: 'kim' }]), told('all', [delegates])]
    expect(pick(both)).toEqual([
      'kim own programme/seoul2021/3 product',
      'park all programme/seoul2021/3 product',
    ])
  })

  it('whoever switched the first kind off hears by the next', () => {
    const both = [told('own', [{ account: 'kim' }]), told('all', [delegates])]
    expect(pick(both, { ways: { 'kim own': 'off', 'kim all': 'digest' } })).toEqual([
      'kim all programme/seoul2021/3 digest',
      'park all programme/seoul2021/3 product',
    ])
  })

  it('of several things everybody hears each', () => {
    const several = ['pledge/A', 'pledge/B'].map((about) => told('announced', [delegates], about))
    expect(pick(several)).toHaveLength(4)
  })

  it('whoever did it hears nothing', () => {
    expect(pick([told('all', [delegates])], { doer: 'kim' })).toEqual([
      'park all programme/seoul2021/3 product',
    ])
  })

  it('whoever holds two seats hears once', () => {
    expect(pick([told('all', [delegates, { account: 'kim' }])])).toHaveLength(2)
  })
})
