import type { ConferenceId } from '../../../kernel/ids.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { everyPaper } from '../../capabilities/queries.ts'
import { needsOf, type Requirement } from '../../capabilities/requirements.model.ts'
import { instanceOf } from '../../offers/calculated/queries.ts'
import { needsAt } from '../../offers/needs/queries.ts'
import { runMadeOf, runsAt } from '../runs/queries.ts'
import type { GapsFacts } from './facts.ts'

/**
 * What could be closed at a conference, and what is named short there.
 *
 * @param digestOf the digest under which a calculation keeps of what it was made.
 */
export async function gapsFacts(
  db: Reading,
  conference: ConferenceId,
  digestOf: (instance: unknown) => string,
): Promise<GapsFacts> {
  const runs = await runsAt(db, conference)
  const last = runs.find(
    ({ state, parent, basis }) => state === 'done' && parent === null && basis === 'offers',
  )
  const run = last ? await runMadeOf(db, conference, last.id) : null
  const isCurrent =
    run !== null && digestOf(await instanceOf(db, conference, run.asOf)) === run.digest
  return { run, isCurrent, unready: await unreadyAt(db, conference) }
}

async function unreadyAt(db: Reading, conference: ConferenceId): Promise<Requirement[]> {
  const papers = await everyPaper(db)
  const named = papers.filter((paper) => paper.conference === conference).flatMap(needsOf)
  const ready = new Set((await needsAt(db, conference)).map(({ terms }) => terms.requirement))
  return named.filter(({ id }) => !ready.has(id))
}
