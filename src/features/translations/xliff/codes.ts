/** A part of a wording: words, or something that a translator moves but does not translate. */
export type Inline =
  | { kind: 'words'; text: string }
  | { kind: 'code'; text: string; type: CodeType }

/** A line break may be left out; an address or a placeholder may not. */
export type CodeType = 'break' | 'address' | 'placeholder'

const CODES =
  /(?<break>\n+)|(?<address>https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<placeholder>\{[\w-]+\})/gu

/** A wording in its parts. */
export function inlineOf(text: string): Inline[] {
  const parts: Inline[] = []
  let at = 0
  const words = (end: number) => {
    if (end > at) parts.push({ kind: 'words', text: text.slice(at, end) })
  }
  for (const found of text.matchAll(CODES)) {
    words(found.index)
    const type = (['break', 'address', 'placeholder'] as const).find((one) => found.groups?.[one])
    parts.push({ kind: 'code', text: found[0], type: type ?? 'placeholder' })
    at = found.index + found[0].length
  }
  words(text.length)
  return parts
}

/** The codes of a text that no translation may leave out, in a fixed order. */
const neededIn = (text: string): string[] =>
  inlineOf(text)
    .flatMap((part) => (part.kind === 'code' && part.type !== 'break' ? [part.text] : []))
    .toSorted()

/** Whether a translation has every address and placeholder of its original, and no other. */
export const keepsCodes = (original: string, translation: string): boolean =>
  neededIn(original).join('\n') === neededIn(translation).join('\n')
