import { compileCode } from '../../../platform/apart/code.ts'
import { workAlone } from '../../../platform/apart/work.ts'
import { explain } from '../explain/explain.ts'
import type { Solution } from '../model/plan.ts'
import type { Calculated, Wanted } from './asking.ts'
import { loadEngine } from './highs.ts'
import { type Progress, solve } from './solve.ts'

/*
 * Runs in a process of its own, which can be ended: HiGHS never gives memory back, and stops for nobody.
 */

const code = compileCode('highs/runtime')

/** Nobody reads more often. */
const EVERY = 100

workAlone<Wanted, Progress, Calculated>(
  async ({ instance, limits, explaining }, tell, isEnough) => {
    const engine = await loadEngine(isEnough, await code)
    const clock = () => performance.now()
    // Where somebody wants what there is, the time is up.
    const patient = () => (isEnough() ? Number.MAX_SAFE_INTEGER : clock())
    let told = Number.NEGATIVE_INFINITY
    const now = (progress: Progress) => {
      if (clock() - told < EVERY) return
      told = clock()
      tell(progress)
    }
    const found = solve(instance, limits, { engine, clock: patient, tell: now })
    const solution: Solution =
      isEnough() && found.stopped === 'time' ? { ...found, stopped: 'cancelled' } : found
    const explanation = explaining
      ? explain(instance, solution.plan, {
          ...{ milliseconds: isEnough() ? 0 : explaining, engine, clock },
        })
      : null
    return { solution, explanation }
  },
)
