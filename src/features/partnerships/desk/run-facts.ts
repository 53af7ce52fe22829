import type { Run, RunMade } from '../runs/model.ts'

/** What the page of a calculation shows. */
export interface RunFacts {
  run: Run
  /** What came out; null as long as nothing has. */
  made: RunMade | null
  /** What it is read beside: what it supposes a change of, or what was chosen. */
  beside: RunMade | null
  others: readonly Run[]
}
