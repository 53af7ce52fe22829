/** Roman numerals in one character stay apart from letters: «SéanceⅠ» is the word «séance» and a number. */
const ROMAN = /[\u2160-\u217f]/
const DASHES = /[\u2010-\u2015\u2212\u30fc\ufe58\ufe63]/
const TILDES = /[\u301c\u223c\u223d\u02dc]/
const QUOTES = /[\u2018\u2019\u02bc\u0060\u00b4]/
const ARABIC: Readonly<Record<string, string>> = { ى: 'ي', ة: 'ه', ی: 'ي', ک: 'ك' }

const folded = new Map<string, string>()

function foldOne(character: string): string {
  if (ROMAN.test(character)) return character
  if (/\s/.test(character)) return character === '\t' ? character : ' '
  if (QUOTES.test(character)) return "'"
  if (DASHES.test(character)) return '-'
  if (TILDES.test(character)) return '~'
  const digit = digitOf(character)
  if (digit !== null) return digit
  const plain = character.normalize('NFKC')
  const narrow = plain.length === 1 ? plain : character
  const [base = narrow, ...marks] = narrow.normalize('NFD')
  const bare = marks.every((mark) => /\p{M}/u.test(mark)) ? base : narrow
  const lower = bare.toLowerCase()
  const kept = lower.length === 1 ? lower : bare
  return ARABIC[kept] ?? kept
}

/** The digit 0-9 that an Arabic-Indic (٧), Persian (۷) or full-width (７) digit stands for; null for all else. */
export function digitOf(character: string): string | null {
  const code = character.charCodeAt(0)
  for (const zero of [0x30, 0x660, 0x6f0, 0xff10]) {
    if (code >= zero && code <= zero + 9) return String(code - zero)
  }
  return null
}

/**
 * What words and numbers are compared by: lower case, without accents, with ASCII digits, plain hyphens and
 * narrow punctuation. Exactly as long as the text, so that a place found in one is the same place in the other.
 */
export function fold(text: string): string {
  let result = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    let plain = folded.get(character)
    if (plain === undefined) {
      plain = foldOne(character)
      folded.set(character, plain)
    }
    result += plain
  }
  return result
}
