import { z } from 'zod'
import { Audience } from '../../../kernel/people/audience.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { Day, PartialDay } from '../../../kernel/time.ts'
import { revised } from '../../../kernel/wording/texts.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { DeliveryEvent, mustBeWellSourced, ReadinessEvent } from '../history.model.ts'
import { isPublic, mayRecord } from '../life.model.ts'
import { mustBeSound, PledgeId, Terms } from '../model.ts'
import {
  amendedAmong,
  type History,
  historiesOf,
  NO_HISTORY,
  NOT_WRITTEN_HERE,
  type PledgeRecord,
  recordsOf,
  retiredAmong,
  standingReportsOf,
} from '../queries.ts'
import { type Unknown, unknownInEach } from './known.queries.ts'
import { type Changes, laidOver, type Standing, withConsents } from './lasting.ts'
import {
  type Kept,
  keepVersions,
  mustBeKnown,
  nameOf,
  savePledges,
  touched,
} from './save.commands.ts'

/** A pledge with everything that is known of it, from public sources or from an archive. */
export const Entry = z.strictObject({
  id: PledgeId,
  /** The day of the announcement, as far as it is known. */
  announcedOn: PartialDay.nullable(),
  /** The day until which public sources were read. */
  asOf: Day.nullable().default(null),
  state: z.enum(['announced', 'withdrawn']).default('announced'),
  audience: Audience.default('public'),
  terms: Terms,
  delivery: z.array(DeliveryEvent).default([]),
  readiness: z.array(ReadinessEvent).default([]),
})
export type Entry = z.infer<typeof Entry>

/** What is known of an entry before it is recorded. */
export interface Known {
  before: Kept | null
  /** Its reports by their numbers. */
  reports: Reports
  unknown: Unknown
  retired: boolean
  /** Whether those who made it have amended it here: then their words stand. */
  amended: boolean
}

interface Reports {
  delivery: Standing<DeliveryEvent>[]
  readiness: Standing<ReadinessEvent>[]
}

interface Recording extends Kept {
  /** How the reports change; each keeps its number. */
  changes: { delivery: Changes<DeliveryEvent>; readiness: Changes<ReadinessEvent> }
  /** What is replaced, where it said something else. */
  replaced: Kept | null
  at: Temporal.Instant
  by: string
}

/** What is known of some entries, asked at once. */
export async function knownOf(db: Writing, entries: readonly Entry[]): Promise<Known[]> {
  const ids = entries.map(({ id }) => id)
  const records = new Map((await recordsOf(db, ids)).map((record) => [record.id, record]))
  const histories = await historiesOf(db, [...records.keys()])
  const reports = await reportsOf(db, [...records.keys()])
  const retired = new Set(await retiredAmong(db, ids))
  const amended = new Set(await amendedAmong(db, ids))
  const unknown = await unknownInEach(
    db,
    entries.map(({ terms }) => terms),
  )
  return entries.map(({ id }, i) => {
    const record = records.get(id)
    return {
      before: record ? { record, history: histories.get(id) ?? NO_HISTORY } : null,
      reports: reports.get(id) ?? { delivery: [], readiness: [] },
      unknown: unknown[i] as Unknown,
      retired: retired.has(id),
      amended: amended.has(id),
    }
  })
}

async function reportsOf(
  db: Writing,
  ids: readonly PledgeId[],
): Promise<ReadonlyMap<PledgeId, Reports>> {
  if (ids.length === 0) return new Map()
  const rows = await standingReportsOf(db, ids)
  const on = <Event>(axis: string, all: typeof rows) =>
    all
      .filter((row) => row.axis === axis)
      .map(({ position, byPeople, content }) => ({ position, byPeople, event: content as Event }))
  return new Map(
    [...Map.groupBy(rows, ({ pledge }) => pledge)].map(([pledge, all]) => [
      pledge,
      {
        delivery: on<DeliveryEvent>('delivery', all),
        readiness: on<ReadinessEvent>('readiness', all),
      },
    ]),
  )
}

async function save(db: Writing, all: readonly Recording[]): Promise<void> {
  await keepVersions(
    db,
    all.flatMap(({ replaced, at, by }) => (replaced ? [{ ...replaced, at, by, why: null }] : [])),
  )
  await savePledges(db, all)
  await changeReports(db, all)
}

const writtenHere = ({ releaseAt, onBehalf, handedInAt }: PledgeRecord) => ({
  releaseAt,
  onBehalf,
  handedInAt,
})

/** Everything that a pledge says, whichever version it is and whenever it was last compared with its sources. */
const says = ({ record, history }: Kept) => ({ ...history, ...record, version: 0, asOf: null })

/**
 * Records an announced pledge whole. Recorded anew, it keeps what it said before as a version, and what people did here:
 * their words, reports and consents, a withdrawal. A pledge that it names may still be to come: files have an
 * order, links have none.
 */
export const recordPledge = command('pledges.record', {
  input: Entry,
  conference: ({ terms }) => terms.conference,
  load: async (db, entry) => (await knownOf(db, [entry]))[0] as Known,
  may: mayRecord,
  decide({ before, reports, unknown, retired, amended }, entry, circumstances): Recording | null {
    mustBeSound(entry.id, entry.terms)
    for (const event of entry.delivery) mustBeWellSourced(event)
    mustBeKnown({ ...unknown, pledges: [] })
    must(!retired, 'pledges.identifier-retired')
    must(!before || isPublic(before.record), 'pledges.identifier-taken')
    const { terms: written, delivery, readiness, ...rest } = entry
    const known = before?.record
    const given = known && amended ? known.terms : written
    const shares = withConsents(known?.terms.shares ?? [], given.shares)
    const terms = { ...revised(known?.terms, given), shares }
    const changes = {
      delivery: laidOver(reports.delivery, delivery),
      readiness: laidOver(reports.readiness, readiness),
    }
    const history: History = {
      delivery: changes.delivery.history,
      readiness: changes.readiness.history,
    }
    const record: PledgeRecord = {
      ...(known ? writtenHere(known) : NOT_WRITTEN_HERE),
      ...rest,
      // Whoever withdrew a pledge here did so after the file was written.
      state: known?.state === 'withdrawn' ? 'withdrawn' : entry.state,
      conference: terms.conference,
      lead: terms.lead,
      version: known?.version ?? 1,
      terms,
    }
    const saysTheSame = before !== null && same(says(before), says({ record, history }))
    if (saysTheSame && before.record.asOf === record.asOf) return null
    const at = circumstances.now
    const by = nameOf(circumstances)
    const recording = { record, history, changes, replaced: null, at, by }
    if (!before || saysTheSame) return recording
    return { ...recording, record: { ...record, version: record.version + 1 }, replaced: before }
  },
  save: (db, recording) => save(db, [recording]),
  subject: ({ record }) => `pledge/${record.id}`,
  touches: ({ record, replaced }) => touched(replaced?.record, record),
  many: { load: knownOf, save },
})

/** Takes out the reports that the file no longer holds, and adds the new ones; all others stay as they are. */
async function changeReports(db: Writing, all: readonly Recording[]): Promise<void> {
  const each = all.flatMap(({ record, changes, at, by }) =>
    (['delivery', 'readiness'] as const).map((axis) => ({
      pledge: record.id,
      axis,
      at,
      by,
      ...changes[axis],
    })),
  )
  for (const { pledge, axis, removed } of each.filter((one) => one.removed.length > 0)) {
    await db
      .deleteFrom('pledgeEvent')
      .where('pledge', '=', pledge)
      .where('axis', '=', axis)
      .where('position', 'in', removed)
      .execute()
  }
  const rows = each.flatMap(({ pledge, axis, added, at, by }) =>
    added.map(({ position, event }) => rowOf(pledge, axis, position, event, at, by)),
  )
  if (rows.length > 0) await db.insertInto('pledgeEvent').values(rows).execute()
}

const rowOf = (
  pledge: PledgeId,
  axis: 'delivery' | 'readiness',
  position: number,
  event: DeliveryEvent | ReadinessEvent,
  at: Temporal.Instant,
  by: string,
) => ({
  pledge,
  axis,
  position,
  on: event.on,
  audience: event.audience,
  content: JSON.stringify(event),
  recordedAt: at,
  recordedBy: by,
})

/** Writes the reports of some pledges in the place of those that stood there. */
export async function replaceHistories(
  db: Writing,
  all: readonly (Kept & { at: Temporal.Instant; by: string })[],
): Promise<void> {
  await db
    .deleteFrom('pledgeEvent')
    .where(
      'pledge',
      'in',
      all.map(({ record }) => record.id),
    )
    .execute()
  const rows = all.flatMap(({ record, history, at, by }) =>
    (['delivery', 'readiness'] as const).flatMap((axis) =>
      history[axis].map((event, i) => rowOf(record.id, axis, i + 1, event, at, by)),
    ),
  )
  if (rows.length > 0) await db.insertInto('pledgeEvent').values(rows).execute()
}
