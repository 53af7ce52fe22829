import type { RefusedField } from '../../kernel/refusal.ts'
import { memberOf, type Schema, shapesOf } from './schema.ts'
import { type Branch, type Field, treeOf } from './tree.ts'

/** A form as its command wants to be told, and the way back from a path of the input to the field. */
export interface Read {
  input: unknown
  /** The name of the field that a refusal means: rows in which nothing was typed are no part of the input. */
  fieldOf(path: RefusedField['path']): string
}

/** The rows of the input by the path of their array: which of the form's rows each of them is. */
type Rows = Map<string, readonly string[]>

const NOTHING = Symbol('nothing was said')

/**
 * Reads a form by the schema of a command. What is empty is left out where it may be, null where that is what empty
 * means; numbers and yes or no become what they are. What cannot be read stays as it was typed, so that the command
 * refuses it at its field.
 */
export function readForm(schema: Schema, fields: readonly Field[]): Read {
  const rows: Rows = new Map()
  const input = asOne(treeOf(fields), schema, { root: schema, path: '', optional: false, rows })
  return {
    input,
    fieldOf(path) {
      let at = ''
      const steps = path.map((step) => {
        const row = typeof step === 'number' ? rows.get(at)?.[step] : undefined
        at = joined(at, `${step}`)
        return row ?? `${step}`
      })
      return steps.join('.')
    },
  }
}

interface At {
  root: Schema
  path: string
  optional: boolean
  rows: Rows
}

const joined = (path: string, step: string) => (path === '' ? step : `${path}.${step}`)
const isNull = ({ type, const: only }: Schema) => type === 'null' || only === null

function asOne(sent: Branch, schema: Schema, at: At): unknown {
  const shapes = shapesOf(schema, at.root)
  const nullable = shapes.some(isNull)
  const shape = shapeFor(
    sent,
    shapes.filter((one) => !isNull(one)),
  )
  const value = asShape(sent, shape, nullable, at)
  if (value !== NOTHING) return value
  if (nullable) return null
  return at.optional || !mayBeEmpty(shape) ? undefined : ''
}

/** Whether an empty text says something; else it is a field that was not filled in. */
const mayBeEmpty = ({ type, minLength = 0, pattern, format, enum: some, const: only }: Schema) =>
  type === 'string' && minLength === 0 && !pattern && !format && !some && only === undefined

function asShape(sent: Branch, shape: Schema, nullable: boolean, at: At): unknown {
  if (shape.type === 'array') return asRows(sent, shape, at)
  const isRoot = at.path === ''
  if (sent.children.size === 0 && !isRoot) return asScalar(sent.values.at(-1) ?? '', shape)
  return sent.said || isRoot || !(at.optional || nullable) ? asObject(sent, shape, at) : NOTHING
}

/** Of several shapes, the one whose fixed members are what was sent; else the one that fits what was typed. */
function shapeFor(sent: Branch, shapes: readonly Schema[]): Schema {
  if (shapes.length < 2) return shapes[0] ?? {}
  if (sent.children.size > 0) {
    return (
      shapes.find((shape) => shape.type === 'object' && agrees(sent, shape)) ??
      shapes.find(({ type }) => type === 'object' || type === 'array') ??
      {}
    )
  }
  const [typed = ''] = sent.values
  return shapes.find((shape) => fits(typed, shape)) ?? shapes[0] ?? {}
}

const agrees = (sent: Branch, { properties = {} }: Schema) =>
  Object.entries(properties).every(([name, { const: only, enum: some }]) => {
    const [typed] = sent.children.get(name)?.values ?? []
    if (only !== undefined) return typed === String(only)
    return some === undefined || typed === undefined || typed === '' || some.includes(typed)
  })

function fits(typed: string, { type, const: only, enum: some }: Schema): boolean {
  if (only !== undefined) return String(only) === typed
  if (some) return some.map(String).includes(typed)
  if (type === 'number' || type === 'integer') return NUMBER.test(latin(typed))
  if (type === 'boolean') return typed === 'true' || typed === 'false'
  return type === 'string'
}

const asObject = (sent: Branch, shape: Schema, at: At): unknown =>
  Object.fromEntries(
    [...sent.children].flatMap(([name, child]) => {
      const { schema, optional } = memberOf(shape, name)
      const found = asOne(child, schema, { ...at, path: joined(at.path, name), optional })
      return found === undefined ? [] : [[name, found]]
    }),
  )

/** Rows of an array, or the values of fields of one name; what holds nothing is left out. */
function asRows(sent: Branch, shape: Schema, at: At): unknown {
  const items = shape.items ?? {}
  if (sent.children.size === 0) {
    const values = sent.values.filter((value) => value !== '')
    return values.map((value) => asScalar(value, shapeFor(single(value), shapesOf(items, at.root))))
  }
  const kept = [...sent.children]
    .filter(([, child]) => child.said)
    .sort(([one], [other]) => Number(one) - Number(other))
  at.rows.set(
    at.path,
    kept.map(([row]) => row),
  )
  return kept.map(([, child], index) =>
    asOne(child, items, { ...at, path: joined(at.path, `${index}`), optional: false }),
  )
}

const single = (value: string): Branch => ({ values: [value], said: true, children: new Map() })

const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/

/** Digits as people type them in Arabic and Persian are digits. */
const latin = (typed: string) =>
  typed
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => `${digit.charCodeAt(0) - 0x0660}`)
    .replace(/[\u06F0-\u06F9]/g, (digit) => `${digit.charCodeAt(0) - 0x06f0}`)

function asScalar(typed: string, { type, const: only }: Schema): unknown {
  const text = typed.replaceAll('\r\n', '\n').trim()
  if (type === 'boolean') return text === 'true' || text === 'on'
  if (text === '') return NOTHING
  const number = latin(text)
  if (type === 'integer' || type === 'number' || typeof only === 'number') {
    return NUMBER.test(number) ? Number(number.replace(',', '.')) : text
  }
  return text
}
