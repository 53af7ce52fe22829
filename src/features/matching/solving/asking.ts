import type { Explanation } from '../explain/explanation.ts'
import type { Instance } from '../model/instance.ts'
import type { Solution } from '../model/plan.ts'
import type { Limits } from './solve.ts'

/** What the solver's process is asked. */
export interface Wanted {
  instance: Instance
  limits: Limits
  /** Milliseconds for finding out what one more offer would be worth; null where nobody asks for an explanation. */
  explaining: number | null
}

export interface Calculated {
  solution: Solution
  explanation: Explanation | null
}
