import { type Figure, median } from '../../figures.ts'
import { metricsOf } from '../../serving/asking.ts'

/** Megabytes of a process at the end of a minute. */
export interface Minute {
  /** What the process holds. */
  resident: number
  /** What lives on the heap: the least that was seen, for between two collections garbage is added. */
  heap: number
}

const MEGABYTE = 2 ** 20

/** Looks at the memory of a process now and then; `minute` answers what was seen since it was asked last. */
export function watchMemory(origin: string) {
  let seen: Minute[] = []
  return {
    async look(): Promise<void> {
      const of = await metricsOf(origin)
      seen.push({
        resident: of('process_resident_memory_bytes') / MEGABYTE,
        heap: of('nodejs_heap_size_used_bytes') / MEGABYTE,
      })
    },
    minute(): Minute {
      const looks = seen
      seen = []
      return {
        resident: median(looks.map(({ resident }) => resident)),
        heap: Math.min(...looks.map(({ heap }) => heap)),
      }
    },
  }
}

/** By how much a line through values, each a minute after the one before, rises in a minute: the least squares. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const over = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0)
  return over / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
}

/** What a line may rise by over all of these minutes, as a share of their mean, to be called flat. */
const FLAT = 0.05

/** The slope of what was seen, and whether that is flat. */
export function flatness(name: string, values: readonly number[]): Figure {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const most = (FLAT * mean) / values.length
  return { name, value: slopeOf(values), unit: 'MB/min', most: Math.round(most * 100) / 100 }
}
