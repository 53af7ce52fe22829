import type { Requirement } from '../../capabilities/requirements.model.ts'
import type { RunMade } from '../runs/model.ts'

/** What the gap page of an edition shows to its secretariat. */
export interface GapsFacts {
  /** The last calculation of what is offered and sought; null where there is none. */
  run: RunMade | null
  /** Whether nothing has been offered, sought or withdrawn since. */
  isCurrent: boolean
  /** What papers of the edition name as needed, and nobody has made ready for a calculation. */
  unready: readonly Requirement[]
}
