import type { Column } from '../dataset.ts'
import type { Complain } from './complaints.ts'
import type { Found, Text } from './rows.ts'

/** A line beyond this is no row of ours. */
const LONGEST_LINE = 16_000_000
/** A file that is not laid out line by line is read whole up to here. */
const LARGEST_WHOLE = 50_000_000

interface Line {
  number: number
  text: string
}

/** The lines of a text, with their numbers. */
export async function* linesOf({ name, chunks }: Text, complain: Complain): AsyncGenerator<Line> {
  let number = 0
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      number += 1
      yield { number, text: text.endsWith('\r') ? text.slice(0, -1) : text }
    }
    if (rest.length > LONGEST_LINE) {
      complain({ file: name, line: number + 1, column: null, reason: 'this line is too long' })
      return
    }
  }
  if (rest !== '') yield { number: number + 1, text: rest }
}

/** ECMAScript's own, which TypeScript does not know yet: the digits of a number as they stand in the text. */
type Reviver = (this: object, key: string, value: unknown, context: { source?: string }) => unknown

/** Reads JSON, and finds the digits of decimals: a float could not hold all of them. */
function reader(columns: readonly Column[]) {
  const decimals = new Set(columns.filter(({ type }) => type === 'decimal').map(({ name }) => name))
  const digits = new WeakMap<object, Record<string, string>>()
  const note: Reviver = function (key, value, { source }) {
    if (typeof value === 'number' && source !== undefined && decimals.has(key)) {
      digits.set(this, { ...digits.get(this), [key]: source })
    }
    return value
  }
  return {
    parse: (text: string): unknown =>
      decimals.size === 0
        ? JSON.parse(text)
        : JSON.parse(text, note as (this: object, key: string, value: unknown) => unknown),
    cellsOf: (row: object): Found['cells'] => ({ ...row, ...digits.get(row) }),
  }
}
type Reader = ReturnType<typeof reader>

/** Reads a row; null, and a complaint, where it is none. */
function foundIn(
  { number: line, text }: Line,
  { parse, cellsOf }: Reader,
  file: string,
  complain: Complain,
): Found | null {
  try {
    const row = parse(text)
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) {
      return { line, cells: cellsOf(row) }
    }
    complain({ file, line, column: null, reason: 'a row is an object in JSON' })
  } catch {
    complain({ file, line, column: null, reason: 'this is no JSON' })
  }
  return null
}

/** One row a line; empty lines are passed over. */
export async function* ndjsonRows(
  lines: AsyncIterable<Line>,
  columns: readonly Column[],
  file: string,
  complain: Complain,
): AsyncGenerator<Found> {
  const read = reader(columns)
  for await (const line of lines) {
    if (line.text.trim() === '') continue
    const found = foundIn(line, read, file, complain)
    if (found) yield found
  }
}

/** The end of the head of our own form, and the beginning of its foot. */
const BEFORE = '"data":['
const AFTER = /^\],"total":(\d+)\}$/

/**
 * Our own form: what it is in the first line, one row in each of the following, their number in the last. Another
 * layout of the same, or a bare list of rows, is read whole where it is not too large.
 */
export async function* jsonRows(
  lines: AsyncIterable<Line>,
  columns: readonly Column[],
  file: string,
  complain: Complain,
): AsyncGenerator<Found> {
  const read = reader(columns)
  const iterator = lines[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done) return
  const rest = { [Symbol.asyncIterator]: () => iterator }
  if (!first.value.text.endsWith(BEFORE)) {
    yield* wholeRows(first.value, rest, read, file, complain)
    return
  }
  let rows = 0
  for await (const { number, text } of rest) {
    const total = AFTER.exec(text)?.[1]
    if (total !== undefined) {
      if (Number(total) === rows) return
      const reason = `${rows} rows stand here, and ${total} were announced`
      complain({ file, line: number, column: null, reason })
      return
    }
    if (text === '') continue
    rows += 1
    const found = foundIn({ number, text: text.replace(/,$/, '') }, read, file, complain)
    if (found) yield found
  }
  complain({ file, line: null, column: null, reason: 'the end of the file is missing' })
}

async function* wholeRows(
  first: Line,
  rest: AsyncIterable<Line>,
  { parse, cellsOf }: Reader,
  file: string,
  complain: Complain,
): AsyncGenerator<Found> {
  let text = first.text
  for await (const line of rest) {
    text += `\n${line.text}`
    if (text.length > LARGEST_WHOLE) {
      const reason = 'this layout of JSON is read up to 50 MB: give NDJSON instead'
      complain({ file, line: null, column: null, reason })
      return
    }
  }
  let content: unknown
  try {
    content = parse(text)
  } catch (error) {
    complain({ file, line: null, column: null, reason: `this is no JSON (${String(error)})` })
    return
  }
  const rows = Array.isArray(content) ? content : (content as { data?: unknown })?.data
  if (!Array.isArray(rows)) {
    complain({ file, line: null, column: null, reason: 'there is no list of rows in it' })
    return
  }
  for (const [at, row] of rows.entries()) {
    if (typeof row === 'object' && row !== null) yield { line: at + 1, cells: cellsOf(row) }
    else complain({ file, line: at + 1, column: null, reason: 'a row is an object in JSON' })
  }
}
