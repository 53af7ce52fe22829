import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  day,
  decimal,
  instant,
  integer,
  list,
  object,
  partialDay,
  text,
  yesOrNo,
} from '../columns.ts'
import { dataset, type Row } from '../dataset.ts'
import { csv } from '../forms/csv.ts'
import type { Form } from '../forms/form.ts'
import { json, ndjson } from '../forms/json.ts'
import type { Complaint } from './complaints.ts'
import { recognise } from './recognise.ts'
import { columnsOf, rowFrom } from './rows.ts'
import { decoded } from './sources.ts'

const NOTES = dataset('notes', {
  title: () => 'Notes',
  description: () => 'What was noted',
  columns: [
    text('id', 'Its name.', { required: true }),
    text('words', 'What was said.'),
    text('kind', 'Of which kind.', { values: ['=loud', 'quiet'] }),
    integer('number', 'How many.'),
    decimal('price', 'How much.'),
    yesOrNo('whole', 'Whether all of it.'),
    day('on', 'The day.'),
    partialDay('about', 'About when.'),
    instant('at', 'The instant.'),
    list('sources', 'Who says so.'),
    object('names', 'The same by language.'),
    { ...text('shown', 'For people.'), label: true },
  ],
  key: 'id',
  filters: {},
  sortable: [],
  dated: false,
  topics: [],
  read: async () => [],
  count: async () => 0,
  restore: () => [],
})
const DATASETS = new Map([['notes', NOTES]])

/** A file as it comes from a disk: cut where it happens, in the middle of a letter as well. */
async function* inPieces(content: string | Buffer, size: number) {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Reads a file of some text, in pieces; the rows that fit, and what is said of the others. */
async function read(content: string | Buffer, ending: string, { stem = 'notes', size = 7 } = {}) {
  const complaints: Complaint[] = []
  const complain = (one: Complaint) => void complaints.push(one)
  const name = `${stem}.${ending}`
  const source = {
    name,
    stem,
    ending,
    read: () => ({ name, chunks: decoded(inPieces(content, size)) }),
  }
  const recognised = await recognise(source, DATASETS, complain)
  const rows: Row[] = []
  const lines: number[] = []
  for await (const found of recognised?.rows ?? []) {
    const row = rowFrom(columnsOf(NOTES), found, name, complain)
    if (row) rows.push(row)
    lines.push(found.line)
  }
  const said = complaints.map(({ line, column, reason }) => `${line} ${column}: ${reason}`)
  return { rows, lines, said }
}

async function printed(form: Form, rows: readonly Row[]): Promise<string> {
  async function* pages() {
    yield rows.slice(0, 2)
    if (rows.length > 2) yield rows.slice(2)
  }
  const about = { total: rows.length, licence: {} } as never
  let all = ''
  for await (const chunk of form.print({ dataset: NOTES, about, pages: pages() })) all += chunk
  return all
}

const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
/** Everything that a text may be in the database: any sign but the zero byte and half of a pair. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '=',
      '-',
      '"',
      ',',
      '\r',
      '\n',
      '\t',
      '@',
      'ب',
      ' ',
      '\uFEFF',
      '\u2028',
      '＋',
    ),
  }),
)
const json5 = fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' })
const twoDigits = (number: number) => String(number).padStart(2, '0')
const anyDay = fc
  .tuple(
    fc.integer({ min: 1900, max: 2199 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map(twoDigits).join('-'))
const anyRow: fc.Arbitrary<Row> = fc.record({
  id: anyText.filter((words) => words !== ''),
  words: nullable(anyText),
  kind: nullable(fc.constantFrom('=loud', 'quiet')),
  number: nullable(fc.maxSafeInteger()),
  price: nullable(
    fc.tuple(fc.maxSafeNat(), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
  ),
  whole: nullable(fc.boolean()),
  on: nullable(anyDay),
  about: nullable(anyDay.map((on) => on.slice(0, 7))),
  at: nullable(anyDay.map((on) => `${on}T10:30:00.123456Z`)),
  sources: nullable(fc.array(json5)),
  names: nullable(fc.dictionary(anyText, json5)),
  shown: nullable(anyText),
})

/** Without what only people read, and minus zero, which is zero in every text. */
const kept = (row: Row): Row => {
  const { shown: _, ...rest } = JSON.parse(JSON.stringify(row)) as Record<string, unknown>
  return rest as Row
}

describe('what is written is read back', () => {
  it.each(
    [csv(), csv({ mark: true }), json, ndjson].map((form, at) => [form.ending, at, form] as const),
  )('in %s (%i), whatever people wrote', async (ending, _, form) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { maxLength: 5 }),
        fc.integer({ min: 1, max: 99 }),
        async (rows, size) => {
          const { rows: again, said } = await read(await printed(form, rows), ending, { size })
          expect(said).toEqual([])
          expect(again.map(kept)).toEqual(rows.map(kept))
        },
      ),
      { numRuns: 60 },
    )
  })
})

const HEADER = 'id,words,kind,number,price,whole,on,about,at,sources,names'

describe('a CSV', () => {
  it('may be saved by others: other ends of lines, a mark, columns for people or none', async () => {
    const { rows, said, lines } = await read(
      `\uFEFF${HEADER},shown\na,"x\ny",,1,1.5,true,2021-12-07,2021,2021-12-07T10:30:00Z,[],{},z\n\nb,,,,,,,,,,,\n`,
      'csv',
    )
    expect(said).toEqual([])
    expect(rows).toMatchObject([
      { id: 'a', words: 'x\ny', number: 1, price: '1.5', sources: [] },
      { id: 'b', words: null },
    ])
    expect(lines).toEqual([2, 5])
  })

  it('is known by its columns where its name says nothing', async () => {
    expect(
      (await read(`${HEADER}\r\na,,,,,,,,,,\r\n`, 'csv', { stem: 'tableau' })).rows,
    ).toHaveLength(1)
    expect((await read('x,y\r\n1,2\r\n', 'csv', { stem: 'tableau' })).said).toEqual([
      'null null: neither its name nor its columns are those of a dataset',
    ])
    expect((await read('id,words,colour\r\n', 'csv')).said).toEqual([
      'null null: columns are missing: kind, number, price, whole, on, about, at, sources, names',
    ])
    expect((await read(`${HEADER},colour\r\n`, 'csv')).said).toEqual([
      'null null: notes have no columns: colour',
    ])
  })

  it('names every cell that does not fit, by line and column', async () => {
    const { rows, said } = await read(
      [
        HEADER,
        ',,,,,,,,,,',
        'b,,purple,1.5,1e3,yes,2021-02-30,12/2021,yesterday,{},[',
        '"c',
        'd",,,,,,,,,,',
        'e,,',
        'f,,,,,,,,,,',
      ].join('\r\n'),
      'csv',
    )
    expect(said).toEqual([
      '2 id: a value is missing',
      '3 kind: «purple» is none of: =loud, quiet',
      '3 number: a whole number is expected, not «1.5»',
      '3 price: a number is expected, such as 150.50, not «1e3»',
      '3 whole: «true» or «false» is expected, not «yes»',
      '3 on: a day is expected, such as 2021-12-07, not «2021-02-30»',
      '3 about: a day, a month or a year is expected, such as 2021-12-07, 2021-12 or 2021, not «12/2021»',
      '3 at: an instant is expected, such as 2021-12-07T10:30:00Z, not «yesterday»',
      '3 sources: a list in JSON is expected, not «{}»',
      '3 names: an object in JSON is expected, not «[»',
      '6 null: there are 3 cells, and 11 columns',
    ])
    expect(rows.map(({ id }) => id)).toEqual(['c\r\nd', 'f'])
  })

  it('that breaks off in a cell says where that begins', async () => {
    const { said } = await read(`${HEADER}\r\na,,,,,,,,,,\r\nb,"never closed,,,\r\nc,,`, 'csv')
    expect(said).toEqual(['3 null: a quotation mark is opened here and never closed'])
    expect((await read('', 'csv')).said).toEqual(['null null: there is nothing in this file'])
  })
})

describe('a file that is not in UTF-8', () => {
  it.each(['csv', 'ndjson'])('ends the reading (%s)', async (ending) => {
    const latin = Buffer.from(`${HEADER}\r\n{"id":"é"}\r\n`, 'latin1')
    await expect(read(latin, ending)).rejects.toThrow(/encoded data/)
  })
})

describe('JSON', () => {
  const whole = '{"dataset":"notes","data":[\n{"id":"a"},\n{"id":"b"}\n],"total":2}\n'

  it('is read in our layout line by line, in any other whole, and as a bare list', async () => {
    const ids = async (content: string, stem = 'notes') =>
      (await read(content, 'json', { stem })).rows.map(({ id }) => id)
    expect(await ids(whole)).toEqual(['a', 'b'])
    expect(await ids(JSON.stringify(JSON.parse(whole), null, 2))).toEqual(['a', 'b'])
    expect(await ids('[{"id":"a"},{"id":"b"}]')).toEqual(['a', 'b'])
    expect(await ids(whole, 'download')).toEqual(['a', 'b'])
  })

  it('that was cut off is not taken for whole', async () => {
    expect((await read(whole.slice(0, -12), 'json')).said).toEqual([
      '4 null: this is no JSON',
      'null null: the end of the file is missing',
    ])
    expect((await read(whole.replace('{"id":"a"},\n', ''), 'json')).said).toEqual([
      '3 null: 1 rows stand here, and 2 were announced',
    ])
  })

  it('names the line that is none', async () => {
    const { rows, said } = await read(
      '{"id":"a"}\n{"id":\n\n[1]\n{"id":"b\\u0000"}\n{"id":"c"}',
      'ndjson',
    )
    expect(rows.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(said).toEqual([
      '2 null: this is no JSON',
      '4 null: a row is an object in JSON',
      '5 id: a zero byte cannot stand in a text',
    ])
  })
})
