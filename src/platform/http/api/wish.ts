import { Language } from '../../../kernel/language.ts'
import { Refusal, type RefusalValues, type RefusedField } from '../../../kernel/refusal.ts'
import { Day } from '../../../kernel/time.ts'
import type { Dataset, Wish } from '../../dataset/dataset.ts'
import { PAGE } from '../../dataset/pages.ts'
import { placeIn } from './cursor.ts'

/** Rows of one answer: when nothing is said, and at most. */
export const USUAL_ROWS = 100
export const MOST_ROWS = PAGE

/** What an address asks for: a page of rows, all of them as a file, or one. */
export type Asked = 'page' | 'file' | 'record'

/** The parameters that each kind of address knows, beside the filters of its dataset. */
export const PARAMETERS: Readonly<Record<Asked, readonly string[]>> = {
  page: ['sort', 'limit', 'cursor', 'language', 'as_of'],
  file: ['sort', 'language', 'as_of', 'bom'],
  record: ['language', 'as_of'],
}

interface Circumstances {
  /** The language that the caller asks for by its header. */
  language: Language
  /** In universal time. */
  today: string
}

/** Collects what is wrong, so that all of it is told at once. */
class Complaints {
  readonly fields: RefusedField[] = []

  /** The value if it is one, else null and a complaint. */
  unless<Value>(value: Value | null, name: string, code: string, values: RefusalValues = {}) {
    if (value === null) this.fields.push({ path: [name], code: `input.${code}`, values })
    return value
  }
}

/**
 * Reads what an address asks of a dataset.
 *
 * @throws Refusal (400) naming every parameter that is unknown, given twice or wrong.
 */
export function wishIn(
  dataset: Dataset,
  search: URLSearchParams,
  asked: Asked,
  { language, today }: Circumstances,
): Wish {
  const complaints = new Complaints()
  const given = (name: string) => search.get(name)
  const filters = asked === 'record' ? {} : dataset.filters
  const known = new Set([...PARAMETERS[asked], ...Object.keys(filters)])
  for (const name of new Set(search.keys())) {
    complaints.unless(known.has(name) || null, name, 'unknown-parameter')
    complaints.unless(search.getAll(name).length === 1 || null, name, 'given-twice')
  }

  const sort = sortIn(dataset, given('sort'), complaints)
  const asOf = dayIn(dataset, given('as_of'), today, complaints)
  const cursor = given('cursor')
  const wish: Wish = {
    filters: filtersIn(filters, search, complaints),
    sort,
    after:
      cursor === null
        ? null
        : complaints.unless(placeIn(cursor, dataset, sort), 'cursor', 'foreign-cursor'),
    limit: limitIn(given('limit'), complaints),
    only: null,
    asOf,
    day: asOf ?? today,
    language: languageIn(given('language'), complaints) ?? language,
  }
  if (complaints.fields.length > 0) {
    throw new Refusal('platform.unreadable-parameters', 400, {}, complaints.fields)
  }
  return wish
}

function filtersIn(
  filters: Dataset['filters'],
  search: URLSearchParams,
  complaints: Complaints,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, { schema }]) => {
      const value = search.get(name)
      if (value === null) return []
      const parsed = schema.safeParse(value).data ?? null
      const sound = value.includes('\0') ? null : parsed
      return complaints.unless(sound, name, 'malformed') === null ? [] : [[name, sound as string]]
    }),
  )
}

function sortIn(dataset: Dataset, value: string | null, complaints: Complaints): Wish['sort'] {
  if (value === null) return null
  const column = value.replace(/^-/, '')
  if (column === dataset.key && value === column) return null
  const columns = [dataset.key, ...dataset.sortable]
  complaints.unless(columns.includes(column) || null, 'sort', 'not-sortable', {
    columns: columns.join(', '),
  })
  return { column, descending: value.startsWith('-') }
}

function dayIn(dataset: Dataset, value: string | null, today: string, complaints: Complaints) {
  if (value === null) return null
  if (!dataset.dated) return complaints.unless<string>(null, 'as_of', 'not-by-day')
  const day = complaints.unless(Day.safeParse(value).data ?? null, 'as_of', 'not-a-day')
  return day && complaints.unless(day <= today ? day : null, 'as_of', 'day-to-come')
}

function limitIn(value: string | null, complaints: Complaints): number {
  if (value === null) return USUAL_ROWS
  const rows = complaints.unless(
    /^\d{1,15}$/.test(value) ? Number(value) : null,
    'limit',
    'malformed',
  )
  if (rows === null) return USUAL_ROWS
  complaints.unless(rows >= 1 || null, 'limit', 'too-small', { least: 1 })
  complaints.unless(rows <= MOST_ROWS || null, 'limit', 'too-large', { most: MOST_ROWS })
  return rows
}

const languageIn = (value: string | null, complaints: Complaints): Language | null =>
  value === null
    ? null
    : complaints.unless(Language.safeParse(value).data ?? null, 'language', 'not-a-choice')
