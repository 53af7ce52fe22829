import { once } from '../../kernel/once.ts'
import type { Cell, Column, Row } from './dataset.ts'

const fieldOf = ({ name, field }: Column) =>
  field ?? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** The name of each column, and of the field that it shows: worked out once for each list of columns. */
const namesOf = once((columns: readonly Column[]) =>
  columns.map((column) => [column.name, fieldOf(column)] as const),
)

/** The cells of a fact whose fields are called as the columns are: `member_since` is `memberSince`. */
export function rowOf(columns: readonly Column[], fact: object, labels: Row = {}): Row {
  const fields = fact as Readonly<Record<string, Cell | undefined>>
  const row: Record<string, Cell> = {}
  for (const [name, field] of namesOf(columns)) {
    row[name] = (Object.hasOwn(labels, name) ? labels[name] : fields[field]) ?? null
  }
  return row
}

/** The fact that a row says, as a command takes it: without labels, each field by its own name. */
export const factOf = (columns: readonly Column[], row: Row): Record<string, unknown> =>
  Object.fromEntries(
    columns
      .filter(({ label }) => !label)
      .map((column) => [fieldOf(column), row[column.name] ?? null] as const),
  )
