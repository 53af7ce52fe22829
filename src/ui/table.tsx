import type { Child } from 'hono/jsx'

interface TableProps {
  caption: Child
  columns: readonly string[]
  /** Each row's cells, in the order of the columns; the first is the row's heading. */
  rows: readonly (readonly Child[])[]
}

/**
 * A table that a phone can show: there each row becomes a block, in which every cell brings the name of its
 * column. The roles are said again because `display: block` would take them away.
 */
export function Table({ caption, columns, rows }: TableProps) {
  return (
    <table class="stacked">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([heading, ...cells]) => (
          <tr>
            <th scope="row">{heading}</th>
            {cells.map((cell, place) => (
              <td data-label={columns[place + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
