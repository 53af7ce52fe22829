import type { Language } from '../../../kernel/language.ts'
import type { Line } from '../lines.ts'
import { VOCABULARIES } from './all.ts'
import { patternOf } from './phrases.ts'

const SCRIPTS = [
  ['ko', /\p{Script=Hangul}/gu, 2.5],
  ['zh', /\p{Script=Han}/gu, 2.5],
  ['ar', /\p{Script=Arabic}/gu, 1],
  ['ru', /\p{Script=Cyrillic}/gu, 1],
] as const
const LATIN = (['en', 'fr', 'es'] as const).map((language) => {
  const { common, months, weekdays } = VOCABULARIES[language]
  return { language, pattern: patternOf([...common, ...months.flat(), ...weekdays.flat()], 'gu') }
})
/** Enough to tell the language of any text. */
const SAMPLE = 20_000

/** The language in which most of a text is written; null where nothing tells. */
export function languageOf(lines: readonly Line[]): Language | null {
  const text = lines
    .map(({ folded }) => folded)
    .join('\n')
    .slice(0, SAMPLE)
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const [script] = SCRIPTS.map(([language, pattern, weight]) => ({
    language,
    letters: (text.match(pattern)?.length ?? 0) * weight,
  })).toSorted((a, b) => b.letters - a.letters)
  if (script && script.letters > latin) return script.language
  const [first, second] = LATIN.map(({ language, pattern }) => ({
    language,
    words: text.match(pattern)?.length ?? 0,
  })).toSorted((a, b) => b.words - a.words)
  return first && first.words > (second?.words ?? 0) ? first.language : null
}
