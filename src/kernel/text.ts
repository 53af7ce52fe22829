import { z } from 'zod'
import { LANGUAGES, Language } from './language.ts'

/**
 * What a text of an organiser is worth in one language: `authentic` only when the organiser says so, `as-published`
 * when it was imported, `unofficial` when it is ours, `stale` when its source has changed since.
 */
export const TextStatus = z.enum([
  'authentic',
  'as-published',
  'translated',
  'unofficial',
  'machine',
  'stale',
])
export type TextStatus = z.infer<typeof TextStatus>

export const Wording = z.object({ value: z.string().min(1), status: TextStatus })
export type Wording = z.infer<typeof Wording>

/** A text in as many languages as are known; `original` is the language that it was first written in. */
export const Text = z.object({
  original: Language,
  in: z
    .partialRecord(Language, Wording)
    .refine((words) => Object.keys(words).length > 0, 'text.empty'),
})
export type Text = z.infer<typeof Text>

/** What a reader of one language gets: the words, the language that they are really in, and their status. */
export interface Reading extends Wording {
  language: Language
}

/** The best wording for a reader: their own language, else the original, else English, else whatever there is. */
export function readingOf(text: Text, language: Language): Reading {
  const order = [language, text.original, 'en' as const, ...LANGUAGES]
  const found = order.find((candidate) => text.in[candidate])
  const wording = found && text.in[found]
  if (!found || !wording) throw new RangeError('A text has at least one wording')
  return { ...wording, language: found }
}

const LONGEST_SEARCH = 80

/** Words that somebody looks for: at most 80 signs. Longer ones are cut, and the field of the page shows where. */
export const SearchWords = z
  .string()
  .transform((words) => [...words.trim()].slice(0, LONGEST_SEARCH).join('').trim())
  .catch('')
  .default('')
