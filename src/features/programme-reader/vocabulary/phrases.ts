import { fold } from './folding.ts'

const ALPHABETIC = /[\p{Script=Latin}\p{Script=Cyrillic}]/u
const ARABIC = /\p{Script=Arabic}/u
/** «و», «ب», «ل» and the article are written together with an Arabic word. */
const ARABIC_PREFIX = '(?:[وبلك])?(?:ال|ل)?'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const openEnded = (form: string) => form.endsWith('*')
const wordOf = (form: string) => fold(openEnded(form) ? form.slice(0, -1) : form)

const MARKS = '[\u064b-\u0652]*'

const source = (form: string): string =>
  [...wordOf(form)]
    .map((character) => {
      if (character === ' ') return '\\s{1,3}'
      if (character === '*') return '\\p{L}*'
      return ARABIC.test(character) ? character + MARKS : escaped(character)
    })
    .join('')

const alternatives = (forms: readonly string[]) =>
  [...new Set(forms)]
    .toSorted((a, b) => b.length - a.length)
    .map(source)
    .join('|')

/**
 * One group of alternatives. Its first characters are looked at before anything else: a line has many places, a
 * vocabulary hundreds of words, and nearly every place is none of them.
 */
function group(forms: readonly string[], before: string, after: string): string[] {
  if (forms.length === 0) return []
  const [open, closed] = [forms.filter(openEnded), forms.filter((form) => !openEnded(form))]
  const firsts = [...new Set(forms.map((form) => escaped(wordOf(form)[0] ?? '')))].join('')
  const ahead = before.includes(ARABIC_PREFIX) ? `[${firsts}وبلكا]` : `[${firsts}]`
  const bodies = [
    ...(open.length > 0 ? [`(?:${alternatives(open)})[\\p{L}\\p{M}]*`] : []),
    ...(closed.length > 0 ? [`(?:${alternatives(closed)})${after}`] : []),
  ]
  return [`(?=${ahead})${before}(?:${bodies.join('|')})`]
}

/**
 * The source of a pattern for any of the forms, in a folded text. A form is a word or a phrase; a `*`
 * leaves the ending of a word open («пленарн*»). Alphabetic words match whole, Chinese and Korean ones anywhere.
 */
export function anyOf(forms: readonly string[]): string {
  const scripts = Map.groupBy(forms, (form) => {
    const first = wordOf(form)[0] ?? ''
    return ARABIC.test(first) ? 'arabic' : ALPHABETIC.test(first) ? 'alphabetic' : 'other'
  })
  const groups = [
    ...group(scripts.get('alphabetic') ?? [], '(?<!\\p{L})', '(?!\\p{L})'),
    ...group(scripts.get('arabic') ?? [], `(?<!\\p{L})${ARABIC_PREFIX}`, '(?!\\p{L})'),
    ...group(scripts.get('other') ?? [], '', ''),
  ]
  return groups.length === 0 ? '(?!)' : `(?:${groups.join('|')})`
}

/** A pattern that finds the first of the forms in a folded text. */
export const patternOf = (forms: readonly string[], flags = 'u'): RegExp =>
  new RegExp(anyOf(forms), flags)
