import type { Cell, Column, Row } from './dataset.ts'

const fieldOf = ({ name, field }: Column) =>
  field ?? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** The cells of a fact whose fields are called as the columns are: `member_since` is `memberSince`. */
export const rowOf = (columns: readonly Column[], fact: object, labels: Row = {}): Row =>
  Object.fromEntries(
    columns.map((column) => [
      column.name,
      Object.hasOwn(labels, column.name)
        ? (labels[column.name] as Cell)
        : ((fact as Record<string, Cell | undefined>)[fieldOf(column)] ?? null),
    ]),
  )

/** The fact that a row says, as a command takes it: without labels, each field by its own name. */
export const factOf = (columns: readonly Column[], row: Row): Record<string, unknown> =>
  Object.fromEntries(
    columns
      .filter(({ label }) => !label)
      .map((column) => [fieldOf(column), row[column.name] ?? null] as const),
  )
