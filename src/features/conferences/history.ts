import { z } from 'zod'
import { Text } from '../../kernel/text.ts'
import { PartialDay } from '../../kernel/time.ts'

/** The key of a source in the list that the record carries: what a page numbers and prints below. */
export const SourceKey = z.string().regex(/^[a-z0-9-]+$/)
/** Where something is known from; none: the organiser of the conference itself says so. */
export const Sources = z.array(SourceKey)

/** Something that was so until it was changed: what, since when, why, and who says it. */
export const held = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({
    is: value,
    /** The day of the decision, as far as it is known. */
    decided: PartialDay.nullable(),
    /** Whether that day is only about right. */
    about: z.boolean().default(false),
    why: Text.nullable().default(null),
    sources: Sources,
  })

export interface Held<Value = unknown> {
  is: Value
  decided: string | null
  about: boolean
  why: Text | null
  sources: string[]
}

/** What holds now: the last entry; null where nothing is known. */
export const current = <Value>(history: readonly Held<Value>[]): Held<Value> | null =>
  history.at(-1) ?? null

/** What held before, oldest first. */
export const former = <Value>(history: readonly Held<Value>[]): readonly Held<Value>[] =>
  history.slice(0, -1)

/** Two entries speak of the same thing if their key agrees; without a key, if their values do. */
function identity(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'key' in value) return String(value.key)
  return JSON.stringify(value)
}

/**
 * The history after a new record: the new one in its order, and every entry that it lacks where it stood before.
 * So a record can add to the past and correct its sources, but nothing that was once announced disappears.
 */
export function keepHistory<Entry extends Held>(
  before: readonly Entry[],
  after: readonly Entry[],
): Entry[] {
  const kept = [...after]
  const met = new Set<Entry>()
  let place = 0
  for (const entry of before) {
    const found = kept.findIndex((one) => !met.has(one) && identity(one.is) === identity(entry.is))
    if (found < 0) kept.splice(place, 0, entry)
    place = (found < 0 ? place : found) + 1
    met.add(kept[place - 1] as Entry)
  }
  return kept
}
