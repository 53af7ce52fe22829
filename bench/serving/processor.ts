import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataOf } from '../../src/platform/database/embedded/cluster.ts'
import { placeOf } from '../../src/platform/database/embedded/place.ts'

/**
 * Milliseconds of processor that a Plenum and its PostgreSQL have used so far: what a page costs, however busy the
 * machine is with other things. Only Linux tells; elsewhere it is not a number.
 *
 * @param pid the process that was started, whose children are counted with it.
 */
export function processorOf(pid: number | undefined, home: string): () => number {
  if (pid === undefined || !existsSync('/proc/self/schedstat')) return () => Number.NaN
  const [postmaster] = readFileSync(join(dataOf(placeOf(home)), 'postmaster.pid'), 'utf8').split(
    '\n',
  )
  const roots = new Set([String(pid), postmaster ?? ''])
  return () => {
    const parents = new Map(processes().map((one) => [one, parentOf(one)]))
    const belongs = (one: string | undefined): boolean =>
      one !== undefined && (roots.has(one) || belongs(parents.get(one)))
    return [...parents.keys()]
      .filter(belongs)
      .reduce((sum, one) => sum + nanosecondsOf(one) / 1e6, 0)
  }
}

const processes = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name))

/** A process may have ended since it was listed. */
function told(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The fourth field; the name before it stands in brackets and may hold anything. */
const parentOf = (process: string): string | undefined =>
  told(`/proc/${process}/stat`).split(') ').at(-1)?.split(' ')[1]

function nanosecondsOf(process: string): number {
  const folder = `/proc/${process}/task`
  const threads = existsSync(folder) ? readdirSync(folder) : []
  return threads.reduce(
    (sum, thread) => sum + Number(told(`${folder}/${thread}/schedstat`).split(' ')[0] || 0),
    0,
  )
}
