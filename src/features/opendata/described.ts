/** A column as a page prints it. */
export interface DescribedColumn {
  name: string
  type: string
  /** In English. */
  description: string
  values: readonly string[]
  derived: boolean
}

/** A dataset as a page prints it. */
export interface Described {
  name: string
  /** In the reader's language. */
  title: string
  description: string
  rows: number
  key: string
  columns: readonly DescribedColumn[]
  filters: readonly { name: string; description: string; example: string }[]
  sortable: readonly string[]
  /** Whether it can be read as it stood on a day. */
  dated: boolean
  /** The dataset whose rows it is parts of. */
  partOf: { name: string; title: string } | null
}

/** A command as the reference prints it. */
export interface DescribedCommand {
  name: string
  fields: readonly { name: string; required: boolean }[]
}

/** The forms in which every dataset is a file. */
export const FORMS = ['csv', 'xlsx', 'json', 'ndjson'] as const

/** Where a dataset is as a file, with names in a language. */
export const fileAddress = (name: string, form: (typeof FORMS)[number], language: string): string =>
  `/api/v1/${name}.${form}?language=${language}`
