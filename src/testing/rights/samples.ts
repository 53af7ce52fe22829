import { type Schema, shapesOf } from '../../platform/form/schema.ts'

/** Values for fields by their names, at every depth: `{ conference: 'seoul2021', party: 'KOR' }`. */
export type Known = Readonly<Record<string, unknown>>

/** As much more of JSON Schema as samples are made by. */
interface Bounds extends Schema {
  maxLength?: number
  minItems?: number
  minimum?: number
  exclusiveMinimum?: number
  propertyNames?: Schema
}

/** Texts of every shape that a field of ours may want; the first that fits is taken. */
const TEXTS = [
  'seoul2021',
  'KOR',
  'KOR-2021-01',
  'aviation',
  'un-peacekeeping',
  'UNMISS',
  '2021.medical',
  '2021-12-07',
  '10:00',
  '2021-12-07T10:00:00Z',
  'https://plenum.example/x',
  'somebody@plenum.example',
  'A sentence that is long enough to be one.',
  'x',
  'c2FtcGxl',
  'a'.repeat(43),
  '0'.repeat(64),
  '1',
]

/** No thing of the kind that a field names stands on the stage. */
export class UnknownThing extends Error {
  readonly field: string
  constructor(field: string) {
    super(`No thing is known for ${field}`)
    this.field = field
  }
}

/**
 * The least that a schema takes: what may be left out is, unless a value is known for its name. For questions of rights
 * it does not matter what is said, only about what; so an identifier is never invented.
 *
 * @throws UnknownThing where an identifier is wanted that is not known.
 */
export function sampleOf(schema: Schema, known: Known, root: Schema = schema, name = ''): unknown {
  if (takes(schema, known[name], root)) return known[name]
  const shapes: readonly Bounds[] = shapesOf(schema, root)
  const shape =
    shapes.find(({ type, const: only }) => type !== 'null' && only !== null) ?? shapes[0]
  if (!shape) return null
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.type === 'object' || shape.properties) return objectOf(shape, known, root)
  if (shape.type === 'array') {
    const one = () => sampleOf(shape.items ?? {}, known, root, singular(name))
    return Array.from({ length: shape.minItems ?? 0 }, one)
  }
  if (shape.type === 'integer' || shape.type === 'number') {
    const { minimum = 1, exclusiveMinimum } = shape
    return Math.max(minimum, exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1)
  }
  if (shape.type === 'boolean') return true
  if (shape.format === 'uuid') throw new UnknownThing(name)
  return TEXTS.find((text) => isText(shape, text)) ?? 'x'.repeat(Math.max(1, shape.minLength ?? 0))
}

/** `participants` are many of a `participant`. */
const singular = (name: string) => name.replace(/ies$/, 'y').replace(/s$/, '')

function objectOf(shape: Bounds, known: Known, root: Schema): unknown {
  const { properties = {}, required = [], additionalProperties, propertyNames } = shape
  const members = Object.entries(properties)
    .filter(([name, member]) => required.includes(name) || takes(member, known[name], root))
    .map(([name, member]) => [name, sampleOf(member, known, root, name)])
  if (members.length === 0 && typeof additionalProperties === 'object') {
    const names = propertyNames
      ? shapesOf(propertyNames, root).flatMap((one) => one.enum ?? [])
      : []
    const one = propertyNames ? sampleOf(propertyNames, known, root) : 'en'
    const value = sampleOf(additionalProperties, known, root)
    return Object.fromEntries((names.length > 0 ? names : [one]).map((key) => [key, value]))
  }
  return Object.fromEntries(members)
}

/** Whether a value is one that a schema takes, as far as shapes tell. */
function takes(schema: Schema, value: unknown, root: Schema): boolean {
  if (value === undefined) return false
  return shapesOf(schema, root).some((shape) => isOf(shape, value, root))
}

function isOf(shape: Bounds, value: unknown, root: Schema): boolean {
  if (value === null) return shape.type === 'null'
  if (shape.const !== undefined) return shape.const === value
  if (shape.enum) return shape.enum.includes(value)
  if (Array.isArray(value)) {
    return shape.type === 'array' && value.every((one) => takes(shape.items ?? {}, one, root))
  }
  if (typeof value === 'object') return isObject(shape, value, root)
  if (typeof value === 'string') return shape.type === 'string' && isText(shape, value)
  if (typeof value === 'number') return shape.type === 'integer' || shape.type === 'number'
  return shape.type === typeof value
}

function isObject(shape: Bounds, value: object, root: Schema): boolean {
  const { properties = {}, required = [], additionalProperties: others } = shape
  if (shape.type !== 'object') return false
  return (
    required.every((name) => name in value) &&
    Object.entries(value).every(([name, one]) =>
      takes(properties[name] ?? (typeof others === 'object' ? others : NOTHING), one, root),
    )
  )
}

/** What takes no value at all. */
const NOTHING: Schema = { enum: [] }

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f-]{36}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T/,
  email: /@/,
  uri: /^https:/,
}

function isText(
  { minLength = 0, maxLength = 1e9, pattern, format }: Bounds,
  text: string,
): boolean {
  if (text.length < minLength || text.length > maxLength) return false
  if (pattern && !new RegExp(pattern, 'u').test(text)) return false
  return !format || FORMATS[format]?.test(text) !== false
}
