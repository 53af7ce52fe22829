import { LANGUAGES, type Language } from '../../../../kernel/language.ts'
import { say } from '../../../../ui/words.ts'
import { commandsOf } from '../../../command/registry.ts'
import type { Dataset } from '../../../dataset/dataset.ts'
import { LICENCE } from '../../../dataset/licence.ts'
import { datasetsOf } from '../../../dataset/registry.ts'
import type { Feature } from '../../../feature.ts'
import { API } from '../rows.ts'
import { MOST_ROWS, USUAL_ROWS } from '../wish.ts'
import { commandPath } from './commands.ts'
import {
  oneSchema,
  PROBLEM_SCHEMA,
  pageSchema,
  recordSchema,
  type Schema,
  schemaName,
} from './schemas.ts'

/**
 * The version of the interface: columns and addresses that were published under it never change. Whoever changes how a
 * file is printed raises it, so that nobody takes an old copy for unchanged.
 */
export const VERSION = '1.0.0'

const problem = (status: string) => ({ [status]: { $ref: `#/components/responses/${status}` } })
const ref = (name: string) => ({ $ref: `#/components/parameters/${name}` })

const PARAMETERS: Readonly<Record<string, Schema>> = {
  limit: {
    name: 'limit',
    in: 'query',
    description: 'Records on a page.',
    schema: { type: 'integer', minimum: 1, maximum: MOST_ROWS, default: USUAL_ROWS },
  },
  cursor: {
    name: 'cursor',
    in: 'query',
    description: 'Where the page begins: the cursor of the page before, under the same sort.',
    schema: { type: 'string' },
  },
  language: {
    name: 'language',
    in: 'query',
    description: 'The language of names and other labels; else what Accept-Language asks for.',
    schema: { type: 'string', enum: LANGUAGES },
  },
  as_of: {
    name: 'as_of',
    in: 'query',
    description: 'The record as it stood at the end of this day, in universal time.',
    schema: { type: 'string', format: 'date' },
    example: '2023-12-31',
  },
  bom: {
    name: 'bom',
    in: 'query',
    description: 'Whether the CSV begins with a byte-order mark, for spreadsheets.',
    schema: { type: 'boolean', default: false },
  },
}

const sortOf = ({ key, sortable }: Dataset) => ({
  name: 'sort',
  in: 'query',
  description: 'The column to sort by; a hyphen before it turns the order round.',
  schema: { type: 'string', enum: [key, ...sortable].flatMap((name) => [name, `-${name}`]) },
})

const filtersOf = ({ filters }: Dataset) =>
  Object.entries(filters).map(([name, { description, example }]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
    example,
  }))

const json = (schema: Schema) => ({ 'application/json': { schema } })
const HEADERS = {
  ETag: { description: 'A strong entity tag.', schema: { type: 'string' } },
  'Last-Modified': { description: 'The last change.', schema: { type: 'string' } },
  Link: {
    description: 'RFC 8288: next, first, license, service-desc.',
    schema: { type: 'string' },
  },
}

const FILES = {
  csv: ['text/csv', 'CSV (RFC 4180), lists and objects as JSON'],
  xlsx: [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'a workbook with a sheet that says what the columns hold',
  ],
  ndjson: ['application/x-ndjson', 'one JSON object a line'],
  json: ['application/json', 'one JSON object with all records'],
} as const

function pathsOf(dataset: Dataset, language: Language): Record<string, Schema> {
  const { name, dated } = dataset
  const tags = [name]
  const title = dataset.title(language)
  const asOf = dated ? [ref('as_of')] : []
  const choosing = [...filtersOf(dataset), sortOf(dataset), ref('language'), ...asOf]
  const read = { ...problem('400'), ...problem('429'), ...problem('500') }
  const list = {
    operationId: `list${schemaName(name)}`,
    tags,
    summary: title,
    description: dataset.description(language),
    parameters: [...choosing, ref('limit'), ref('cursor')],
    responses: {
      200: {
        description: 'A page of records.',
        headers: HEADERS,
        content: json({ $ref: `#/components/schemas/${schemaName(name)}Page` }),
      },
      304: { description: 'Unchanged.' },
      ...read,
    },
  }
  const one = {
    operationId: `get${schemaName(name)}`,
    tags,
    summary: `${title}: one record`,
    parameters: [
      {
        name: 'key',
        in: 'path',
        required: true,
        description: `The record's ${dataset.key}.`,
        schema: { type: 'string' },
      },
      ref('language'),
      ...asOf,
    ],
    responses: {
      200: {
        description: 'The record.',
        headers: HEADERS,
        content: json(oneSchema(name)),
      },
      304: { description: 'Unchanged.' },
      ...read,
      ...problem('404'),
    },
  }
  const files = Object.entries(FILES).map(([ending, [type, what]]) => [
    `${API}/${name}.${ending}`,
    {
      get: {
        operationId: `download${schemaName(name)}${schemaName(ending)}`,
        tags,
        summary: `${title}: ${what}`,
        parameters: [...choosing, ...(ending === 'csv' ? [ref('bom')] : [])],
        responses: {
          200: {
            description:
              'Every record, sent as it is read. A file that breaks off closes the connection without its last chunk.',
            headers: {
              ...HEADERS,
              'X-Total-Count': { description: 'Records to come.', schema: { type: 'integer' } },
            },
            content: { [type]: { schema: {} } },
          },
          304: { description: 'Unchanged.' },
          ...read,
          ...problem('503'),
        },
      },
    },
  ])
  return {
    [`${API}/${name}`]: { get: list },
    [`${API}/${name}/{key}`]: { get: one },
    ...Object.fromEntries(files),
  }
}

const problemResponse = (description: string, headers?: Schema) => ({
  description,
  ...(headers && { headers }),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
const header = (description: string) => ({ description, schema: { type: 'string' } })

const RESPONSES = {
  400: problemResponse('A parameter is unknown or wrong; each is named.'),
  401: problemResponse('Nobody is signed in.', {
    'WWW-Authenticate': header('How to sign in.'),
  }),
  403: problemResponse('Rights are missing.'),
  404: problemResponse('No such thing.'),
  409: problemResponse('A rule stands against it.'),
  413: problemResponse('The body is larger than 1 MB.'),
  422: problemResponse('Some fields need correcting; each is named.'),
  429: problemResponse('Too many requests.', { 'Retry-After': header('Seconds to wait.') }),
  500: problemResponse('Something went wrong on our side.'),
  503: problemResponse('Too many downloads at once, or out of reach.', {
    'Retry-After': header('Seconds to wait.'),
  }),
}

/** The whole interface as OpenAPI 3.1 describes it, derived from datasets and commands. */
export function describeApi(features: readonly Feature[], language: Language, origin: string) {
  const datasets = [...datasetsOf(features).values()]
  const commands = [...commandsOf(features).values()]
  return {
    openapi: '3.1.1',
    info: {
      title: 'Plenum',
      version: VERSION,
      description: say(language, 'notice.sample'),
      license: { name: LICENCE.title, url: LICENCE.url },
    },
    servers: [{ url: origin }],
    tags: [
      ...datasets.map((dataset) => ({
        name: dataset.name,
        description: `${dataset.title(language)}. ${dataset.description(language)}.`,
      })),
      { name: 'commands', description: 'Everything that changes anything; each needs an account.' },
    ],
    paths: {
      ...Object.assign({}, ...datasets.map((dataset) => pathsOf(dataset, language))),
      ...Object.fromEntries(commands.map((command) => commandPath(command))),
    },
    components: {
      parameters: PARAMETERS,
      responses: RESPONSES,
      securitySchemes: { account: { type: 'http', scheme: 'bearer' } },
      schemas: {
        ...Object.fromEntries(
          datasets.flatMap((dataset) => [
            [schemaName(dataset.name), recordSchema(dataset)],
            [`${schemaName(dataset.name)}Page`, pageSchema(dataset.name)],
          ]),
        ),
        Problem: PROBLEM_SCHEMA,
      },
    },
  }
}
