import type { Cell, Column, ColumnType } from './dataset.ts'

type About = Omit<Column, 'name' | 'type' | 'description'>

const of =
  (type: ColumnType) =>
  (name: string, description: string, about: About = {}): Column => ({
    name,
    type,
    description,
    ...about,
  })

/** A column of each type: `text('title', 'What was promised.', { required: true })`. */
export const text = of('string')
export const integer = of('integer')
export const decimal = of('decimal')
export const yesOrNo = of('boolean')
export const day = of('date')
export const partialDay = of('partial-date')
export const instant = of('datetime')
export const list = of('array')
export const object = of('object')

/** A column that is said in the asked language, or derived from others: ignored by whoever reads a file in. */
export const label = (name: string, description: string, about: About = {}): Column => ({
  ...text(name, description, about),
  label: true,
})

/** The same for a column of another type than text. */
export const derived = (column: Column): Column => ({ ...column, label: true })

/** A column of a closed list. */
export const choice = (
  name: string,
  description: string,
  values: readonly string[],
  about: About = {},
): Column => text(name, description, { ...about, values })

/** Some cells in the order of the columns that they belong to. */
export const cellsOf = (
  columns: readonly Column[],
  row: Readonly<Record<string, Cell>>,
): readonly Cell[] => columns.map(({ name }) => row[name] ?? null)
