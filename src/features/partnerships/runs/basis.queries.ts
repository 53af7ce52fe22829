import type { ConferenceId } from '../../../kernel/ids.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { everyCapability } from '../../capabilities/queries.ts'
import type { Instance } from '../../matching/model/instance.ts'
import { instanceOf } from '../../offers/calculated/queries.ts'
import { needsAt, recipesAt, requirementsOf } from '../../offers/needs/queries.ts'
import { recordedAt } from '../agreed/queries.ts'
import { type AssumedOf, assumedOf } from './assumed.model.ts'
import { supposing } from './changes.model.ts'
import type { Run } from './model.ts'
import { runMadeOf } from './queries.ts'

/** Of what a calculation is made, and what of it is assumed. */
export interface Basis {
  instance: Instance
  assumed: readonly AssumedOf[]
}

/** What is on the table that day, what the record says, or what the parent was made of, but for one thing. */
export async function basisOf(db: Reading, run: Run): Promise<Basis | null> {
  if (run.parent === null || run.change === null) {
    return run.basis === 'record' ? recordedAt(db, run.conference, run.asOf) : offeredOn(db, run)
  }
  const parent = await runMadeOf(db, run.conference, run.parent)
  return parent && { ...parent, instance: supposing(parent.instance, run.change) }
}

const offeredOn = async (db: Reading, { conference, asOf }: Run): Promise<Basis> => ({
  instance: await instanceOf(db, conference, asOf),
  assumed: await assumedAt(db, conference),
})

async function assumedAt(db: Reading, conference: ConferenceId): Promise<AssumedOf[]> {
  const needs = await needsAt(db, conference)
  return assumedOf(needs, {
    papers: await requirementsOf(
      db,
      needs.flatMap(({ terms }) => terms.requirement ?? []),
    ),
    capabilities: await everyCapability(db),
    set: await recipesAt(db, conference),
  })
}
