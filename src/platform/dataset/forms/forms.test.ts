import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { guarded, unguarded } from '../../export/formula.ts'
import { day, decimal, instant, integer, list, text, yesOrNo } from '../columns.ts'
import type { Row } from '../dataset.ts'
import { csv } from './csv.ts'
import type { Form, Source } from './form.ts'
import { json, ndjson } from './json.ts'
import { xlsx } from './xlsx.ts'

const COLUMNS = [
  text('id', 'Its name.', { required: true }),
  text('words', 'What was said.'),
  integer('number', 'How many.'),
  decimal('money', 'How much.'),
  yesOrNo('whole', 'Whether all of it.'),
  day('on', 'The day.'),
  instant('at', 'The instant.'),
  list('sources', 'Who says so.'),
]
const ROWS: Row[] = [
  {
    id: 'a',
    words: '=1+1, "said"\r\nhe',
    number: -5,
    money: '90071992547409.91',
    whole: true,
    on: '2021-12-07',
    at: '2021-12-07T10:30:00Z',
    sources: [{ publisher: 'بعثة' }],
  },
  {
    id: 'b',
    words: null,
    number: null,
    money: null,
    whole: null,
    on: null,
    at: null,
    sources: null,
  },
]

const about = {
  title: 'Notes',
  description: 'What was noted.',
  notice: 'A sample.',
  licence: { name: 'CC-BY-4.0', title: 'Creative Commons', url: 'https://example.org/by' },
  asOf: '2021-12-07',
  language: 'en',
  address: 'https://example.org/api/v1/notes',
  total: ROWS.length,
  now: Temporal.Instant.from('2021-12-07T10:30:00Z'),
} as const

async function* pages(...all: (readonly Row[])[]) {
  yield* all
}

async function printed(form: Form, source: Partial<Source> = {}): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  const whole: Source = {
    dataset: { name: 'notes', columns: COLUMNS },
    about,
    pages: pages(ROWS.slice(0, 1), ROWS.slice(1)),
    ...source,
  }
  for await (const chunk of form.print(whole)) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

describe('the guard against formulas', () => {
  it('stands before whatever a spreadsheet would run', () => {
    const texts = ['=1', '+1', '-1', '@a', '\ta', '\ra', '\na', '＝1', '－1', "'=1", "''@"]
    expect(texts.map(guarded)).toEqual(texts.map((text) => `'${text}`))
  })

  it('leaves alone what is no formula, also with an apostrophe', () => {
    const texts = ['', 'a=1', "'tis", "'", '1-1', 'بعثة', '—', '7 December']
    expect(texts.map(guarded)).toEqual(texts)
  })

  it('gives back every text as it was', () => {
    const signs = fc.string({ unit: fc.constantFrom("'", '=', '-', '@', '\t', '\n', 'a', '＋') })
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: 'grapheme' })), (text) => {
        expect(unguarded(guarded(text))).toBe(text)
      }),
    )
  })
})

describe('a dataset in CSV', () => {
  it('guards what people wrote, and nothing else', async () => {
    expect((await printed(csv())).toString()).toBe(
      [
        'id,words,number,money,whole,on,at,sources',
        `a,"'=1+1, ""said""\r\nhe",-5,90071992547409.91,true,2021-12-07,2021-12-07T10:30:00Z,"[{""publisher"":""بعثة""}]"`,
        'b,,,,,,,',
        '',
      ].join('\r\n'),
    )
  })

  it('has a byte-order mark if it is asked for', async () => {
    expect((await printed(csv({ mark: true }))).subarray(0, 3).toString('hex')).toBe('efbbbf')
  })
})

describe('a dataset in JSON', () => {
  it('says what it is, and how many rows there are behind them', async () => {
    const text = (await printed(json)).toString()
    expect(JSON.parse(text)).toMatchObject({
      dataset: 'notes',
      notice: 'A sample.',
      as_of: '2021-12-07',
      total: 2,
      data: [{ id: 'a', number: -5, whole: true }, { id: 'b' }],
    })
    expect(text).toContain('"money":90071992547409.91,')
  })

  it('is one row a line in NDJSON, every column in its place', async () => {
    const lines = (await printed(ndjson)).toString().trimEnd().split('\n')
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual([
      COLUMNS.map(({ name }) => name),
      COLUMNS.map(({ name }) => name),
    ])
  })

  it('is still JSON without a row', async () => {
    const none = { pages: pages(), about: { ...about, total: 0 } }
    expect(JSON.parse((await printed(json, none)).toString()).data).toEqual([])
    expect((await printed(ndjson, none)).toString()).toBe('')
  })
})

describe('a dataset as a workbook', () => {
  it('has real days, instants and numbers, text that is no formula, and a sheet about itself', async () => {
    const { sheets } = await readXlsx(await printed(xlsx), { readFormulas: true } as object)
    expect(sheets.map(({ name }) => name)).toEqual(['notes', 'about'])
    const [heading, first, second] = sheets[0]?.rows ?? []
    expect(heading).toEqual(COLUMNS.map(({ name }) => name))
    const [id, words, number, money, whole, on, at, sources] = first ?? []
    expect([id, number, whole, sources]).toEqual(['a', -5, true, '[{"publisher":"بعثة"}]'])
    expect(words).toBe('=1+1, "said"\nhe')
    expect(money).toBe('90071992547409.91')
    expect(JSON.stringify([on, at])).toBe('["2021-12-07T00:00:00.000Z","2021-12-07T10:30:00.000Z"]')
    expect(second?.filter((cell) => cell !== null)).toEqual(['b'])
    const said = sheets[1]?.rows.map((row) => row[0])
    expect(said).toEqual(expect.arrayContaining(['notice', 'licence', 'as of', 'column', 'words']))
  })
})

describe('rows that stop on the way', () => {
  const forms = [csv(), json, ndjson, xlsx]

  it.each(forms.map((form) => [form.ending, form] as const))(
    'are no whole file in %s',
    async (_, form) => {
      const broken = async function* () {
        yield ROWS.slice(0, 1)
        throw new Error('the database is gone')
      }
      await expect(printed(form, { pages: broken() })).rejects.toThrow('the database is gone')
      await expect(printed(form, { pages: pages(ROWS.slice(0, 1)) })).rejects.toThrow(
        '1 rows came, 2 were announced',
      )
    },
  )
})
