import { element } from '../../kernel/documents/markup.ts'
import { printXml } from './xml.ts'
import { printZip, type ZipEntry } from './zip.ts'

/**
 * A cell of a workbook: text, a number, a yes or no, a day or an instant by its number of days since the end of 1899.
 * Text is never a formula, whatever it begins with.
 */
export type WorkbookCell =
  | string
  | number
  | boolean
  | null
  | { readonly day: number }
  | { readonly instant: number }

/** A sheet: its name, and its rows as they come. The first is a heading that stays in sight. */
export interface Sheet {
  readonly name: string
  readonly widths: readonly number[]
  readonly rows: AsyncIterable<readonly WorkbookCell[]> | Iterable<readonly WorkbookCell[]>
}

/** Rows that a sheet can have (ISO/IEC 29500; Excel). */
export const MOST_ROWS = 1_048_576
/** Characters that a cell can have. */
const LONGEST_TEXT = 32_767
const CUT = ' […]'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Numbers of the styles below, in their order. */
const PLAIN = 0
const DAY = 1
const INSTANT = 2
const HEADING = 3

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`

/** What XML cannot carry at all is left out; the rest of the controls means nothing in a sheet either. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escaped = (text: string) =>
  (text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT - CUT.length) + CUT : text)
    .replace(UNPRINTABLE, '')
    .replace(/[&<>]/g, (sign) => ESCAPES[sign] as string)

function printCell(cell: WorkbookCell, style: number): string {
  if (cell === null) return '<c/>'
  switch (typeof cell) {
    case 'number':
      return `<c><v>${cell}</v></c>`
    case 'boolean':
      return `<c t="b"><v>${cell ? 1 : 0}</v></c>`
    case 'string':
      return `<c t="inlineStr"${style === PLAIN ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
    default:
      return 'day' in cell
        ? `<c s="${DAY}"><v>${cell.day}</v></c>`
        : `<c s="${INSTANT}"><v>${cell.instant}</v></c>`
  }
}

const printRow = (row: readonly WorkbookCell[], style = PLAIN) =>
  `<row>${row.map((cell) => printCell(cell, style)).join('')}</row>`

const CHUNK = 64 * 1024

async function* printSheet({ widths, rows }: Sheet): AsyncGenerator<string> {
  const columns = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>`
  let style = HEADING
  for await (const row of rows) {
    text += printRow(row, style)
    style = PLAIN
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  yield `${text}</sheetData></worksheet>`
}

async function* one(text: string) {
  yield text
}

/** The parts that tie the sheets together, known when all of them are there. */
function* frameOf(names: readonly string[]): Generator<ZipEntry> {
  const file = (name: string, root: Parameters<typeof printXml>[0]) => ({
    name,
    content: one(printXml(root)),
  })
  const part = (path: string, type: string) =>
    element('Override', { PartName: path, ContentType: `${TYPE}.${type}+xml` }, [])
  yield { name: 'xl/styles.xml', content: one(STYLES) }
  yield file(
    'xl/workbook.xml',
    element('workbook', { xmlns: MAIN, 'xmlns:r': RELATIONS }, [
      element(
        'sheets',
        {},
        names.map((name, at) =>
          element('sheet', { name, sheetId: String(at + 1), 'r:id': `rId${at + 1}` }, []),
        ),
      ),
    ]),
  )
  yield file(
    'xl/_rels/workbook.xml.rels',
    element('Relationships', { xmlns: `${PACKAGE}/relationships` }, [
      ...names.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relation(names.length + 1, 'styles', 'styles.xml'),
    ]),
  )
  yield file(
    '_rels/.rels',
    element('Relationships', { xmlns: `${PACKAGE}/relationships` }, [
      relation(1, 'officeDocument', 'xl/workbook.xml'),
    ]),
  )
  yield file(
    '[Content_Types].xml',
    element('Types', { xmlns: `${PACKAGE}/content-types` }, [
      element(
        'Default',
        {
          Extension: 'rels',
          ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
        },
        [],
      ),
      part('/xl/workbook.xml', 'sheet.main'),
      part('/xl/styles.xml', 'styles'),
      ...names.map((_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')),
    ]),
  )
}

const relation = (id: number, type: string, target: string) =>
  element('Relationship', { Id: `rId${id}`, Type: `${RELATIONS}/${type}`, Target: target }, [])

/** Prints a workbook (XLSX) while the rows of its sheets come, and no faster than it is read. */
export function printWorkbook(
  sheets: AsyncIterable<Sheet> | Iterable<Sheet>,
  at: Temporal.Instant,
): AsyncIterable<Uint8Array> {
  async function* files(): AsyncGenerator<ZipEntry> {
    const names: string[] = []
    for await (const sheet of sheets) {
      names.push(sheet.name)
      yield { name: `xl/worksheets/sheet${names.length}.xml`, content: printSheet(sheet) }
    }
    yield* frameOf(names)
  }
  return printZip(files(), at)
}
