import { fold } from './vocabulary/folding.ts'

/** One line of a programme as it is read. */
export interface Line {
  /** From 1, as an editor counts. */
  number: number
  /** Without invisible marks and outer spaces. */
  text: string
  folded: string
  /** The cells of a row of a table, trimmed; absent where the line is none. */
  cells?: readonly string[]
  indented: boolean
  bulleted: boolean
  /** An empty line stands before it. */
  apart: boolean
}

/** What a document reader hands over: a line of text, or a row of a table. */
export type SourceLine = string | { cells: readonly string[] }
export type ProgrammeSource = { text: string } | { lines: readonly SourceLine[] }

// Control characters but the tab, marks of direction, joiners without width, soft hyphens.
const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}]/gu
const BULLET = /^(?:[-–—•*·▪●■◦□○‣➢➤►✓※→]|\p{L}\)|\d{1,2}[.)](?=\s*\D))\s*/u
const RULED = /^\|?[\s|:=_-]*[-=_]{3,}[\s|:=_-]*$/

const cellsOf = (text: string): string[] | undefined => {
  if (text.includes('\t')) return text.split('\t')
  if (!/[|｜│]/.test(text))
    return /\S {3,}/.test(text) && text.length < 1000 ? text.trim().split(/ {3,}/) : undefined
  return text
    .replace(/^\s*[|｜│]/, '')
    .replace(/[|｜│]\s*$/, '')
    .split(/[|｜│]/)
}

const tidy = (text: string) =>
  text.replace(INVISIBLE, '').replaceAll('\u00a0', ' ').normalize('NFC')

function lineOf(source: SourceLine, number: number, apart: boolean): Line {
  const raw = tidy(typeof source === 'string' ? source : source.cells.join(' | '))
  const text = raw.trim()
  const cells = typeof source === 'string' ? cellsOf(raw) : source.cells.map(tidy)
  const trimmed = cells?.map((cell) => cell.trim())
  const row = trimmed && trimmed.filter(Boolean).length > 1
  return {
    number,
    text,
    folded: fold(text),
    ...(row && { cells: trimmed }),
    indented: /^(?: {2,}|\t|\u3000)/.test(raw),
    bulleted: BULLET.test(text),
    apart,
  }
}

/** The lines with something on them, numbered as in the source. */
export function linesOf(source: ProgrammeSource): Line[] {
  const all: readonly SourceLine[] =
    'lines' in source ? source.lines : source.text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
  const lines: Line[] = []
  let apart = true
  for (const [index, one] of all.entries()) {
    const line = lineOf(one, index + 1, apart)
    apart = line.text === ''
    if (!apart) lines.push(line)
  }
  return lines
}

/** A line that only draws: «-----», «|---|---|». */
export const isRule = (line: Line): boolean =>
  RULED.test(line.text) || !/[\p{L}\p{N}]/u.test(line.text)

/** The text behind a bullet or a number. */
export const withoutBullet = (text: string): string => text.replace(BULLET, '')
