import { KNOWN, type Known } from './ages.ts'

/** How each thing that is known is filled, everywhere: nothing found is an open box, never a colour of blame. */
export const FILLINGS = {
  delivered: 'solid',
  'partly-delivered': 'hatched',
  'ready-not-requested': 'dotted',
  'under-way': 'tinted',
  'at-rest': 'dotted',
  'nothing-found': 'open',
} as const

/** What a picture of delivery tells apart; of two that are filled alike, the second is left to the table. */
export const PARTS = [
  'delivered',
  'partly-delivered',
  'ready-not-requested',
  'under-way',
  'nothing-found',
] as const
export type Part = (typeof PARTS)[number]

/** The part of a picture in which something that is known stands. */
export const partOf = (known: Known): Part => (known === 'at-rest' ? 'under-way' : known)

/** Numbers by what is known as numbers by the parts of a picture. */
export const countsBy = (number: (known: Known) => number): number[] =>
  PARTS.map((part) =>
    KNOWN.filter((known) => partOf(known) === part).reduce((sum, known) => sum + number(known), 0),
  )
