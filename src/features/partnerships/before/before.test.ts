import { describe, expect, it } from 'vitest'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { PledgeId } from '../../pledges/model.ts'
import { type PastOffer, type PastPledge, whoBefore } from './before.ts'

const UTILITY = 'aviation.helicopter.utility'
const party = (code: string) => PartyCode.parse(code)
const offer = (code: string, more: Partial<PastOffer> = {}): PastOffer => ({
  ...{ id: code, conference: ConferenceId.parse('accra2023'), party: party(code) },
  ...{ capability: UTILITY, component: 'people', from: '2024-01-01', until: '2024-12-31', ...more },
})
const pledge = (
  id: string,
  shares: readonly (readonly [string, PastPledge['shares'][number]['role']])[],
  more: Partial<PastPledge> = {},
): PastPledge => ({
  ...{ id: PledgeId.parse(id), announcedOn: '2021-12-07', capabilities: [UTILITY] },
  shares: shares.map(([code, role]) => ({ party: party(code), role, consent: 'named' })),
  ...more,
})
const whoGave = (
  component: string,
  offers: readonly PastOffer[],
  pledges: readonly PastPledge[] = [],
) => whoBefore({ component, capability: UTILITY }, offers, pledges).map((one) => String(one.party))

describe('who has offered such a thing before', () => {
  it('offered the same part for the capability, for one above or below it, or for any', () => {
    const offers = [
      offer('KEN'),
      offer('GHA', { capability: 'aviation' }),
      offer('NOR', { capability: `${UTILITY}.night` }),
      offer('RWA', { capability: null }),
      offer('BEL', { capability: 'aviation.uas' }),
      offer('PRT', { component: 'equipment' }),
    ]
    expect(whoGave('people', offers)).toEqual(['GHA', 'KEN', 'NOR', 'RWA'])
  })

  it('gave it in a pledge, or a whole unit, which brings people and equipment', () => {
    const pledges = [
      pledge('KOR-2021-01', [
        ['KOR', 'equipment'],
        ['USA', 'refurbishment'],
        ['USA', 'transport'],
        ['KEN', 'unit'],
        ['UGA', 'recipient'],
      ]),
    ]
    expect(whoGave('people', [], pledges)).toEqual(['KEN'])
    expect(whoGave('equipment', [], pledges)).toEqual(['KEN', 'KOR'])
    expect(whoGave('sustainment', [], pledges)).toEqual(['USA'])
    expect(whoGave('training', [], pledges)).toEqual([])
  })

  it('carried something else, since whoever carries can carry anything', () => {
    const pledges = [pledge('AUS-2015-01', [['AUS', 'transport']], { capabilities: ['medical'] })]
    expect(whoGave('transport', [], pledges)).toEqual(['AUS'])
    expect(whoGave('equipment', [], pledges)).toEqual([])
  })

  it('did not, where we only inferred it', () => {
    const shares = [{ party: party('USA'), role: 'training', consent: 'inferred' } as const]
    expect(whoGave('training', [], [pledge('ARM-2015-01', [], { shares })])).toEqual([])
  })

  it('stands there once, with all that it offered and the newest pledge first', () => {
    const old = pledge('KEN-2015-01', [['KEN', 'unit']], { announcedOn: '2015-09-28' })
    const news = pledge('KEN-2025-01', [['KEN', 'people']], { announcedOn: '2025-05' })
    const undated = pledge('KEN-2020-01', [['KEN', 'unit']], { announcedOn: null })
    const offers = [offer('KEN', { id: 'a' }), offer('KEN', { id: 'b' })]
    const [kenya] = whoBefore({ component: 'people', capability: UTILITY }, offers, [
      ...[old, undated, news],
    ])
    expect(kenya?.offers.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(kenya?.pledges.map(({ id }) => id)).toEqual([news.id, old.id, undated.id])
  })
})
