import { directionOf, type Language } from '../../../kernel/language.ts'
import type { Match } from '../glossary/matching.ts'

/** A text in which the terms of the glossary are marked, paragraph by paragraph. */
export function Original({
  value,
  language,
  matches,
}: {
  value: string
  language: Language
  matches: readonly Match[]
}) {
  return (
    <div class="original-text whitespace-pre-line" lang={language} dir={directionOf(language)}>
      {piecesOf(value, matches).map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
    </div>
  )
}

function piecesOf(value: string, matches: readonly Match[]): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = []
  let at = 0
  for (const { start, end } of matches) {
    pieces.push({ text: value.slice(at, start), marked: false })
    pieces.push({ text: value.slice(start, end), marked: true })
    at = end
  }
  return [...pieces, { text: value.slice(at), marked: false }].filter(({ text }) => text !== '')
}
