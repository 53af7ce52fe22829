import { z } from 'zod'
import { LANGUAGES } from '../../kernel/language.ts'
import { Conference, Series } from './model.ts'

const isLanguage = (name: string) => (LANGUAGES as readonly string[]).includes(name)

/**
 * A shipped file writes its texts short: `{ "en": "…", "fr": "…" }`. They are our own words, so each is unofficial,
 * unless it says otherwise: `{ "original": "fr", "fr": { "value": "…", "status": "as-published" }, "en": "…" }`.
 */
export function spelledOut(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(spelledOut)
  if (typeof content !== 'object' || content === null) return content
  const { original = 'en', ...wordings } = content as Record<string, unknown>
  const languages = Object.keys(wordings)
  if (languages.length === 0 || !languages.every(isLanguage)) {
    return Object.fromEntries(
      Object.entries(content).map(([name, value]) => [name, spelledOut(value)]),
    )
  }
  return {
    original,
    in: Object.fromEntries(
      Object.entries(wordings).map(([language, wording]) => [
        language,
        typeof wording === 'string' ? { value: wording, status: 'unofficial' } : wording,
      ]),
    ),
  }
}

/** Nothing ships of which nobody could see where it is known from. */
const Sourced = z.custom<unknown>(hasSources, 'A shipped fact without a source')

function hasSources(record: unknown): boolean {
  if (typeof record !== 'object' || record === null) return true
  return Object.entries(record).every(([name, value]) =>
    name === 'sources' && Array.isArray(value) ? value.length > 0 : hasSources(value),
  )
}

export const seriesFrom = (content: unknown): Series =>
  Series.parse(Sourced.parse(spelledOut(content)))

/** One file is an edition, followed by the meetings that prepared it. */
export const conferencesFrom = (content: unknown): Conference[] =>
  z
    .array(Conference)
    .min(1)
    .parse(Sourced.parse(spelledOut(content)))
