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
const TIMES = 100
const PAGE = '/en/seoul2021/programme'

/** More of a slowing down than that is not «the same» any more. */
const MOST = 1.25

/** Milliseconds of pages that come from no cache, one question at a time. */
async function times({ origin }: Application): Promise<number[]> {
  const all = []
  for (let at = 0; at < TIMES; at += 1) {
    all.push((await askWell(origin + PAGE, PERSONAL)).milliseconds)
  }
  return all
}

/**
 * Pages while 1,000 offers are set against 200 needs in the process in which the application does so, and while nothing is:
 * in turns, so that whatever else happens on the machine happens to both.
 */
export async function besideMatching(application: Application): Promise<Figure[]> {
  const instance = generate(1, { parties: 155, offers: 1000, requirements: 200 })
  const limits = { milliseconds: 120_000, within: 0 }
  const quiet: number[] = []
  const beside: number[] = []
  await times(application)
  for (let round = 0; round < ROUNDS; round += 1) {
    quiet.push(...(await times(application)))
    const enough = new AbortController()
    const begun = Promise.withResolvers<void>()
    const ended = calculate(
      { instance, limits, explaining: null },
      { signal: enough.signal, tell: () => begun.resolve() },
    ).catch(() => undefined)
    await begun.promise
    beside.push(...(await times(application)))
    enough.abort(new Error('measured'))
    await ended
  }
  const unit = 'ms'
  const [before, after] = [quantile(quiet, 0.95), quantile(beside, 0.95)]
  return [
    { name: 'page, median', value: median(quiet), unit },
    { name: 'page while it calculates, median', value: median(beside), unit },
    { name: 'page, 95 of 100', value: before, unit },
    { name: 'page while it calculates, 95 of 100', value: after, unit },
    { name: 'the second as a share of the first', value: after / before, unit: '', most: MOST },
  ]
}
