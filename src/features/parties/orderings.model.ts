import { z } from 'zod'
import { PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { Source } from '../../kernel/source.ts'
import { Day } from '../../kernel/time.ts'
import { isMemberOn, nameOn, type Party, type PartyName } from './model.ts'

const OrderingId = z.string().regex(/^[a-z0-9-]{2,60}$/)

/** One class of an order: who stands in it, and by which of their names. */
export const OrderClass = z.strictObject({
  class: z.int().positive(),
  of: z.union([z.enum(['members', 'observers']), z.array(PartyCode)]),
  by: z.enum(['short', 'formal']),
  /** The decision on which it rests. */
  document: z.string().nullable(),
})
export type OrderClass = z.infer<typeof OrderClass>

/**
 * What an order needs beside the names. `classes`: who goes before whom, from a day on; the usage of the United
 * Nations ships, and the host of a meeting may decide otherwise. `seat`: the delegation drawn by lot for the first
 * seat of a session of the General Assembly. `by-hand`: a protocol order as the host gave it, never to be sorted.
 */
export const Ordering = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('classes'),
    id: OrderingId,
    from: Day.nullable(),
    classes: z.array(OrderClass).min(1),
  }),
  z.strictObject({
    kind: z.literal('seat'),
    id: OrderingId,
    session: z.int().positive(),
    year: z.int(),
    first: PartyCode,
    document: z.string(),
    source: Source,
  }),
  z.strictObject({
    kind: z.literal('by-hand'),
    id: OrderingId,
    parties: z.array(PartyCode).min(1),
    source: Source.nullable(),
  }),
])
export type Ordering = z.infer<typeof Ordering>
export type Classes = Extract<Ordering, { kind: 'classes' }>
export type Seat = Extract<Ordering, { kind: 'seat' }>

/** Compares two names in the collation of a language. */
export type Compare = (a: string, b: string) => number

type Sortable = Pick<Party, 'code' | 'kind' | 'memberSince' | 'namings'>

/** The decision on classes that was in force on a day. */
export function classesOn(all: readonly Classes[], day: string): readonly OrderClass[] {
  const inForce = all
    .filter(({ from }) => from === null || from <= day)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))
  return inForce[0]?.classes ?? []
}

/** The class of a party on a day: the one that names it, else the one of its kind, else the last. */
export function classOf(party: Sortable, classes: readonly OrderClass[], day: string): OrderClass {
  const named = classes.find(({ of }) => Array.isArray(of) && of.includes(party.code))
  const kind = isMemberOn(party, day) ? 'members' : 'observers'
  const found = named ?? classes.find(({ of }) => of === kind)
  return found ?? { class: Number.MAX_SAFE_INTEGER, of: 'observers', by: 'short', document: null }
}

/**
 * The key of the English and French orders of the United Nations: letters only, without accents and case, so that
 * Sainte-Lucie comes before Saint-Kitts-et-Nevis.
 */
export const letterKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^\p{L}\p{N}]/gu, '')

type Sorted = Pick<PartyName, 'short' | 'sort'>

/** What a collation compares: the stored key or the name, without spaces, hyphens and parentheses. */
export const collationKey = (name: Sorted): string =>
  (name.sort ?? name.short).replace(/[^\p{L}\p{M}\p{N}]/gu, '')

const byCodePoint: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** English and French are official letter by letter; the other languages follow their collation. */
const hasOfficialOrder = (language: Language) => language === 'en' || language === 'fr'

/** How a list of a day is sorted. `compare` is a collation; it gets the stored keys, unless `key` gives others. */
export interface Sorting {
  day: string
  classes: readonly OrderClass[]
  compare: Compare
  key?: (name: Sorted) => string
}

/** By the names of the day in one language, class after class. */
export function inOrderOf<P extends Sortable>(
  parties: readonly P[],
  language: Language,
  { day, classes, compare, key = collationKey }: Sorting,
): P[] {
  const official = hasOfficialOrder(language)
  const keyed = parties.map((party) => {
    const own = classOf(party, classes, day)
    const name = nameOn(party, day, language)
    const listed: Sorted = own.by === 'formal' ? { short: name.formal } : name
    return {
      party,
      class: own.class,
      key: official ? letterKey(listed.sort ?? listed.short) : key(listed),
    }
  })
  const by = official ? byCodePoint : compare
  return keyed
    .sort(
      (a, b) => a.class - b.class || by(a.key, b.key) || byCodePoint(a.party.code, b.party.code),
    )
    .map(({ party }) => party)
}

/** In English order from the delegation that was drawn, round to the one before it; the other classes follow. */
export function fromSeat<P extends Sortable>(
  parties: readonly P[],
  first: string,
  on: { day: string; classes: readonly OrderClass[] },
): P[] {
  const ordered = inOrderOf(parties, 'en', { ...on, compare: byCodePoint })
  const start = ordered.findIndex(({ code }) => code === first)
  if (start < 0) return ordered
  const drawn = classOf(ordered[start] as P, on.classes, on.day).class
  const [before, same, after] = [-1, 0, 1].map((side) =>
    ordered.filter((party) => Math.sign(classOf(party, on.classes, on.day).class - drawn) === side),
  ) as [P[], P[], P[]]
  const turn = same.findIndex(({ code }) => code === first)
  return [...before, ...same.slice(turn), ...same.slice(0, turn), ...after]
}

/** As the host gave it; whoever is not named stands at the end, as they came. */
export function byHand<P extends Pick<Party, 'code'>>(
  parties: readonly P[],
  codes: readonly string[],
): P[] {
  const place = (party: P) => {
    const found = codes.indexOf(party.code)
    return found < 0 ? codes.length : found
  }
  return [...parties].sort((a, b) => place(a) - place(b))
}
