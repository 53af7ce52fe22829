import { createWriteStream, type WriteStream } from 'node:fs'
import { printCsvRows } from '../../export/csv.ts'
import { guarded } from '../../export/formula.ts'
import { type Complaint, sayComplaint } from './complaints.ts'

/** Complaints that a person reads on a screen; all of them stand in the file. */
const SHOWN = 20

/** Tells the first complaints, and writes all of them into a table when they are more than one wants to read. */
export interface Report {
  add(complaint: Complaint): void
  /** Ends the table; the number of complaints, and where all of them stand if not all were told. */
  end(): Promise<{ complaints: number; file: string | null }>
}

/** Opens a report; the table is there only if it is needed. */
export function createReport(file: string, tell: (sentence: string) => void): Report {
  const first: Complaint[] = []
  let complaints = 0
  let table: WriteStream | undefined

  const row = ({ file: name, line, column, reason }: Complaint) =>
    printCsvRows([[guarded(name), line, column, guarded(reason)]])

  return {
    add(complaint) {
      complaints += 1
      if (complaints <= SHOWN) {
        first.push(complaint)
        tell(sayComplaint(complaint))
        return
      }
      if (!table) {
        table = createWriteStream(file)
        table.write(printCsvRows([['file', 'line', 'column', 'reason']]))
        for (const one of first) table.write(row(one))
      }
      table.write(row(complaint))
    },
    async end() {
      if (!table) return { complaints, file: null }
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      table.on('error', reject).end(resolve)
      await promise
      return { complaints, file }
    },
  }
}
