import { fold } from '../../parties/search.ts'

/** Scripts that set no space between words: there, every pair of neighbouring signs is a token. */
const SIGNS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
const WORDS = /[\p{L}\p{N}]+/gu

const withoutArticle = (word: string) =>
  /^ال\p{Script=Arabic}{2,}$/u.test(word) ? word.slice(2) : word

const pairsOf = (signs: string): string[] => {
  const all = [...signs]
  return all.map((sign, i) => sign + (all[i + 1] ?? ''))
}

/** Cuts a text into what an index holds: folded words, and pairs of signs of Chinese and Korean. */
export function tokensOf(text: string): string[] {
  const folded = fold(text)
  const signs = folded.match(SIGNS) ?? []
  const words = (folded.replace(SIGNS, ' ').match(WORDS) ?? []).map(withoutArticle)
  return [...new Set([...words, ...signs.flatMap(pairsOf)])]
}

/** One thing that a reader typed: a word that begins so, or signs that all stand there. */
export interface Term {
  /** As it was typed, folded. */
  typed: string
  /** Each must be the beginning of a token. */
  tokens: readonly string[]
}

/** What a reader asks for; each term must be found. At most eight are looked for. */
export function termsOf(search: string): Term[] {
  const folded = fold(search)
  const signs = (folded.match(SIGNS) ?? []).map((typed) => ({ typed, tokens: asked(typed) }))
  const words = (folded.replace(SIGNS, ' ').match(WORDS) ?? [])
    .map(withoutArticle)
    .map((typed) => ({ typed, tokens: [typed] }))
  return [...words, ...signs].slice(0, 8)
}

/** A single sign begins a pair; of several, each pair must stand there. */
const asked = (signs: string): string[] => {
  const pairs = pairsOf(signs)
  return pairs.length === 1 ? pairs : pairs.slice(0, -1)
}

/** A term as PostgreSQL's `tsquery`: every token a prefix, joined by «and». Nothing in it is read as an operator. */
export const queryOf = ({ tokens }: Term): string =>
  tokens.map((token) => `'${token.replaceAll("'", "''")}':*`).join(' & ')

/** Whether a name answers a term: it has words that begin so, or the signs. */
export function nameAnswers(name: string, { typed, tokens }: Term): boolean {
  const has = tokensOf(name)
  return (
    tokens.every((token) => has.some((one) => one.startsWith(token))) &&
    (!SIGNS_ONLY.test(typed) || fold(name).includes(typed))
  )
}

const SIGNS_ONLY = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u
