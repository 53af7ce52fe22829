/*
 * How much room a text takes, without knowing the type in which it will be set: widths in ems, rather too large than
 * too small. The page takes the system's sans, a file Source Serif, Amiri or Noto.
 */

const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/[\p{Script=Han}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/u, 1],
  [/[\s.,:;|!'’‘·ijl()[\]\-/،؛]/u, 0.34],
  [/[ftrI“”"]/u, 0.42],
  [/[mwMWшщжюфмыШЩЖЮФМ—…@%]/u, 0.9],
  [/\p{Script=Arabic}/u, 0.52],
  [/\p{Lu}/u, 0.72],
  [/\p{Ll}/u, 0.57],
  [/\p{N}/u, 0.6],
]
const OTHER = 0.65

const remembered = new Map<string, number>()
function widthOfLetter(letter: string): number {
  let width = remembered.get(letter)
  if (width === undefined) {
    width = WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER
    remembered.set(letter, width)
  }
  return width
}

/** The width of a text at a size, in the units of the size. */
export function roomFor(text: string, size: number): number {
  let ems = 0
  for (const letter of text) ems += widthOfLetter(letter)
  return ems * size
}

/** Where a line may break: after a plain space or a hyphen, and between the characters of Chinese. */
const PIECES =
  /[^ \p{Script=Han}-]*[- ]+|\p{Script=Han}[，。、；：！？）」》]*|[^ \p{Script=Han}-]+/gu

/** A text that no line breaks: a month with its year, a number with its noun. */
export const together = (text: string): string => text.replaceAll(' ', '\u00A0')

/** A text cut at a length, with an ellipsis if anything is lost. */
export function shortened(text: string, size: number, room: number): string {
  if (roomFor(text, size) <= room) return text
  const letters = [...text]
  while (letters.length > 1 && roomFor(`${letters.join('')}…`, size) > room) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/**
 * A text as lines that fit into a room; a word that is too long for a line is cut. Where there are more lines than
 * `most`, the last one ends in an ellipsis.
 */
export function linesOf(text: string, size: number, room: number, most = Infinity): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && roomFor((line + piece).trimEnd(), size) > room) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  if (line !== '') lines.push(line)
  const kept = lines.slice(0, most)
  if (lines.length > most) kept.push(`${kept.pop()}${lines.slice(most).join('')}`)
  return kept.map((one) => shortened(one.trim(), size, room))
}
