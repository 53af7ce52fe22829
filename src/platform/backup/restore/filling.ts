import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { type CopyStreamQuery, from } from 'pg-copy-streams'
import { quoted, quotedTable } from '../connecting.ts'
import { ERRANDS } from '../errands.ts'
import type { TableHeader } from '../file/format.ts'

/** Fills tables by COPY, one after the other. */
export interface Filling {
  /** Takes the next rows of a table: those of another table than before end that one. */
  take(table: TableHeader, rows: Uint8Array): Promise<void>
  /** Ends the last table. */
  end(): Promise<void>
}

/** Errands wait aside until all else is there. */
const placeOf = ({ name }: TableHeader) => (name === ERRANDS.name ? 'errand' : quotedTable(name))

/** Fills tables over a connection that nobody else uses meanwhile, no faster than the database takes the rows. */
export function fillingOver(client: pg.Client): Filling {
  let name: string | undefined
  let copy: CopyStreamQuery | undefined
  const end = async () => {
    if (!copy) return
    const ended = finished(copy)
    copy.end()
    await ended
    copy = undefined
  }
  return {
    end,
    async take(table, rows) {
      if (name !== table.name) {
        await end()
        name = table.name
        const columns = table.columns.map(quoted).join(', ')
        copy = client.query(from(`copy ${placeOf(table)} (${columns}) from stdin`))
        copy.on('error', () => undefined)
      }
      const open = copy as CopyStreamQuery
      if (open.errored) throw open.errored
      if (!open.write(rows)) await Promise.race([once(open, 'drain'), finished(open)])
    },
  }
}
