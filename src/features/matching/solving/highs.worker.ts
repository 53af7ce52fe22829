import { workAlone } from '../../../platform/apart/work.ts'
import { explain } from '../explain/explain.ts'
import type { Calculated, Wanted } from './asking.ts'
import { loadEngine } from './highs.ts'
import { type Progress, solve } from './solve.ts'

/*
 * Runs in a process of its own, which ends with it: HiGHS never gives memory back, and stops for nobody.
 */

/** Nobody reads more often. */
const EVERY = 100

workAlone<Wanted, Progress, Calculated>(async ({ instance, limits, explaining }, tell) => {
  const engine = await loadEngine()
  const clock = () => performance.now()
  let told = Number.NEGATIVE_INFINITY
  const now = (progress: Progress) => {
    if (clock() - told < EVERY) return
    told = clock()
    tell(progress)
  }
  const solution = solve(instance, limits, { engine, clock, tell: now })
  const explanation = explaining
    ? explain(instance, solution.plan, { milliseconds: explaining, engine, clock })
    : null
  return { solution, explanation }
})
