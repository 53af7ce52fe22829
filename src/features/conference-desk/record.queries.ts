import type { Reading } from '../../platform/database/tables.ts'
import type { Conference, Series } from '../conferences/model.ts'
import type { Outline } from '../conferences/outline.ts'
import { conferenceWithSeries, lastDeedOf, outlinesOf, versionsOf } from '../conferences/queries.ts'
import type { Party } from '../parties/model.ts'
import { everyParty } from '../parties/queries.ts'
import { namesOfMakers } from './makers.queries.ts'

/** A state of a record, as history tells it. */
export interface Told {
  version: number
  deed: string | null
  madeBy: string | null
  madeAt: Temporal.Instant | null
  record: Conference
}

/** Everything that is known of a conference, for those who edit it. */
export interface RecordFacts {
  record: Conference
  series: Series
  version: number
  /** What made it what it is, and how long there has been something to go back to. */
  last: Omit<Told, 'record'>
  outlines: readonly Outline[]
  parties: readonly Party[]
  names: ReadonlyMap<string, string>
}

/** A conference for those who edit it; null where there is none. */
export async function recordFacts(db: Reading, id: string): Promise<RecordFacts | null> {
  const found = await conferenceWithSeries(db, id)
  const last = await lastDeedOf(db, id)
  if (!found || !last) return null
  return {
    ...{ record: found.conference, series: found.series, version: found.version, last },
    outlines: await outlinesOf(db, found.series.id),
    parties: await everyParty(db),
    names: await namesOfMakers(db, [last.madeBy]),
  }
}

/** What a record said and says, newest first, and who made it so. */
export async function recordHistory(
  db: Reading,
  { record, last }: RecordFacts,
): Promise<{ told: Told[]; names: ReadonlyMap<string, string> }> {
  const earlier = await versionsOf(db, record.id)
  const told = [{ ...last, record }, ...earlier]
  return {
    told,
    names: await namesOfMakers(
      db,
      told.map(({ madeBy }) => madeBy),
    ),
  }
}
