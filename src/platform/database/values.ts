import { type KyselyPlugin, OperationNodeTransformer, type ValueNode } from 'kysely'
import pg from 'pg'

/** The numbers by which PostgreSQL names its types (`select oid, typname from pg_type`). */
const OID = {
  int8: 20,
  date: 1082,
  time: 1083,
  timestamptz: 1184,
  numeric: 1700,
  textArray: 1009,
  int8Array: 1016,
  dateArray: 1182,
  timeArray: 1183,
  timestamptzArray: 1185,
  numericArray: 1231,
} as const

const SAFE_DIGITS = 15

const instant = (text: string) => Temporal.Instant.from(text)
const date = (text: string) => text
const time = (text: string) => text.slice(0, 'HH:MM'.length)

/** A number where a number holds it exactly; otherwise the text, so that no digit is lost unseen. */
const number = (text: string): number | string =>
  text.replace(/\D/g, '').length <= SAFE_DIGITS ? Number(text) : text

const textArray = pg.types.getTypeParser(OID.textArray as never, 'text')

const arrayOf =
  (parse: (text: string) => unknown) =>
  (text: string): unknown[] =>
    (textArray(text) as (string | null)[]).map((one) => (one === null ? null : parse(one)))

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.int8]: number,
  [OID.numeric]: number,
  [OID.date]: date,
  [OID.time]: time,
  [OID.timestamptz]: instant,
  [OID.int8Array]: arrayOf(number),
  [OID.numericArray]: arrayOf(number),
  [OID.dateArray]: arrayOf(date),
  [OID.timeArray]: arrayOf(time),
  [OID.timestamptzArray]: arrayOf(instant),
}

/** How values arrive: timestamptz as `Temporal.Instant`, date as 'YYYY-MM-DD', time as 'HH:MM', int8 as number. */
export const arriving: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS[oid]) ??
    pg.types.getTypeParser(oid, format as 'text'),
}

const leaving = (value: unknown) => (value instanceof Temporal.Instant ? value.toString() : value)

class InstantsAsText extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: leaving(node.value) }
  }
  protected override transformPrimitiveValueList(
    node: Parameters<OperationNodeTransformer['transformPrimitiveValueList']>[0],
  ) {
    return { ...node, values: node.values.map(leaving) }
  }
}

const transformer = new InstantsAsText()

/** How values leave: `pg` would send an Instant as JSON, in quotation marks. */
export const instantsLeaveAsText: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
}
