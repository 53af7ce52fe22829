import { describe, expect, it } from 'vitest'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { shippedPledges } from '../../../testing/record.ts'
import { mustBeSound, PledgeId } from '../model.ts'
import { Sketch } from './sketch.model.ts'
import { sketchFrom } from './sketch-from.ts'
import { audienceFrom, termsFrom } from './terms-from.ts'

const KOR = PartyCode.parse('KOR')
const written = { conference: ConferenceId.parse('seoul2021'), lead: KOR, before: null }
const whole = {
  title: { original: 'ko', in: { ko: { value: '헬기 16대' } } },
  summary: { original: 'ko', in: { ko: { value: '헬기를 제공한다.' } } },
  own: [{ role: 'equipment', quantity: { value: '16', unit: 'helicopter' } }],
}
const understood = (sketch: object) => termsFrom(Sketch.parse(sketch), written)
const problemsOf = (sketch: object) =>
  understood(sketch).problems.map(({ path, code }) => `${path.join('.')} ${code}`)

describe('what somebody typed of a pledge', () => {
  it('becomes terms, in the language in which it was written', () => {
    const { terms, problems } = understood({
      ...whole,
      partners: [{ party: 'KEN', role: 'recipient' }],
      quantity: { kind: 'about', value: '١٦', unit: 'helicopter' },
      from: '5/2024',
      conditions: [{ kind: 'agreement', note: { in: { fr: { value: 'Avec l’ONU' } } } }],
      links: [{ kind: 'renews', to: 'kor-2019-01' }],
      categories: ['2021.technology'],
      audiences: { from: 'parties', title: 'secretariat', quantity: 'public' },
    })
    expect(problems).toEqual([])
    expect(terms).toMatchObject({
      title: { original: 'ko', in: { ko: { value: '헬기 16대', status: 'authentic' } } },
      announcedIn: 'ko',
      lead: 'KOR',
      shares: [
        { party: 'KOR', role: 'equipment', consent: 'given', quantity: { value: 16 } },
        { party: 'KEN', role: 'recipient', consent: 'named', quantity: { kind: 'none' } },
      ],
      quantity: { kind: 'about', value: 16, unit: 'helicopter' },
      from: '2024-05',
      conditions: [{ kind: 'agreement', note: { original: 'fr' } }],
      links: [{ kind: 'renews', to: 'KOR-2019-01', inferred: false }],
      categories: [{ code: '2021.technology', inferred: false }],
      audiences: { from: 'parties' },
    })
    mustBeSound(PledgeId.parse('KOR-2021-99'), terms)
  })

  it('counts money in the smallest unit of its currency', () => {
    const money = (value: string, currency: string) =>
      understood({ ...whole, quantity: { value, unit: 'money', currency } }).terms.quantity
    expect(money('1.6 ', 'USD')).toMatchObject({ value: 160, currency: 'USD' })
    expect(money('2 500 000', 'KRW')).toMatchObject({ value: 2_500_000, currency: 'KRW' })
    expect(money('95,000,000', 'USD')).toMatchObject({ value: 9_500_000_000 })
  })

  it('says what is missing, and keeps the rest', () => {
    expect(problemsOf({})).toEqual([
      'title pledges.needs-title',
      'summary pledges.needs-summary',
      'own.0.role pledges.needs-own-part',
    ])
    expect(
      problemsOf({
        ...whole,
        own: [{ quantity: { value: 'some' } }],
        partners: [
          { role: 'training' },
          { party: 'USA', role: 'training' },
          { party: 'USA', role: 'training' },
        ],
        quantity: { kind: 'range', value: '5', to: '3', unit: 'team' },
        from: 'soon',
        rotation: [{ from: '2024' }],
        conditions: [{ note: { in: { en: { value: 'x' } } } }],
        links: [{ kind: 'renews' }, { to: 'KOR-2019' }],
      }),
    ).toEqual([
      'own.0.quantity.unit pledges.needs-unit',
      'own.0.quantity.value pledges.not-a-number',
      'own.0.role pledges.needs-role',
      'partners.0.party pledges.needs-party',
      'partners.2.role pledges.same-share-twice',
      'quantity.to pledges.range-backwards',
      'rotation.0.party pledges.needs-party',
      'from pledges.not-a-day',
      'conditions.0.kind pledges.needs-condition',
      'links.0.to pledges.not-a-pledge',
      'links.1.to pledges.not-a-pledge',
      'links.1.kind pledges.needs-link',
    ])
  })

  it('always gives terms that others can read, however little was typed', () => {
    const { terms } = understood({ quantity: { value: 'half' } })
    expect(terms.shares).toEqual([
      { party: 'KOR', role: 'lead', consent: 'given', quantity: { kind: 'none' } },
    ])
    expect(terms.quantity).toEqual({ kind: 'none' })
    mustBeSound(PledgeId.parse('KOR-2021-99'), terms)
  })

  it('is for everybody unless its author says fewer', () => {
    expect([{}, { audience: 'parties' }, { audience: 'my friends' }].map(audienceFrom)).toEqual([
      'public',
      'parties',
      'public',
    ])
  })
})

describe('every pledge that ships', () => {
  it('can be typed, and says the same again', () => {
    const different = shippedPledges().filter(({ terms, audience }) => {
      const sketch = Sketch.parse(JSON.parse(JSON.stringify(sketchFrom(terms, audience))))
      const again = termsFrom(sketch, {
        ...{ conference: terms.conference, lead: terms.lead, before: terms },
      })
      const said = JSON.stringify(sorted(again.terms)) === JSON.stringify(sorted(terms))
      return again.problems.length > 0 || !said
    })
    expect(shippedPledges().length).toBeGreaterThan(200)
    expect(different.map(({ id }) => id)).toEqual([])
  })
})

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .map(([key, inner]) => [key, sorted(inner)] as const)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value
