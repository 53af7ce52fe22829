import type { ColumnType } from 'kysely'
import type { ConferenceId } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { Explanation } from '../../matching/explain/explanation.ts'
import type { Instance } from '../../matching/model/instance.ts'
import type { Solution } from '../../matching/model/plan.ts'
import type { Problem } from '../../matching/model/problems.ts'
import type { AssumedOf } from './assumed.model.ts'
import type { Change } from './changes.model.ts'
import type { Progress, Run, RunId, RunMade, RunState } from './model.ts'

type Facts<Kind> = ColumnType<Kind | null, string | null, string | null>

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    partnershipRun: Omit<Run, 'change' | 'progress'> & {
      change: Facts<Change>
      progress: Facts<Progress>
      instance: Facts<Instance>
      solution: Facts<Solution>
      explanation: Facts<Explanation>
      assumed: Facts<readonly AssumedOf[]>
      problems: Facts<readonly Problem[]>
    }
  }
}

const SHORT = [
  ...(['id', 'conference', 'parent', 'change', 'basis', 'state', 'asOf'] as const),
  ...(['askedBy', 'askedAt', 'endedAt', 'progress', 'digest'] as const),
] as const
const MOST = 100

/** The last calculations of a conference, the newest first, without what came out. */
export const runsAt = (db: Reading, conference: ConferenceId): Promise<Run[]> =>
  db
    .selectFrom('partnershipRun')
    .select([...SHORT])
    .where('conference', '=', conference)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()

/** One calculation, without what came out. */
export const runOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  id: RunId,
): Promise<Run | null> =>
  db
    .selectFrom('partnershipRun')
    .select([...SHORT])
    .where('conference', '=', conference)
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** A calculation with what came out; null where there is none, or nothing has come out of it. */
export async function runMadeOf(
  db: Reading | Writing,
  conference: ConferenceId,
  id: RunId,
): Promise<RunMade | null> {
  const row = await db
    .selectFrom('partnershipRun')
    .selectAll()
    .where('conference', '=', conference)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.instance || !row.solution || !row.explanation) return null
  const { instance, solution, explanation, assumed, problems, ...run } = row
  return {
    ...run,
    instance,
    solution,
    explanation,
    assumed: assumed ?? [],
    problems: problems ?? [],
  }
}

/** What has become of a calculation, in little. */
export const stateOf = (db: Reading, id: RunId): Promise<RunState | null> =>
  db
    .selectFrom('partnershipRun')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row?.state ?? null)
