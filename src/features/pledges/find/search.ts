import { fold } from '../../parties/search.ts'

/** Scripts that set no space between words: there, every pair of neighbouring signs is a token. */
const SIGNS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
const WORDS = /[\p{L}\p{N}]+/gu

/** Longer words are no words; an index takes none that is much longer. */
const LONGEST = 64
const MOST_TERMS = 8

/** «والمروحيات» and «مروحيات» are one word: the article, and what is written together with it. */
const withoutArticle = (word: string) =>
  word.replace(/^(?:[وفبك]?ال|لل)(?=\p{Script=Arabic}{2})/u, '')

const pairsOf = (signs: string): string[] => {
  const all = [...signs]
  return all.map((sign, i) => sign + (all[i + 1] ?? ''))
}

const cut = (text: string) => {
  const folded = fold(text)
  const words = folded.replace(SIGNS, ' ').match(WORDS) ?? []
  return {
    signs: folded.match(SIGNS) ?? [],
    words: words.map((word) => withoutArticle(word).slice(0, LONGEST)),
  }
}

/** Cuts a text into what an index holds: folded words, and pairs of signs of Chinese and Korean. */
export function tokensOf(text: string): string[] {
  const { words, signs } = cut(text)
  return [...new Set([...words, ...signs.flatMap(pairsOf)])]
}

/** Endings that the forms of a word differ in, by script; what is left must still be a word. */
const ENDINGS: readonly RegExp[] = [
  /(?<=\p{Script=Latin}{4})(?:ux|es|s)$/u,
  /(?<=[а-я]{4})(?:[аяыи]ми|[ое]го|[ое]му|[оеы]в|[аяоеы]м|[аяыи]х|[оеыи]й|[ая]я|[оеыи]е|[ую]ю|[аеиоуыюяьй])$/u,
  /(?<=\p{Script=Arabic}{3})(?:ات|[وياى]ن|ه|ي)$/u,
]

/** What the forms of a word have in common: «вертолеты», «вертолетов» and «вертолетное» begin alike. */
export const stemOf = (word: string): string =>
  ENDINGS.reduce((stem, ending) => (stem === word ? stem.replace(ending, '') : stem), word)

/** One thing that a reader typed: a word that begins so, or signs that all stand there. */
export interface Term {
  /** As it was typed, folded. */
  typed: string
  /** Each must be the beginning of a token. */
  tokens: readonly string[]
}

/** What a reader asks for; each term must be found. At most eight are looked for. */
export function termsOf(search: string): Term[] {
  const { words, signs } = cut(search)
  return [
    ...words.map((typed) => ({ typed, tokens: [stemOf(typed)] })),
    ...signs.map((typed) => ({ typed, tokens: asked(typed) })),
  ].slice(0, MOST_TERMS)
}

/** A single sign begins a pair; of several, each pair must stand there. */
const asked = (signs: string): string[] => {
  const pairs = pairsOf(signs)
  return pairs.length === 1 ? pairs : pairs.slice(0, -1)
}

const SIGNS_ONLY = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u

/** A word of one or two letters is looked for as a whole: nobody wants all that begins with «s». */
export const isWhole = (token: string): boolean => token.length < 3 && !SIGNS_ONLY.test(token)

/** A term as PostgreSQL's `tsquery`: prefixes, joined by «and». Nothing in it is read as an operator. */
export const queryOf = ({ tokens }: Term): string =>
  tokens.map((token) => `'${token.replaceAll("'", "''")}'${isWhole(token) ? '' : ':*'}`).join(' & ')

/** Whether tokens answer a term: each of its own begins one of them, or is one of them if it is short. */
export const answers = (has: readonly string[], { tokens }: Pick<Term, 'tokens'>): boolean =>
  tokens.every((token) =>
    has.some((one) => (isWhole(token) ? one === token : one.startsWith(token))),
  )

/** Whether a name answers a term: it has words that begin so, or the signs one after the other. */
export const nameAnswers = (
  name: string,
  term: Term,
  has: readonly string[] = tokensOf(name),
): boolean =>
  answers(has, term) && (!SIGNS_ONLY.test(term.typed) || fold(name).includes(term.typed))
