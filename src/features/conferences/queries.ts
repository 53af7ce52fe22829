import type { ColumnType } from 'kysely'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Conference, Series } from './model.ts'
import type { Outline } from './outline.ts'

/** Facts arrive parsed and leave as JSON text. */
type Facts<Kind> = ColumnType<Kind, string, string>

type Loaded<Kind> = ColumnType<Kind | null, string | null | undefined, string | null>

/** The deed that made a record what it is; null where it is older than deeds are kept. */
interface ByDeed {
  deed: string | null
  madeBy: string | null
  madeAt: Temporal.Instant | null
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    conferenceSeries: ByDeed & {
      id: string
      record: Facts<Series>
      loaded: Loaded<Series>
      version: number
    }
    conferenceSeriesVersion: ByDeed & {
      series: string
      version: number
      replacedAt: Temporal.Instant
      record: Facts<Series>
    }
    conference: ByDeed & {
      id: string
      series: string
      parent: string | null
      zone: string
      starts: string | null
      ends: string | null
      outline: Facts<Outline>
      record: Facts<Conference>
      loaded: Loaded<Conference>
      version: number
    }
    conferenceVersion: ByDeed & {
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

/** A series, and how often it was changed. */
export async function seriesWithVersion(
  db: Reading | Writing,
  id: string,
): Promise<{ series: Series; version: number } | null> {
  const row = await db
    .selectFrom('conferenceSeries')
    .select(['record as series', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** What the shipped file said of a series when it was last loaded. */
export const loadedSeries = (db: Writing, id: string): Promise<Series | null> =>
  db
    .selectFrom('conferenceSeries')
    .select('loaded')
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row?.loaded ?? null)

/** What the shipped file said of a conference when it was last loaded. */
export const loadedConference = (db: Writing, id: string): Promise<Conference | null> =>
  db
    .selectFrom('conference')
    .select('loaded')
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row?.loaded ?? null)

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
export const versionsOf = (db: Reading | Writing, id: string) =>
  db
    .selectFrom('conferenceVersion')
    .select(['version', 'replacedAt', 'record', 'deed', 'madeBy', 'madeAt'])
    .where('conference', '=', id)
    .orderBy('version', 'desc')
    .execute()

/** What made the record what it is now. */
export const lastDeedOf = (db: Reading, id: string) =>
  db
    .selectFrom('conference')
    .select(['version', 'deed', 'madeBy', 'madeAt'])
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** What a record said in one version; null where there is none, or it stands now. */
export const recordIn = (
  db: Reading | Writing,
  id: string,
  version: number,
): Promise<Conference | null> =>
  db
    .selectFrom('conferenceVersion')
    .select('record')
    .where('conference', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
    .then((row) => row?.record ?? null)
