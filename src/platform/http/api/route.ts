import { Refusal } from '../../../kernel/refusal.ts'
import type { Dataset } from '../../dataset/dataset.ts'
import { csv } from '../../dataset/forms/csv.ts'
import type { Form } from '../../dataset/forms/form.ts'
import { json, ndjson } from '../../dataset/forms/json.ts'
import { xlsx } from '../../dataset/forms/xlsx.ts'
import { API } from './rows.ts'

/** What an address of the interface leads to. */
export type Route =
  | { to: 'list' | 'description' | 'catalogue' | 'datapackage' | 'archive' }
  | { to: 'page'; dataset: Dataset }
  | { to: 'file'; dataset: Dataset; form: Form }
  | { to: 'record'; dataset: Dataset; key: string }

const FORMS: Readonly<Record<string, (mark: boolean) => Form>> = {
  csv: (mark) => csv({ mark }),
  json: () => json,
  ndjson: () => ndjson,
  xlsx: () => xlsx,
}

/** The endings under which the rows of a dataset are files. */
export const ENDINGS = Object.keys(FORMS)

/** What is said of all data together, at addresses that catalogues know. */
const OF_ALL = {
  '/data/catalog.jsonld': 'catalogue',
  '/data/datapackage.json': 'datapackage',
  '/data/archive.zip': 'archive',
  [API]: 'list',
  [`${API}/`]: 'list',
  [`${API}/openapi.json`]: 'description',
} as const

const isOfAll = (path: string): path is keyof typeof OF_ALL => Object.hasOwn(OF_ALL, path)

/** Whether a path is one to read from; commands are written to. */
export const isRead = (path: string): boolean =>
  isOfAll(path) || (path.startsWith(`${API}/`) && !path.startsWith(`${API}/commands/`))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refusal('platform.unknown-record', 404)
  }
}

/**
 * Finds what a path asks for: `/api/v1/pledges`, `/api/v1/pledges.csv`, `/api/v1/pledges/KOR-2021-01`.
 *
 * @throws Refusal (404) where nothing is there.
 */
export function routeOf(
  { pathname, searchParams }: URL,
  datasets: ReadonlyMap<string, Dataset>,
): Route {
  if (isOfAll(pathname)) return { to: OF_ALL[pathname] }
  const below = pathname.slice(API.length + 1)
  const [, name = '', ending, key] = /^([a-z-]+)(?:\.([a-z]+)|\/(.+))?$/.exec(below) ?? []
  const dataset = datasets.get(name)
  if (!dataset) throw new Refusal('platform.unknown-dataset', 404)
  if (key !== undefined) return { to: 'record', dataset, key: decoded(key) }
  if (ending === undefined) return { to: 'page', dataset }
  const form = FORMS[ending]
  if (!form) throw new Refusal('platform.unknown-dataset', 404)
  return { to: 'file', dataset, form: form(searchParams.get('bom') === 'true') }
}
