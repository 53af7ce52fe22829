import { isRule, type Line } from '../lines.ts'
import { inEveryLanguage } from '../vocabulary/all.ts'
import { fold } from '../vocabulary/folding.ts'
import { anyOf } from '../vocabulary/phrases.ts'
import { COLUMNS, type Column } from '../vocabulary/vocabulary.ts'

const HEADING = new RegExp(
  `^(?:\\s|\\p{P}|${anyOf(inEveryLanguage((words) => [...words.programme, ...words.overview]))})+$`,
  'u',
)
const PAGE = anyOf(inEveryLanguage((words) => words.page))
const NUMBER = '\\d{1,3}(?: ?(?:\\/|of|sur|de|из|من|/) ?\\d{1,3})?'
const PAGES = new RegExp(
  `^[-–—\\s|]*(?:${PAGE} ?${NUMBER}|${NUMBER} ?(?:${PAGE})|- ?\\d{1,3} ?-|\\d{1,3} ?\\/ ?\\d{1,3}|第 ?\\d{1,3} ?页(?:.{0,3}共 ?\\d{1,3} ?页)?)[-–—\\s|]*$`,
  'u',
)
const ANY_COLUMN = COLUMNS.map((column) => ({
  column,
  pattern: new RegExp(
    `^[^\\p{L}]*${anyOf(inEveryLanguage((words) => words.columns[column]))}(?:[^\\p{L}].*)?$`,
    'u',
  ),
}))

/** A heading of the document («Provisional programme»), a drawn rule or the number of a page. */
export const isMark = (line: Line): boolean =>
  isRule(line) || (line.text.length <= 80 && (HEADING.test(line.folded) || PAGES.test(line.folded)))

const columnOf = (cell: string): Column | null => {
  const folded = fold(cell)
  return folded.length > 40
    ? null
    : (ANY_COLUMN.find(({ pattern }) => pattern.test(folded))?.column ?? null)
}

/** The head of a table, and the column in which titles stand; null for any other line. */
export function tableHead(line: Line): { titleAt: number | null } | null {
  if (!line.cells) return null
  const columns = line.cells.map(columnOf)
  const named = columns.filter(Boolean).length
  const timed = columns.some((column) => column === 'time' || column === 'start')
  if (named < 2 || !timed || /\d/.test(line.text)) return null
  const titleAt = columns.indexOf('title')
  return { titleAt: titleAt < 0 ? null : titleAt }
}
