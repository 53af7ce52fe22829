import type { Language } from '../../../kernel/language.ts'
import type { Term } from './terms.ts'

/** Where in a text a term stands, from `start` to before `end`. */
export interface Match {
  start: number
  end: number
  term: Term
}

interface Token {
  start: number
  end: number
  folded: string
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

const fold = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase()

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(WORD)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    folded: fold(found[0]),
  }))

/** Without what a sentence puts before an Arabic noun. */
const bare = (word: string) => word.replace(/^[وف]?(?:[بك]?ال|لل?)?(?=.{2})/u, '')

/** How a word of a term may look in a sentence, as far as it is worth pointing at the term. */
const FORMS: Readonly<Record<Language, (word: string, token: string) => boolean>> = {
  en: (word, token) => [word, `${word}s`, `${word}es`, word.replace(/y$/, 'ies')].includes(token),
  fr: (word, token) => [word, `${word}s`, `${word}x`, `${word}e`, `${word}es`].includes(token),
  es: (word, token) => [word, `${word}s`, `${word}es`, word.replace(/z$/, 'ces')].includes(token),
  ru: (word, token) => {
    const stem = word.length > 4 ? word.slice(0, -2) : word.slice(0, 3)
    return token.startsWith(stem) && token.length <= word.length + 3
  },
  ar: (word, token) => bare(word) === bare(token),
  ko: (word, token) => token.startsWith(word),
  zh: (word, token) => word === token,
}

/** A term as it is looked for: without what the glossary adds in brackets or quotation marks. */
const plain = (term: string) => term.replace(/\s*[（(][^）)]*[）)]/g, '').replace(/[«»“”"]/g, '')

function inWords(text: Token[], language: Language, term: Term): Match[] {
  const words = tokensOf(plain(term.in[language])).map(({ folded }) => folded)
  if (words.length === 0) return []
  return text.flatMap(({ start }, at) => {
    const run = text.slice(at, at + words.length)
    const fits =
      run.length === words.length &&
      run.every(({ folded }, place) => FORMS[language](words[place] ?? '', folded))
    return fits ? [{ start, end: run.at(-1)?.end ?? start, term }] : []
  })
}

function inSigns(text: string, term: Term): Match[] {
  const wanted = plain(term.in.zh)
  const matches: Match[] = []
  for (let at = text.indexOf(wanted); wanted && at >= 0; at = text.indexOf(wanted, at + 1)) {
    matches.push({ start: at, end: at + wanted.length, term })
  }
  return matches
}

/** The terms of the glossary in a text: of those that overlap the longer one, from the first to the last. */
export function matchesIn(text: string, language: Language, terms: readonly Term[]): Match[] {
  const tokens = tokensOf(text)
  const all = terms.flatMap((term) =>
    language === 'zh' ? inSigns(text, term) : inWords(tokens, language, term),
  )
  const kept: Match[] = []
  for (const match of all.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every(({ start, end }) => match.end <= start || match.start >= end)) kept.push(match)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}
