import { type Heard, isOver } from './heard.ts'

/** How much was said, and how it stood to the limits. */
export interface Spoken {
  speeches: number
  /** Milliseconds. */
  spent: number
  /** How many went on beyond the time that they had. */
  beyond: number
}

/** Of fewer speeches no share is printed: a percentage would say more than is known. */
export const FEWEST = 10
/** Of fewer persons nothing is said apart: it would say it of each of them. */
export const FEWEST_PERSONS = 5

export const totalOf = (heard: readonly Heard[]): Spoken => ({
  speeches: heard.length,
  spent: heard.reduce((sum, { spent }) => sum + spent, 0),
  beyond: heard.filter(isOver).length,
})

/** The same by whatever is asked of each speech; in the order in which they were first heard. */
export const spokenBy = <Key>(
  heard: readonly Heard[],
  keyOf: (one: Heard) => Key,
): ReadonlyMap<Key, Spoken> =>
  new Map([...Map.groupBy(heard, keyOf)].map(([key, some]) => [key, totalOf(some)]))

/** The share of the time in whole percent; null where there is too little to say it of. */
export const shareOf = (part: Spoken, whole: Spoken): number | null =>
  whole.speeches < FEWEST || whole.spent === 0 ? null : Math.round((part.spent / whole.spent) * 100)

/** Milliseconds that a speech took on average. */
export const meanOf = ({ speeches, spent }: Spoken): number => spent / Math.max(1, speeches)
