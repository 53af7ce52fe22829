import type { Language } from '../kernel/language.ts'

/**
 * A text that people typed, with the marks of its language: in French U+202F before ; ? !, U+00A0 before :
 * and inside « », and the curved apostrophe. A time (`19:30`) and an address (`https://…`) stay as they are.
 */
export function typeset(language: Language, text: string): string {
  if (language !== 'fr') return text
  return text
    .replace(/(\p{L})'(?=\p{L})/gu, '$1’')
    .replace(/[ \u00A0\u202F]*([;?!]+)(?=[\s\p{P}]|$)/gu, '\u202F$1')
    .replace(/([\p{L}\d)»])[ \u00A0\u202F]*:(?=\s|$)/gu, '$1\u00A0:')
    .replace(/«[ \u00A0\u202F]*/g, '«\u00A0')
    .replace(/[ \u00A0\u202F]*»/g, '\u00A0»')
}

/** Makes a typed text comparable: all its spaces are one plain space, its apostrophes straight. */
export const foldSpaces = (text: string): string =>
  text
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .replaceAll('’', "'")
    .trim()
