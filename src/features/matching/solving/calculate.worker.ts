import { alone } from '../../../platform/apart/alone.ts'
import type { Calculated, Wanted } from './asking.ts'
import type { Progress } from './solve.ts'

/** Built, it stands beside this file; else the source itself runs. */
const SOLVER = new URL(import.meta.env.PROD ? './solver.js' : './highs.worker.ts', import.meta.url)

/** Calculates a plan in a process of its own, one plan at a time; `signal` ends the process. */
export const calculate = alone<Wanted, Progress, Calculated>(
  SOLVER,
  'A plan could not be calculated',
)
