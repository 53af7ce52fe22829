import {
  type Expression,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely'
import type { Wish } from './dataset.ts'

/** What stands in a query for the columns that a wish may name. */
export interface Columns {
  /** `sql.ref('pledge.id')`. Text: it is compared by code points, whatever the database's own order. */
  readonly key: Expression<unknown>
  /** Sortable columns, the columns of `only`, and the filters that are a column of the same name. */
  readonly by: Readonly<Record<string, Expression<unknown>>>
  /** Those of `by` that are not text. */
  readonly numbers?: readonly string[]
}

type Any = SelectQueryBuilder<never, never, object>

/** The condition that a filter, or `only`, puts on rows. */
export function chosenBy({ key, by }: Columns, { filters, only }: Wish): Expression<SqlBool> {
  const conditions = [
    ...Object.entries(filters).flatMap(([name, value]) =>
      by[name] ? [sql<SqlBool>`${by[name]} = ${value}`] : [],
    ),
    ...(only ? [sql<SqlBool>`${by[only.column] ?? key} = any(${only.values as string[]})`] : []),
  ]
  return conditions.reduce((all, one) => sql<SqlBool>`${all} and ${one}`, sql<SqlBool>`true`)
}

/** The condition that a row comes after the place where the last page ended. */
function following(columns: Columns, { after, sort }: Wish): RawBuilder<SqlBool> {
  if (!after) return sql`true`
  const keyFollows = sql<SqlBool>`${ordered(columns, null)} > ${after.key}`
  if (!sort) return keyFollows
  const column = ordered(columns, sort.column)
  if (after.value === null) return sql`${column} is null and ${keyFollows}`
  const beyond = sort.descending
    ? sql<SqlBool>`${column} < ${after.value}`
    : sql<SqlBool>`${column} > ${after.value}`
  return sql`(${column} is null or ${beyond} or (${column} = ${after.value} and ${keyFollows}))`
}

function ordered({ key, by, numbers }: Columns, column: string | null): RawBuilder<unknown> {
  const expression = column === null ? key : (by[column] ?? key)
  return column !== null && numbers?.includes(column)
    ? sql`${expression}`
    : sql`${expression} collate "C"`
}

/**
 * A page of a query: the rows that a wish chooses, in its order, from the place where the last page ended. An index on
 * `(key collate "C")` makes it as quick at the end of a large table as at its beginning.
 */
export function pageOf<Query>(query: Query, columns: Columns, wish: Wish): Query {
  const { sort, limit } = wish
  let page = (query as unknown as Any)
    .where(chosenBy(columns, wish))
    .where(following(columns, wish))
  if (sort) {
    const column = ordered(columns, sort.column)
    page = page.orderBy(
      sort.descending ? sql`${column} desc nulls last` : sql`${column} asc nulls last`,
    )
  }
  return page.orderBy(ordered(columns, null)).limit(limit) as unknown as Query
}

/** The same rows without order and end: for a count. */
export const allOf = <Query>(query: Query, columns: Columns, wish: Wish): Query =>
  (query as unknown as Any).where(chosenBy(columns, wish)) as unknown as Query
