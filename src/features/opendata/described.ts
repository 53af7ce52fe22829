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

interface Schema {
  readonly properties?: object
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/** The fields of a command, those of all its alternatives where it has some; required is what each of them requires. */
export function fieldsOf(schema: Schema): DescribedCommand['fields'] {
  const alternatives = schema.oneOf ?? schema.anyOf
  if (!alternatives) {
    const required = new Set(schema.required)
    return Object.keys(schema.properties ?? {}).map((name) => ({
      name,
      required: required.has(name),
    }))
  }
  const all = alternatives.map((one) => fieldsOf(one))
  const needed = (name: string) =>
    all.every((fields) => fields.some((field) => field.name === name && field.required))
  const names = new Set(all.flat().map(({ name }) => name))
  return [...names].map((name) => ({ name, required: needed(name) }))
}

/** The forms in which every dataset is a file. */
export const FORMS = ['csv', 'xlsx', 'json', 'ndjson'] as const

/** Where a dataset is as a file, with names in a language. */
export const fileAddress = (name: string, form: (typeof FORMS)[number], language: string): string =>
  `/api/v1/${name}.${form}?language=${language}`
