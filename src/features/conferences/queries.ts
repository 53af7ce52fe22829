import type { ColumnType } from 'kysely'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Conference, Series } from './model.ts'
import type { Outline } from './outline.ts'

/** Facts arrive parsed and leave as JSON text. */
type Facts<Kind> = ColumnType<Kind, string, string>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    conferenceSeries: { id: string; record: Facts<Series> }
    conference: {
      id: string
      series: string
      parent: string | null
      zone: string
      starts: string | null
      ends: string | null
      outline: Facts<Outline>
      record: Facts<Conference>
      version: number
    }
    conferenceVersion: {
      conference: string
      version: number
      replacedAt: Temporal.Instant
      record: Facts<Conference>
    }
  }
}

/** The series that this instance shows: the first by name, for there is one. */
export async function theSeries(db: Reading): Promise<Series | null> {
  const row = await db
    .selectFrom('conferenceSeries')
    .select('record')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.record ?? null
}

export async function seriesById(db: Reading | Writing, id: string): Promise<Series | null> {
  const row = await db
    .selectFrom('conferenceSeries')
    .select('record')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.record ?? null
}

/** A conference with everything that is recorded of it, and the series it belongs to. */
export async function conferenceWithSeries(
  db: Reading | Writing,
  id: string,
): Promise<{ conference: Conference; series: Series; version: number } | null> {
  const row = await db
    .selectFrom('conference')
    .innerJoin('conferenceSeries', 'conferenceSeries.id', 'conference.series')
    .select([
      'conference.record as conference',
      'conferenceSeries.record as series',
      'conference.version',
    ])
    .where('conference.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** What later features need to know of a conference: its names, days, place and zone. */
export async function outlineById(db: Reading | Writing, id: string): Promise<Outline | null> {
  const row = await db
    .selectFrom('conference')
    .select('outline')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.outline ?? null
}

/** Every conference of a series, preparatory meetings too, by date; those without a date come last. */
export async function outlinesOf(db: Reading, series: string): Promise<Outline[]> {
  const rows = await db
    .selectFrom('conference')
    .select('outline')
    .where('series', '=', series)
    .orderBy('starts', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute()
  return rows.map((row) => row.outline)
}

/** Every series, by its identifier. */
export const everySeries = (db: Reading): Promise<Series[]> =>
  db
    .selectFrom('conferenceSeries')
    .select('record')
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(({ record }) => record))

/** Every conference with all that is recorded of it, those that others belong to first. */
export const everyConference = (db: Reading): Promise<{ record: Conference; version: number }[]> =>
  db
    .selectFrom('conference')
    .select(['record', 'version'])
    .orderBy('parent', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .execute()

/** What a record said before it was replaced, newest first. */
export const versionsOf = (db: Reading, id: string) =>
  db
    .selectFrom('conferenceVersion')
    .select(['version', 'replacedAt', 'record'])
    .where('conference', '=', id)
    .orderBy('version', 'desc')
    .execute()
