import { MOST_ROWS, printWorkbook, type Sheet, type WorkbookCell } from '../../export/workbook.ts'
import type { Cell, Column, Row } from '../dataset.ts'
import { counted, type Form, type Source } from './form.ts'

const EPOCH = Temporal.PlainDate.from('1899-12-30')
/** The first day that a spreadsheet counts right: it believes in a 29 February 1900. */
const FIRST_DAY = '1900-03-01'
const MILLISECONDS = 86_400_000
const EXACT_DIGITS = 15

const serialOf = (day: string) => EPOCH.until(Temporal.PlainDate.from(day)).days

function cellOf({ type }: Column, cell: Cell): WorkbookCell {
  if (cell === null || typeof cell === 'boolean') return cell
  if (typeof cell === 'object') return JSON.stringify(cell)
  if (typeof cell === 'number') return cell
  if (type === 'date' && cell >= FIRST_DAY) return { day: serialOf(cell) }
  if (type === 'datetime' && cell >= FIRST_DAY) {
    const { epochMilliseconds } = Temporal.Instant.from(cell)
    return { instant: serialOf('1970-01-01') + epochMilliseconds / MILLISECONDS }
  }
  if (type === 'decimal' && cell.replace(/\D/g, '').length <= EXACT_DIGITS) return Number(cell)
  return cell
}

const widthOf = ({ type, name }: Column) =>
  Math.max(name.length + 2, type === 'string' ? 24 : type === 'datetime' ? 20 : 12)

/** A sheet holds what it holds: the rest goes on in a second one, under the same heading. */
async function* dataSheets({ dataset, pages }: Source): AsyncGenerator<Sheet> {
  const { columns, name } = dataset
  const rows = rowsOf(pages)
  let next = await rows.next()
  for (let number = 1; number === 1 || !next.done; number++) {
    const sheet = async function* (): AsyncGenerator<readonly WorkbookCell[]> {
      yield columns.map((column) => column.name)
      for (let row = 2; row <= MOST_ROWS && !next.done; row++) {
        const { value } = next
        yield columns.map((column) => cellOf(column, value[column.name] ?? null))
        next = await rows.next()
      }
    }
    const title = number === 1 ? name : `${name} ${number}`
    yield { name: title, widths: columns.map(widthOf), rows: sheet() }
  }
}

async function* rowsOf(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Row> {
  for await (const page of pages) yield* page
}

/** What the data are, what may be done with them, and what each column holds. */
function aboutSheet({ dataset, about }: Source): Sheet {
  return {
    name: 'about',
    widths: [24, 14, 100],
    rows: [
      [about.title, null, about.description],
      ['notice', null, about.notice],
      ['licence', about.licence.name, `${about.licence.title} ${about.licence.url}`],
      ['as of', about.asOf, about.language],
      ['source', null, about.address],
      [
        'rows',
        about.total,
        'Text beyond 32,767 characters is cut here; the other forms have it whole.',
      ],
      [],
      ['column', 'type', 'content'],
      ...dataset.columns.map(({ name, type, description }) => [name, type, description]),
    ],
  }
}

/** A workbook: the rows, and a sheet that says what they are. Days and numbers are real ones; text is no formula. */
export const xlsx: Form = {
  ending: 'xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  print(source) {
    async function* sheets() {
      yield* dataSheets({ ...source, pages: counted(source) })
      yield aboutSheet(source)
    }
    return printWorkbook(sheets(), source.about.now)
  },
}
