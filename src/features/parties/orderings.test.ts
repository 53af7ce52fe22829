import { describe, expect, it } from 'vitest'
import orderingsFile from '../../../data/orderings.json' with { type: 'json' }
import partiesFile from '../../../data/parties.json' with { type: 'json' }
import type { Language } from '../../kernel/language.ts'
import { nameOn, Party } from './model.ts'
import {
  byHand,
  type Classes,
  classesOn,
  classOf,
  collationKey,
  fromSeat,
  inOrderOf,
  letterKey,
  Ordering,
  type Seat,
} from './orderings.model.ts'
import vectors from './orderings.vectors.json' with { type: 'json' }

const PARTIES = partiesFile.parties.map((party) => Party.parse({ ...party, sources: [] }))
const ORDERINGS = Ordering.array().parse(orderingsFile.orderings)
const MEMBERS = PARTIES.filter(({ kind }) => kind === 'state')
const CLASSES = ORDERINGS.filter((one): one is Classes => one.kind === 'classes')
const SEATS = ORDERINGS.filter((one): one is Seat => one.kind === 'seat')
const TODAY = '2026-01-01'
const collationOf = (language: string) => new Intl.Collator(language).compare
const codes = (parties: readonly Party[]) => parties.map(({ code }) => code as string)

const order = (language: Language, parties: readonly Party[] = MEMBERS, day = TODAY) =>
  codes(
    inOrderOf(parties, language, {
      day,
      classes: classesOn(CLASSES, day),
      compare: collationOf(language),
    }),
  )
const neighbours = (list: readonly string[], code: string) => {
  const at = list.indexOf(code)
  return [list[at - 1], list[at + 1]]
}

describe('the order of names', () => {
  it.each(['en', 'fr'] as const)('is the official one of the United Nations (%s)', (language) => {
    expect(order(language)).toEqual(vectors.official[language].split(' '))
    expect(order(language)).toHaveLength(193)
  })

  it.each(['es', 'ru', 'ar', 'zh'] as const)('follows the collation of %s', (language) => {
    expect(order(language)).toEqual(vectors.computed[language].split(' '))
  })

  it('follows the Korean alphabet, by the names that stand in the list', () => {
    const without = (list: readonly string[]) => list.filter((code) => code !== 'PRK')
    expect(without(order('ko'))).toEqual(without(vectors.computed.ko.split(' ')))
    expect(neighbours(order('ko'), 'PRK')).toEqual(['GNQ', 'GEO'])
  })

  it('does not sort the Arabic article, but the letters that look like it', () => {
    const key = (code: string) =>
      collationKey(nameOn(PARTIES.find((one) => one.code === code) as Party, TODAY, 'ar'))
    expect(key('JPN')).toBe('يابان')
    expect(key('DEU')).toBe('المانيا')
    expect(key('COM')).toBe('جزرقمر')
  })

  it('is letter by letter, without accents, spaces, hyphens and apostrophes', () => {
    expect(letterKey('Côte d’Ivoire')).toBe('cotedivoire')
    expect(letterKey('Guinée-Bissau') < letterKey('Guinée équatoriale')).toBe(true)
    expect(letterKey('Sainte-Lucie') < letterKey('Saint-Kitts-et-Nevis')).toBe(true)
  })

  it.each(vectors.past)('was another on $date: $code in $language', (past) => {
    expect(neighbours(order(past.language as Language, MEMBERS, past.date), past.code)).toEqual([
      past.after,
      past.before,
    ])
  })
})

describe('order classes', () => {
  const ends = (day: string) => order('en', PARTIES, day).slice(193)

  it('kept the State of Palestine after the Member States until 9 September 2024', () => {
    expect(ends('2024-09-09').slice(0, 4)).toEqual(['VAT', 'PSE', 'EU', 'AU'])
    expect(ends('2021-12-07').at(-1)).toBe('UN')
  })

  it('have it alphabetically among them since, its status unchanged', () => {
    expect(neighbours(order('en', PARTIES, '2024-09-10'), 'PSE')).toEqual(['LKA', 'SDN'])
    expect(neighbours(order('fr', PARTIES, '2024-09-10'), 'PSE')).toEqual(['SWZ', 'USA'])
    expect(ends('2024-09-10').slice(0, 3)).toEqual(['ZWE', 'VAT', 'EU'])
    expect(PARTIES.find(({ code }) => code === 'PSE')?.kind).toBe('observer-state')
  })

  it('put the European Union before other observers since 3 May 2011', () => {
    const place = (day: string) => order('en', PARTIES, day).indexOf('EU')
    expect(place('2011-05-03')).toBeLessThan(order('en', PARTIES, '2011-05-03').indexOf('AU'))
    expect(place('2011-05-02')).toBeGreaterThan(order('en', PARTIES, '2011-05-02').indexOf('AU'))
  })

  it('list other observers by their full names', () => {
    const list = order('en', PARTIES)
    expect(list.indexOf('SADC')).toBeLessThan(list.lastIndexOf('UN'))
    expect(neighbours(list, 'GCC')).toEqual(['CPLP', 'EASF'])
  })

  it('are the host’s to decide', () => {
    const classes = [
      { class: 1, of: ['EU' as Party['code']], by: 'short' as const, document: null },
      { class: 2, of: 'members' as const, by: 'short' as const, document: null },
    ]
    const chosen = PARTIES.filter(({ code }) => ['EU', 'FRA', 'VAT', 'AFG'].includes(code))
    const decided = inOrderOf(chosen, 'en', { day: TODAY, classes, compare: collationOf('en') })
    expect(codes(decided)).toEqual(['EU', 'AFG', 'FRA', 'VAT'])
    expect(classOf(chosen[0] as Party, [], TODAY).by).toBe('short')
  })
})

describe('the first seat', () => {
  const seated = (session: number, day: string) => {
    const seat = SEATS.find((one) => one.session === session) as Seat
    return codes(fromSeat(PARTIES, seat.first, { day, classes: classesOn(CLASSES, day) }))
  }

  it('is drawn, and the others follow in English order round to the one before', () => {
    const list = seated(76, '2021-12-07')
    expect(list.slice(0, 3)).toEqual(['SUR', 'SWE', 'CHE'])
    expect(neighbours(list, 'ZWE')).toEqual(['ZMB', 'AFG'])
    expect(list[192]).toBe('SDN')
    expect(list.slice(193, 196)).toEqual(['VAT', 'PSE', 'EU'])
  })

  it('takes the State of Palestine along once it sits among them', () => {
    expect(seated(79, '2024-09-24').slice(0, 4)).toEqual(['YEM', 'ZMB', 'ZWE', 'AFG'])
    expect(neighbours(seated(79, '2024-09-24'), 'PSE')).toEqual(['LKA', 'SDN'])
  })

  it('is known for every session from 1998 to 2024', () => {
    expect(SEATS.map(({ session }) => session)).toEqual(
      Array.from({ length: 27 }, (_, i) => 79 - i),
    )
    expect(SEATS.every(({ first }) => PARTIES.some(({ code }) => code === first))).toBe(true)
  })

  it('leaves the English order where the delegation is not in the list', () => {
    expect(fromSeat(MEMBERS, 'VAT', { day: TODAY, classes: classesOn(CLASSES, TODAY) })).toEqual(
      inOrderOf(MEMBERS, 'en', {
        day: TODAY,
        classes: classesOn(CLASSES, TODAY),
        compare: collationOf('en'),
      }),
    )
  })
})

describe('an order by hand', () => {
  it('is kept as given and never sorted', () => {
    const some = MEMBERS.filter(({ code }) => ['KOR', 'USA', 'GBR', 'CAN'].includes(code))
    expect(codes(byHand(some, ['KOR', 'USA', 'GBR', 'CAN']))).toEqual(['KOR', 'USA', 'GBR', 'CAN'])
    expect(codes(byHand(some, ['USA'])).at(0)).toBe('USA')
    expect(codes(byHand(some, ['USA']))).toHaveLength(4)
  })
})
