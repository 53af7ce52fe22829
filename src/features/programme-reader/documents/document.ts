import type { ProgrammeSource } from '../lines.ts'
import { linesOfCalendar } from './calendar.ts'
import { linesOfCsv } from './csv.ts'
import { linesOfPdf } from './pdf.ts'

export type Format = 'docx' | 'pdf' | 'html' | 'calendar' | 'csv' | 'text'

/** Why a file cannot be read as a programme. */
export type Unreadable = 'empty' | 'binary' | 'encoding' | 'damaged' | 'no-text'
export class UnreadableDocument extends Error {
  readonly why: Unreadable
  readonly format: Format | null

  constructor(why: Unreadable, format: Format | null = null) {
    super(why)
    this.name = 'UnreadableDocument'
    this.why = why
    this.format = format
  }
}

const startsWith = (bytes: Uint8Array, text: string) =>
  [...text].every((character, index) => bytes[index] === character.charCodeAt(0))

/** UTF-8, or UTF-16 with its mark; anything else would be read wrong without a word. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const wide =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : null
  if (!wide && bytes.subarray(0, 8000).includes(0)) throw new UnreadableDocument('binary')
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableDocument('encoding')
  }
}

const HTML =
  /^\s*(?:<!doctype html|<\?xml[^>]*>\s*<(?:!doctype html|html)|<(?:html|head|body|table|div|p|h[1-6]|ul|section|article)[\s>])/i

/** Several first lines with the same number of commas or semicolons, the first without any digit. */
function looksLikeCsv(text: string): boolean {
  const [head = '', ...rows] = text.split(/\r?\n/, 4).filter(Boolean)
  return [',', ';'].some((mark) => {
    const columns = head.split(mark).length
    return (
      columns >= 3 &&
      !/\d|\. /.test(head) &&
      rows.length > 0 &&
      /\d{1,2}[:.h]\d{2}/.test(rows.join()) &&
      rows.every((row) => row.replace(/"[^"]*"/g, '').split(mark).length === columns)
    )
  })
}

/** What a file is, by what stands in it; its name decides only between kinds of plain text. */
export function formatOf(bytes: Uint8Array, name: string): Format {
  if (startsWith(bytes, 'PK\u0003\u0004')) return 'docx'
  if (startsWith(bytes, '%PDF-')) return 'pdf'
  const text = textOf(bytes)
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return 'calendar'
  if (HTML.test(text)) return 'html'
  return /\.csv$/i.test(name) || looksLikeCsv(text) ? 'csv' : 'text'
}

/** What reads Word and HTML is large, and loaded by whoever has such a document only. */
const readerOf = { docx: () => import('./docx.ts'), html: () => import('./html.ts') }

async function sourceIn(format: Format, bytes: Uint8Array): Promise<ProgrammeSource> {
  switch (format) {
    case 'docx':
      return { lines: await (await readerOf.docx()).linesOfDocx(bytes) }
    case 'pdf':
      return { lines: await linesOfPdf(bytes) }
    case 'html':
      return { lines: (await readerOf.html()).linesOfHtml(textOf(bytes)) }
    case 'calendar':
      return { lines: linesOfCalendar(textOf(bytes)) }
    case 'csv':
      return { lines: linesOfCsv(textOf(bytes)) }
    case 'text':
      return { text: textOf(bytes) }
  }
}

/**
 * The lines of a programme in whichever document it came.
 *
 * @throws UnreadableDocument where there is nothing that could be read.
 */
export async function sourceOf(bytes: Uint8Array, name: string): Promise<ProgrammeSource> {
  if (bytes.length === 0) throw new UnreadableDocument('empty')
  const format = formatOf(bytes, name)
  const source = await sourceIn(format, bytes).catch((error: unknown) => {
    if (error instanceof UnreadableDocument) throw error
    throw new UnreadableDocument('damaged', format)
  })
  const texts =
    'text' in source
      ? [source.text]
      : source.lines.map((line) => (typeof line === 'string' ? line : line.cells.join('')))
  if (texts.every((text) => text.trim() === '')) throw new UnreadableDocument('no-text', format)
  return source
}
