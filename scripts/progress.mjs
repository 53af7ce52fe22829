import { performance } from 'node:perf_hooks'

/** What stands in the way, as one sentence with what to do; printed without a stack trace. */
export class Obstacle extends Error {}

/** Says on standard error what takes time, and how long it took: standard output belongs to the program. */
export async function step(what, work) {
  const begun = performance.now()
  process.stderr.write(`${what} … `)
  try {
    const answer = await work()
    process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(1)} s\n`)
    return answer
  } catch (error) {
    process.stderr.write('failed\n')
    throw error
  }
}
