import type { Explanation } from '../../matching/explain/explanation.ts'
import type { Solution } from '../../matching/model/plan.ts'
import calculated from './calculated.json' with { type: 'json' }

/**
 * What comes out of the example, and why: the same data always give the same plan, so it is kept beside them, and nobody
 * who opens the page waits for a calculation. A test calculates it anew.
 */
export const CALCULATED: Calculated = calculated as object as Calculated

interface Calculated {
  solution: Solution
  explanation: Explanation
}
