import { z } from 'zod'
import { holds } from '../../kernel/actor.ts'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { Zone } from '../../kernel/time.ts'
import {
  type Circumstances,
  command,
  type Topic,
  type Writing,
} from '../../platform/command/command.ts'
import { keepHistory } from './history.ts'
import { Conference, mustBeSound, partiesOf, Series } from './model.ts'
import { outlineOf, zoneOf } from './outline.ts'
import { conferenceWithSeries, seriesById } from './queries.ts'

const touched = (id: string): readonly Topic[] => ['conferences', `conferences/${id}`]

const touchedBy = ({ id, parent }: Conference) => [
  ...touched(id),
  ...(parent ? [`conferences/${parent}`] : []),
]

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Records what a series is called, what it is for, and how its figures are counted. */
export const recordSeries = command('conferences.record-series', {
  input: Series,
  conference: () => null,
  load: (db, series) => seriesById(db, series.id),
  may: (actor) => holds(actor, '*', 'loader', 'administrator'),
  decide: (stored, series) => (same(stored, series) ? null : series),
  async save(db, series) {
    const record = JSON.stringify(series)
    await db
      .insertInto('conferenceSeries')
      .values({ id: series.id, record })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ record }))
      .execute()
  },
  subject: (series) => `series/${series.id}`,
  touches: () => ['conferences'],
})

interface Known {
  stored: Awaited<ReturnType<typeof conferenceWithSeries>>
  series: Series | null
  known: ReadonlySet<PartyCode>
}

/** Records all that is known of a conference; what was announced before stays in its history. */
export const recordConference = command('conferences.record', {
  input: Conference,
  conference: (input) => input.id,
  load: knownFor,
  may: (actor, _, input) =>
    [input.id, input.parent].some(
      (id) => id !== null && holds(actor, id, 'loader', 'administrator', 'host-secretariat'),
    ),
  decide: recorded,
  save: saveRecord,
  subject: ({ record }) => `conference/${record.id}`,
  answer: ({ replaces }) => ({ version: (replaces?.version ?? 0) + 1 }),
  touches: ({ record }) => touchedBy(record),
})

/** Records a conference as an archive states it, with its version; where one is recorded already, it becomes the next. */
export const restoreConference = command('conferences.restore', {
  input: Conference.extend({ version: z.int().positive() }),
  conference: (input) => input.id,
  load: (db, input) => knownFor(db, input),
  may: (actor) => holds(actor, '*', 'administrator'),
  decide(found, { version, ...input }, circumstances): Change | null {
    const change = recorded(found, input, circumstances)
    return change && { ...change, version: change.replaces ? null : version }
  },
  save: saveRecord,
  subject: ({ record }) => `conference/${record.id}`,
  touches: ({ record }) => touchedBy(record),
})

/** Moves a conference to another zone: 19:30 stays 19:30, in the new zone. */
export const moveToZone = command('conferences.move-to-zone', {
  input: z.strictObject({ conference: ConferenceId, zone: Zone }),
  conference: (input) => input.conference,
  load: (db, input) => conferenceWithSeries(db, input.conference),
  may: (actor, _, input) => holds(actor, input.conference, 'administrator', 'host-secretariat'),
  decide(stored, { zone }, { now }) {
    must(stored, 'conferences.unknown-conference')
    const { conference } = stored
    if (zoneOf(conference) === zone) return null
    const decided = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
    const last = conference.zone.at(-1)?.sources ?? []
    const record: Conference = {
      ...conference,
      zone: [...conference.zone, { is: zone, decided, about: false, why: null, sources: last }],
    }
    return { record, replaces: stored, now }
  },
  save: saveRecord,
  subject: ({ record }) => `conference/${record.id}`,
  answer: ({ record }) => ({ zone: zoneOf(record), wallTimes: 'kept' }),
  touches: ({ record }) => touched(record.id),
})

interface Change {
  record: Conference
  replaces: { conference: Conference; version: number } | null
  now: Temporal.Instant
  /** The version that an archive states. */
  version?: number | null
}

async function knownFor(db: Writing, input: Conference): Promise<Known> {
  return {
    stored: await conferenceWithSeries(db, input.id),
    series: await seriesById(db, input.series),
    known: await knownParties(db, partiesOf(input)),
  }
}

function recorded(
  { stored, series, known }: Known,
  input: Conference,
  { now }: Pick<Circumstances, 'now'>,
): Change | null {
  must(series, 'conferences.unknown-series')
  for (const party of partiesOf(input)) {
    must(known.has(party), 'conferences.unknown-party', { code: party })
  }
  const before = stored?.conference
  const record: Conference = {
    ...input,
    zone: keepHistory(before?.zone ?? [], input.zone),
    dates: keepHistory(before?.dates ?? [], input.dates),
    venue: keepHistory(before?.venue ?? [], input.venue),
    format: keepHistory(before?.format ?? [], input.format),
    sources: { ...before?.sources, ...input.sources },
  }
  mustBeSound(record, series)
  return same(before, record) ? null : { record, replaces: stored, now }
}

/** The new record takes the place of the old one, which is kept as a version. */
async function saveRecord(db: Writing, { record, replaces, now, version }: Change): Promise<void> {
  const outline = outlineOf(record)
  const { id, series, parent, zone, dates } = outline
  const row = {
    series,
    parent,
    zone,
    starts: dates?.first ?? null,
    ends: dates?.last ?? dates?.first ?? null,
    outline: JSON.stringify(outline),
    record: JSON.stringify(record),
    version: version ?? (replaces?.version ?? 0) + 1,
  }
  await db
    .insertInto('conference')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  if (!replaces) return
  await db
    .insertInto('conferenceVersion')
    .values({
      conference: id,
      version: replaces.version,
      replacedAt: now,
      record: JSON.stringify(replaces.conference),
    })
    .execute()
}

async function knownParties(db: Writing, codes: readonly PartyCode[]): Promise<Set<PartyCode>> {
  if (codes.length === 0) return new Set()
  const rows = await db.selectFrom('party').select('code').where('code', 'in', codes).execute()
  return new Set(rows.map((row) => row.code))
}
