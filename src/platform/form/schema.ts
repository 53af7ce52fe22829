import { z } from 'zod'
import type { FileKind } from '../../kernel/documents/files.ts'
import type { AnyCommand } from '../command/command.ts'

/** As much of JSON Schema (2020-12) as zod writes of an input. */
export interface Schema {
  type?: string | readonly string[]
  const?: unknown
  enum?: readonly unknown[]
  minLength?: number
  pattern?: string
  format?: string
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  prefixItems?: readonly Schema[]
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  allOf?: readonly Schema[]
  $ref?: string
  $defs?: Readonly<Record<string, Schema>>
  /** Of a file: the kinds that are wanted; see `fileOf`. */
  accepts?: readonly FileKind[]
}

const known = new WeakMap<z.ZodType, Schema>()

/** What a command wants to be told, as a schema that a form can be read by. */
export function schemaOf({ input }: Pick<AnyCommand, 'input'>): Schema {
  const before = known.get(input)
  if (before) return before
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema
  known.set(input, schema)
  return schema
}

/** The shapes that a value may have, references followed and choices spread out. */
export function shapesOf(schema: Schema, root: Schema): readonly Schema[] {
  const { $ref, anyOf, oneOf, allOf } = schema
  if ($ref === '#') return shapesOf(root, root)
  if ($ref) {
    const found = root.$defs?.[$ref.replace('#/$defs/', '')]
    return found ? shapesOf(found, root) : [schema]
  }
  if (anyOf ?? oneOf) return (anyOf ?? oneOf ?? []).flatMap((one) => shapesOf(one, root))
  if (allOf) return [merged(allOf.flatMap((one) => shapesOf(one, root)))]
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }))
  return [schema]
}

const merged = (parts: readonly Schema[]): Schema => ({
  ...Object.assign({}, ...parts),
  properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
  required: parts.flatMap(({ required = [] }) => required),
})

/** The schema of a member, and whether it may be left out. */
export function memberOf(schema: Schema, name: string): { schema: Schema; optional: boolean } {
  const property = schema.properties?.[name]
  if (property) return { schema: property, optional: !schema.required?.includes(name) }
  const { additionalProperties: others } = schema
  return { schema: typeof others === 'object' ? others : {}, optional: true }
}

/** The kinds of file that a field takes, by its name in the form (`members.0.photo`); undefined: any. */
export function acceptsOf(schema: Schema, name: string): readonly FileKind[] | undefined {
  let shapes = shapesOf(schema, schema)
  for (const step of name.split('.')) {
    const inner = shapes.map((shape) =>
      shape.type === 'array' ? (shape.items ?? {}) : memberOf(shape, step).schema,
    )
    shapes = inner.flatMap((one) => shapesOf(one, schema))
  }
  const item = shapes.flatMap(({ type, items }) =>
    type === 'array' && items ? shapesOf(items, schema) : [],
  )
  return [...shapes, ...item].find(({ accepts }) => accepts)?.accepts
}
