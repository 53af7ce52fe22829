import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartyCode } from '../../kernel/ids.ts'
import { textIn } from '../../testing/programme.ts'
import { shippedParties } from '../../testing/record.ts'
import { Order, Plan, USUAL } from './model.ts'
import { type Known, precedence } from './precedence.ts'
import { exchanged, fixedAt, seated } from './seating/seats.ts'

const known: Known = {
  day: '2021-12-07',
  parties: new Map(shippedParties().map((party) => [party.code, party])),
  classes: [],
  seat: null,
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
}
const led = (...parties: readonly (string | [string, string])[]) =>
  parties.map((one) => {
    const [party, rank] = typeof one === 'string' ? [one, null] : one
    return { party: party as PartyCode, rank: rank as never }
  })
const orderOf = (delegations: ReturnType<typeof led>, order: object = USUAL) =>
  precedence(delegations, Order.parse(order), known).map(({ party }) => party)

describe('precedence', () => {
  it('is the English alphabet of the United Nations where nothing was decided', () => {
    expect(orderOf(led('KOR', 'KEN', 'CIV', 'PRK', 'USA'))).toEqual([
      'CIV',
      'PRK',
      'KEN',
      'KOR',
      'USA',
    ])
  })

  it('is the alphabet of another language, if the host says so', () => {
    const french = { base: { kind: 'alphabetical', language: 'fr' } }
    expect(orderOf(led('KOR', 'DEU', 'CIV', 'ZAF'), french)).toEqual(['ZAF', 'DEU', 'CIV', 'KOR'])
  })

  it('is what was set by hand, and the alphabet for whoever was forgotten', () => {
    const hand = { base: { kind: 'by-hand', parties: ['KOR', 'USA'] } }
    expect(orderOf(led('AUS', 'USA', 'BRA', 'KOR'), hand)).toEqual(['KOR', 'USA', 'AUS', 'BRA'])
  })

  it('lets higher ranks go first, if the host wants it, and keeps the base among equals', () => {
    const delegations = led(
      'AUS',
      ['BRA', 'minister'],
      ['CHL', 'head-of-state'],
      ['DNK', 'minister'],
    )
    expect(orderOf(delegations, { ...USUAL, byRank: true })).toEqual(['CHL', 'BRA', 'DNK', 'AUS'])
  })

  it('numbers everybody once', () => {
    const placed = precedence(led('KOR', 'KEN', 'USA'), USUAL, known)
    expect(placed.map(({ number }) => number)).toEqual([1, 2, 3])
  })
})

const plan = (more: object = {}) =>
  Plan.parse({ name: textIn({ en: 'Hall' }), rows: [4, 4], each: 2, ...more })
const sits = (one: Plan, order: readonly string[]) => {
  const { rows, without } = seated(one, order as PartyCode[])
  return [rows.map((row) => row.map(({ party }) => party)), without]
}

describe('seats', () => {
  it('are filled in order, row by row', () => {
    expect(sits(plan(), ['AUS', 'BRA', 'CHL'])).toEqual([
      [
        ['AUS', 'BRA'],
        ['CHL', null],
      ],
      [],
    ])
  })

  it('that were set stay, whatever the order, and free ones are passed over', () => {
    const set = plan({ fixed: [{ party: 'CHL', block: 0 }], free: [1] })
    expect(sits(set, ['AUS', 'BRA', 'CHL'])).toEqual([
      [
        ['CHL', null],
        ['AUS', 'BRA'],
      ],
      [],
    ])
  })

  it('name who finds no place', () => {
    expect(sits(plan(), ['A1', 'B2', 'C3', 'D4', 'E5', 'F6'])[1]).toEqual(['E5', 'F6'])
  })

  it('can be exchanged', () => {
    const order = ['AUS', 'BRA', 'CHL'] as PartyCode[]
    const [rows] = sits(exchanged(plan(), order, 'AUS' as PartyCode, 'CHL' as PartyCode), order)
    expect(rows).toEqual([
      ['CHL', 'BRA'],
      ['AUS', null],
    ])
  })

  it('seat everybody once or name them, whatever was set', () => {
    const codes = Array.from({ length: 30 }, (_, index) => `P${index}` as PartyCode)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(codes),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.tuple(fc.constantFrom(...codes), fc.integer({ min: 0, max: 30 })), {
          maxLength: 12,
        }),
        fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 6 }),
        (order, rows, each, set, free) => {
          const whole = set.reduce(
            (one, [party, block]) => fixedAt(one, party, block),
            plan({ rows, each, free }),
          )
          const { rows: found, without } = seated(whole, order)
          const all = found.flat().flatMap(({ party }) => party ?? [])
          expect([...all, ...without].toSorted()).toEqual(order.toSorted())
          expect(found.flat().filter(({ isFree, party }) => isFree && party)).toEqual([])
        },
      ),
    )
  })
})
