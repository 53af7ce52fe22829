import { z } from 'zod'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { must, Refusal } from '../../../kernel/refusal.ts'
import { revisedText, Text } from '../../../kernel/text.ts'

export const PARAGRAPH_KINDS = ['title', 'heading', 'preamble', 'numbered'] as const
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number]

/** A paragraph of a draft. It keeps its identifier from draft to draft, whatever its number becomes. */
export const Paragraph = z.strictObject({
  id: z.string().regex(/^p\d{1,5}$/),
  kind: z.enum(PARAGRAPH_KINDS),
  text: Text,
})
export type Paragraph = z.infer<typeof Paragraph>

/** A paragraph as it was written in one language. */
export interface Block {
  kind: ParagraphKind
  value: string
}

const MARKS: readonly [RegExp, ParagraphKind][] = [
  [/^##\s+/, 'heading'],
  [/^#\s+/, 'title'],
  [/^>\s+/, 'preamble'],
]

/** Numbers are counted, so that nobody has to number anew: one that was typed is left out. */
const NUMBER = /^[\p{Nd}]{1,3}\s*[.)．、]\s*/u

/**
 * A text as it is written: paragraphs with an empty line between them. `# ` begins a title, `## ` a heading, `> ` a
 * paragraph of the preamble; all others are numbered.
 */
export function blocksIn(written: string): Block[] {
  return written
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [mark, kind] = MARKS.find(([sign]) => sign.test(part)) ?? [NUMBER, 'numbered' as const]
      return {
        kind,
        value: part
          .replace(mark, '')
          .replace(/\s*\n\s*/g, ' ')
          .trim(),
      }
    })
    .filter(({ value }) => value !== '')
}

const SIGNS: Readonly<Record<ParagraphKind, string>> = {
  title: '# ',
  heading: '## ',
  preamble: '> ',
  numbered: '',
}

/** A draft as it would be written in a language: what a form shows. */
export const writtenIn = (paragraphs: readonly Paragraph[], language: Language): string =>
  paragraphs
    .flatMap(({ kind, text }) => {
      const value = text.in[language]?.value
      return value === undefined ? [] : [`${SIGNS[kind]}${value}`]
    })
    .join('\n\n')

/** The numbers of the numbered paragraphs, by their identifiers. */
export function numbersOf(
  paragraphs: readonly Pick<Paragraph, 'id' | 'kind'>[],
): Map<string, number> {
  const numbered = paragraphs.filter(({ kind }) => kind === 'numbered')
  return new Map(numbered.map(({ id }, at) => [id, at + 1]))
}

export type Written = Partial<Record<Language, string>>

/**
 * The paragraphs of the next draft. What stayed or was only reworded keeps its identifier, and translations that were
 * not written anew stay with it, stale where the original was reworded.
 *
 * @param authentic the languages whose texts count; the first is the one in which it is drafted.
 * @throws Refusal where a language lacks paragraphs that the others have.
 */
export function nextDraft(
  before: readonly Paragraph[],
  written: Written,
  authentic: readonly Language[],
): Paragraph[] {
  const original = authentic[0] ?? 'en'
  const blocks = new Map(
    LANGUAGES.flatMap((language) => {
      const own = blocksIn(written[language] ?? '')
      return own.length > 0 ? [[language, own] as const] : []
    }),
  )
  const drafted = blocks.get(original) ?? []
  must(drafted.length > 0, 'outcome-documents.nothing-written')
  for (const [language, own] of blocks) mustRun(language, own, drafted)
  const kept = aligned(before, drafted, original)
  let last = Math.max(0, ...before.map(({ id }) => Number(id.slice(1))))
  return drafted.map(({ kind }, at) => {
    const old = kept.get(at)
    last += old ? 0 : 1
    const said: Text = {
      original,
      in: Object.fromEntries(
        LANGUAGES.flatMap((language) => {
          const value = blocks.get(language)?.[at]?.value
          const status = authentic.includes(language)
            ? ('authentic' as const)
            : ('translated' as const)
          if (value !== undefined) return [[language, { value, status }]]
          const carried = authentic.includes(language) ? undefined : old?.text.in[language]
          return carried ? [[language, carried]] : []
        }),
      ),
    }
    return { id: old?.id ?? `p${last}`, kind, text: revisedText(old?.text ?? null, said) }
  })
}

/** Texts in two languages run side by side, or nobody could say which paragraph is which. */
function mustRun(language: Language, own: readonly Block[], drafted: readonly Block[]): void {
  const same =
    own.length === drafted.length && own.every(({ kind }, at) => kind === drafted[at]?.kind)
  if (same) return
  const values = { written: own.length, drafted: drafted.length }
  const code = 'outcome-documents.languages-differ'
  throw new Refusal(code, 422, values, [{ path: ['texts', language], code, values }])
}

const wordsOf = (value: string): Set<string> =>
  new Set(value.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu) ?? [])

/** How much two texts have in common, from 0 to 1 (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const shared = [...a].filter((word) => b.has(word)).length
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

const LIKE = 0.4

/** Which paragraph each block was before: the very same first, then what is most alike, each once. */
function aligned(
  before: readonly Paragraph[],
  blocks: readonly Block[],
  language: Language,
): Map<number, Paragraph> {
  const found = new Map<number, Paragraph>()
  const free = new Set(before)
  const take = (at: number, paragraph: Paragraph) => {
    found.set(at, paragraph)
    free.delete(paragraph)
  }
  const saidBy = ({ text }: Paragraph) => text.in[language]?.value ?? ''
  for (const [at, { value }] of blocks.entries()) {
    const same = [...free].find((paragraph) => saidBy(paragraph) === value)
    if (same) take(at, same)
  }
  const pairs = blocks.flatMap(({ value }, at) =>
    found.has(at)
      ? []
      : [...free].map((paragraph) => ({
          at,
          paragraph,
          like: likeness(saidBy(paragraph), value),
        })),
  )
  for (const { at, paragraph, like } of pairs.toSorted((a, b) => b.like - a.like || a.at - b.at)) {
    if (like >= LIKE && !found.has(at) && free.has(paragraph)) take(at, paragraph)
  }
  return found
}
