import { z } from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'
import type { Text, Wording } from '../../kernel/text.ts'

/** A text among all: its source, and what it is called there, `conferences:themes.women.title`. */
export const TextKey = z
  .string()
  .max(300)
  .regex(/^[a-z][a-z-]*:[\w.-]+$/)
export type TextKey = z.infer<typeof TextKey>

export const keyOf = (source: string, id: string): TextKey => `${source}:${id}`

/** The two parts of a key. */
export const partsOf = (key: TextKey): { source: string; id: string } => {
  const at = key.indexOf(':')
  return { source: key.slice(0, at), id: key.slice(at + 1) }
}

/** What a translator may say that a wording is worth: never what only an organiser or a publisher can say. */
export const GivenStatus = z.enum(['translated', 'unofficial', 'machine'])
export type GivenStatus = z.infer<typeof GivenStatus>

export const GivenWording = z.strictObject({
  value: z.string().trim().min(1).max(20_000),
  status: GivenStatus.default('translated'),
})

const secretariat = ['host-secretariat', 'un-secretariat', 'administrator'] as const

/** Who sees what is to be translated. */
export const mayTranslate = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'translator', ...secretariat)

/** Who says which translator writes in which language, and writes in each. */
export const mayAssign = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, ...secretariat)

/** A translator writes in the languages that are assigned to them; the secretariat in every one. */
export const writesIn = (
  actor: Actor,
  conference: string,
  language: Language,
  assigned: readonly Language[],
): boolean => mayAssign(actor, conference) || assigned.includes(language)

/** What the organiser or a publisher said stands: nobody translates it, and nobody puts another wording in its place. */
export function mustBeFree(text: Text, language: Language): void {
  must(language !== text.original, 'translations.is-original')
  must(text.in[text.original], 'translations.no-original')
  const status = text.in[language]?.status
  must(status !== 'authentic' && status !== 'as-published', 'translations.is-authentic')
}

/**
 * A text with one wording of a translator. Every other wording stays exactly as it is.
 *
 * @throws Refusal where it is the original or an authentic wording, or longer than there is room for.
 */
export function translated(
  text: Text,
  language: Language,
  wording: Wording,
  longest: number | null,
): Text {
  mustBeFree(text, language)
  must(longest === null || [...wording.value].length <= longest, 'translations.too-long', {
    longest: longest ?? 0,
  })
  return { original: text.original, in: { ...text.in, [language]: wording } }
}

/** What a translator saw: the original, and what stood in their language. */
export const seenIn = (text: Text, language: Language): unknown => [
  text.original,
  text.in[text.original]?.value ?? null,
  text.in[language] ?? null,
]
