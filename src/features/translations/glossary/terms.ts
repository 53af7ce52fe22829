import { LANGUAGES, type Language } from '../../../kernel/language.ts'

/** A term of the field, as the glossary has it in each language. */
export interface Term {
  /** What it means here. */
  meaning: string
  in: Readonly<Record<Language, string>>
}

const HEADINGS: Readonly<Record<string, Language>> = {
  English: 'en',
  العربية: 'ar',
  中文: 'zh',
  français: 'fr',
  русский: 'ru',
  español: 'es',
  한국어: 'ko',
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim())

/**
 * The terms of the glossary, from its tables.
 *
 * @throws RangeError where a table lacks a language, or a row a cell: a defect of ours.
 */
export function termsFrom(markdown: string): Term[] {
  let columns: (Language | undefined)[] = []
  return markdown.split('\n').flatMap((line): Term[] => {
    if (!line.startsWith('|')) {
      columns = []
      return []
    }
    const cells = cellsOf(line)
    if (columns.length === 0) {
      columns = cells.map((cell) => HEADINGS[cell])
      return []
    }
    if (cells.every((cell) => /^:?-+:?$/.test(cell))) return []
    return [{ meaning: cells[1] ?? '', in: byLanguage(columns, cells) }]
  })
}

function byLanguage(
  columns: readonly (Language | undefined)[],
  cells: readonly string[],
): Record<Language, string> {
  const found = LANGUAGES.map((language) => {
    const term = cells[columns.indexOf(language)]
    if (!term) throw new RangeError(`The glossary lacks ${language} in: ${cells.join(' | ')}`)
    return [language, term]
  })
  return Object.fromEntries(found)
}
