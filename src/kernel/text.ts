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

/** Wordings that were made from the original, and are worth what it is. */
const MADE_FROM_ORIGINAL: readonly TextStatus[] = ['translated', 'unofficial', 'machine']

/** Who repeats a wording with one of these says nothing of whether the original still says the same. */
const SAYS_NOTHING_NEW: readonly TextStatus[] = ['unofficial', 'machine']

/**
 * A text as somebody leaves it who has edited it: where the words of its original have changed, every wording that was
 * made from them and stayed the same is `stale`, and says so. One that was stale and is worded anew is `translated`
 * again, and so is one that its editor calls translated or authentic as it stands. What the organiser or a publisher
 * said (`authentic`, `as-published`) never becomes stale by itself. No word of `after` is lost or altered.
 */
export function revisedText(before: Text | null, after: Text): Text {
  if (!before) return after
  const { original } = after
  const was = before.in[original]?.value
  const is = after.in[original]?.value
  const restated = was !== undefined && is !== undefined && was !== is
  const statusOf = (language: Language, wording: Wording): TextStatus => {
    const { value, status } = wording
    const old = before.in[language]
    // An original is made from nothing that could change.
    if (language === original) return status === 'stale' ? 'unofficial' : status
    if (!old || old.value !== value) return old && status === 'stale' ? 'translated' : status
    if (restated) return MADE_FROM_ORIGINAL.includes(status) ? 'stale' : status
    return old.status === 'stale' && SAYS_NOTHING_NEW.includes(status) ? 'stale' : status
  }
  const wordings = LANGUAGES.flatMap((language) => {
    const wording = after.in[language]
    return wording ? [[language, { ...wording, status: statusOf(language, wording) }] as const] : []
  })
  return { original, in: Object.fromEntries(wordings) }
}

const LONGEST_SEARCH = 80

/** Words that somebody looks for: at most 80 signs. Longer ones are cut, and the field of the page shows where. */
export const SearchWords = z
  .string()
  .transform((words) => [...words.trim()].slice(0, LONGEST_SEARCH).join('').trim())
  .catch('')
  .default('')
