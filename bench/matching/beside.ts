import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import { generate } from '../../src/features/matching/example/generate.ts'
import type { Calculated, Wanted } from '../../src/features/matching/solving/asking.ts'
import type { Progress } from '../../src/features/matching/solving/solve.ts'
import { alone } from '../../src/platform/apart/alone.ts'
import { type Figure, median, quantile } from '../figures.ts'
import type { Application } from '../serving/application.ts'
import { askWell, PERSONAL } from '../serving/asking.ts'

const calculate = alone<Wanted, Progress, Calculated>(
  new URL('../../src/features/matching/solving/highs.worker.ts', import.meta.url),
  'It could not be calculated',
)
const ROUNDS = 4
/** Pages a round: some seconds, so that a calculation is measured while its code is compiled and after. */
const TIMES = 500
const PAGE = '/en/seoul2021/programme'

/** More of a slowing down than that is not «the same» any more. */
const MOST = 1.25

let asked = 0
/** Every request comes as from a machine of its own, beyond the limits of one. */
const machine = () => {
  asked += 1
  return { 'X-Forwarded-For': `10.66.${(asked >> 8) & 255}.${asked & 255}` }
}

/** Milliseconds of pages that come from no cache, one question at a time. */
async function times({ origin }: Application): Promise<number[]> {
  const all = []
  for (let at = 0; at < TIMES; at += 1) {
    all.push((await askWell(origin + PAGE, { ...PERSONAL, ...machine() })).milliseconds)
  }
  return all
}

/** The same beside a loop that does nothing, and stands back as a calculation does: what any work costs on this machine. */
async function besideNothing(application: Application): Promise<number[]> {
  const loop = spawn(process.execPath, ['--eval', 'for (;;);'])
  setPriority(Number(loop.pid), constants.priority.PRIORITY_LOW)
  const found = await times(application)
  loop.kill('SIGKILL')
  await once(loop, 'exit')
  return found
}

/** The same while 1,000 offers are set against 200 needs in the process in which the application does so. */
async function besideCalculation(application: Application): Promise<number[]> {
  const instance = generate(1, { parties: 155, offers: 1000, requirements: 200 })
  const limits = { milliseconds: 120_000, within: 0 }
  const enough = new AbortController()
  const begun = Promise.withResolvers<void>()
  const ended = calculate(
    { instance, limits, explaining: null },
    { stop: enough.signal, tell: () => begun.resolve() },
  )
  await begun.promise
  const found = await times(application)
  enough.abort(new Error('measured'))
  await ended
  return found
}

/**
 * Pages while it calculates, while a loop does nothing, and while nothing runs: in turns, so that whatever else happens on
 * the machine happens to all.
 */
export async function besideMatching(application: Application): Promise<Figure[]> {
  const quiet: number[] = []
  const nothing: number[] = []
  const calculation: number[] = []
  await times(application)
  for (let round = 0; round < ROUNDS; round += 1) {
    quiet.push(...(await times(application)))
    nothing.push(...(await besideNothing(application)))
    calculation.push(...(await besideCalculation(application)))
  }
  const unit = 'ms'
  const slow = (all: readonly number[]) => quantile(all, 0.95)
  return [
    { name: 'page, median', value: median(quiet), unit },
    { name: 'page beside a loop that does nothing, median', value: median(nothing), unit },
    { name: 'page while it calculates, median', value: median(calculation), unit },
    { name: 'page, 95 of 100', value: slow(quiet), unit },
    { name: 'page beside a loop that does nothing, 95 of 100', value: slow(nothing), unit },
    { name: 'page while it calculates, 95 of 100', value: slow(calculation), unit },
    {
      name: 'the last as a share of the first',
      value: slow(calculation) / slow(quiet),
      ...{ unit: '', most: MOST },
    },
    { name: 'and of the second', value: slow(calculation) / slow(nothing), unit: '' },
  ]
}
