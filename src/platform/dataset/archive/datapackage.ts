import type { Column, Dataset } from '../dataset.ts'
import { LICENCE } from '../licence.ts'

/** What is said of all data together. */
export interface Whole {
  readonly title: string
  readonly notice: string
  /** The day of the data. */
  readonly asOf: string
  readonly origin: string
}

const PARTIAL_DATE = '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'

/** What the Table Schema calls our types. */
const TYPES: Readonly<Record<Column['type'], Readonly<Record<string, string>>>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'date' },
  'partial-date': { type: 'string' },
  datetime: { type: 'datetime', format: 'any' },
  array: { type: 'array' },
  object: { type: 'object' },
}

function fieldOf({ name, type, description, required, values, label, example }: Column) {
  const constraints = {
    ...(required && { required: true }),
    ...(values && { enum: values }),
    ...(type === 'partial-date' && { pattern: PARTIAL_DATE }),
  }
  return {
    name,
    ...TYPES[type],
    description,
    ...(example !== undefined && { example }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
    ...(label && { 'plenum:derived': true }),
  }
}

/** A dataset's Table Schema. */
export const tableSchema = (dataset: Dataset, datasets: ReadonlyMap<string, Dataset>) => {
  const { columns, key, partOf } = dataset
  const whole = partOf && datasets.get(partOf.dataset)
  return {
    fields: columns.map(fieldOf),
    primaryKey: [key],
    missingValues: [''],
    ...(partOf &&
      whole && {
        foreignKeys: [
          { fields: [partOf.column], reference: { resource: whole.name, fields: [whole.key] } },
        ],
      }),
  }
}

/**
 * The Data Package (Frictionless, version 2) of all datasets as CSV.
 *
 * @param pathOf where the file of a dataset is.
 */
export const datapackageOf = (
  datasets: ReadonlyMap<string, Dataset>,
  { title, notice, asOf, origin }: Whole,
  pathOf: (name: string) => string,
) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'plenum',
  title,
  description: notice,
  homepage: `${origin}/en/data`,
  version: asOf,
  created: `${asOf}T00:00:00Z`,
  licenses: [{ name: LICENCE.name, path: LICENCE.url, title: LICENCE.title }],
  contributors: [{ title: 'Plenum', path: origin, roles: ['publisher'] }],
  resources: [...datasets.values()].map((dataset) => ({
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: dataset.name,
    type: 'table',
    title: dataset.title('en'),
    description: dataset.description('en'),
    path: pathOf(dataset.name),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { lineTerminator: '\r\n' },
    schema: tableSchema(dataset, datasets),
  })),
})
