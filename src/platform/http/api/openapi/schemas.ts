import type { Column, Dataset } from '../../../dataset/dataset.ts'

/** A schema of JSON, as OpenAPI 3.1 takes it. */
export type Schema = Readonly<Record<string, unknown>>

const PARTIAL_DATE = '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'

const TYPES: Readonly<Record<Column['type'], Schema>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  'partial-date': { type: 'string', pattern: PARTIAL_DATE },
  datetime: { type: 'string', format: 'date-time' },
  array: { type: 'array', items: {} },
  object: { type: 'object' },
}

/** What a cell of a column looks like in JSON. */
export function cellSchema({
  type,
  description,
  required,
  values,
  label,
  example,
}: Column): Schema {
  const schema = TYPES[type]
  const said = label ? `${description} Derived; not read back in.` : description
  return {
    ...schema,
    ...(!required && { type: [schema.type, 'null'] }),
    ...(values && { enum: required ? values : [...values, null] }),
    description: said,
    ...(example !== undefined && { examples: [type === 'decimal' ? Number(example) : example] }),
  }
}

/** `c34-members` as the name of a schema: `C34Members`. */
export const schemaName = (name: string): string =>
  name.replace(/(?:^|[-.])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** A record of a dataset. */
export const recordSchema = ({ columns }: Pick<Dataset, 'columns'>): Schema => ({
  type: 'object',
  required: columns.map(({ name }) => name),
  additionalProperties: false,
  properties: Object.fromEntries(columns.map((column) => [column.name, cellSchema(column)])),
})

const HEAD: Schema = {
  dataset: { type: 'string', description: 'The name of the dataset.' },
  title: { type: 'string', description: 'What it is called, in the language of the answer.' },
  description: { type: 'string', description: 'What it holds, in the language of the answer.' },
  language: { type: 'string', description: 'The language of names and other labels.' },
  as_of: { type: 'string', format: 'date', description: 'The day of the data.' },
  notice: { type: 'string', description: 'What the data are, and are not.' },
  licence: {
    type: 'object',
    required: ['name', 'title', 'url'],
    properties: {
      name: { type: 'string', description: 'SPDX identifier.' },
      title: { type: 'string' },
      url: { type: 'string', format: 'uri' },
    },
  },
  source: { type: 'string', format: 'uri', description: 'Where the same data are found.' },
}

/** A page of records, with the way to the next. */
export const pageSchema = (name: string): Schema => ({
  type: 'object',
  required: [...Object.keys(HEAD), 'total', 'cursor', 'links', 'data'],
  properties: {
    ...HEAD,
    total: { type: 'integer', minimum: 0, description: 'Records on all pages.' },
    cursor: { type: ['string', 'null'], description: 'For the next page; null on the last one.' },
    links: {
      type: 'object',
      description: 'First and next page, and the same records as files.',
      properties: {
        first: { type: 'string', format: 'uri' },
        next: { type: ['string', 'null'], format: 'uri' },
        csv: { type: 'string', format: 'uri' },
        xlsx: { type: 'string', format: 'uri' },
        ndjson: { type: 'string', format: 'uri' },
        json: { type: 'string', format: 'uri' },
      },
    },
    data: { type: 'array', items: { $ref: `#/components/schemas/${schemaName(name)}` } },
  },
})

/** One record with what is said beside it. */
export const oneSchema = (name: string): Schema => ({
  type: 'object',
  required: [...Object.keys(HEAD), 'data'],
  properties: { ...HEAD, data: { $ref: `#/components/schemas/${schemaName(name)}` } },
})

/** RFC 9457, with what is wrong field by field. */
export const PROBLEM_SCHEMA: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: {
      type: 'string',
      format: 'uri-reference',
      examples: ['/problems/platform.not-signed-in'],
    },
    title: { type: 'string', description: 'In the language of the caller.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'In the language of the caller.' },
    instance: { type: 'string', format: 'uri-reference' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'detail'],
        properties: {
          parameter: { type: 'string', description: 'The parameter of the address.' },
          pointer: { type: 'string', description: 'The place in the body, a JSON pointer.' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
}
