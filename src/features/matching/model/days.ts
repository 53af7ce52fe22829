import type { Offer } from './instance.ts'

/** Days as whole numbers since 1970, so that they can be compared and counted. */
export const numberOf = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000

const FIRST = Temporal.PlainDate.from('1970-01-01')
export const dayOf = (number: number): string => FIRST.add({ days: number }).toString()

/** First and last day, both included. */
export interface Days {
  from: number
  until: number
}

/** When an offer is there: to its last day, or to the end of its last turn if that comes first. */
export function daysOf({
  from,
  until,
  rotation,
}: Pick<Offer, 'from' | 'until' | 'rotation'>): Days {
  const last = numberOf(until)
  if (!rotation) return { from: numberOf(from), until: last }
  const turned = Temporal.PlainDate.from(from)
    .add({ months: rotation.turnMonths * rotation.turns })
    .subtract({ days: 1 })
  return { from: numberOf(from), until: Math.min(last, numberOf(turned.toString())) }
}
