import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { Day, PartialDay } from '../../../kernel/time.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { Audience } from '../audience.model.ts'
import { DeliveryEvent, mustBeWellSourced, ReadinessEvent } from '../history.model.ts'
import { isPublic, mayRecord } from '../life.model.ts'
import { mustBeSound, PledgeId, Terms } from '../model.ts'
import {
  type History,
  historiesOf,
  NO_HISTORY,
  type PledgeRecord,
  recordsOf,
  retiredAmong,
} from '../queries.ts'
import { type Unknown, unknownInEach } from './known.queries.ts'
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
  unknown: Unknown
  retired: boolean
}

interface Recording extends Kept {
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
  const retired = new Set(await retiredAmong(db, ids))
  const unknown = await unknownInEach(
    db,
    entries.map(({ terms }) => terms),
  )
  return entries.map(({ id }, i) => {
    const record = records.get(id)
    return {
      before: record ? { record, history: histories.get(id) ?? NO_HISTORY } : null,
      unknown: unknown[i] as Unknown,
      retired: retired.has(id),
    }
  })
}

async function save(db: Writing, all: readonly Recording[]): Promise<void> {
  await keepVersions(
    db,
    all.flatMap(({ replaced, at, by }) => (replaced ? [{ ...replaced, at, by, why: null }] : [])),
  )
  await savePledges(db, all)
  await replaceHistories(db, all)
}

/** Everything that a pledge says, whichever version it is and whenever it was last compared with its sources. */
const says = ({ record, history }: Kept) => ({ ...history, ...record, version: 0, asOf: null })

/**
 * Records an announced pledge whole. Recorded anew, it keeps what it said before as a version. A pledge that it names
 * may still be to come: files have an order, links have none.
 */
export const recordPledge = command('pledges.record', {
  input: Entry,
  conference: ({ terms }) => terms.conference,
  load: async (db, entry) => (await knownOf(db, [entry]))[0] as Known,
  may: mayRecord,
  decide({ before, unknown, retired }, entry, circumstances): Recording | null {
    mustBeSound(entry.id, entry.terms)
    for (const event of entry.delivery) mustBeWellSourced(event)
    mustBeKnown({ ...unknown, pledges: [] })
    must(!retired, 'pledges.identifier-retired')
    const { terms, delivery, readiness, ...rest } = entry
    must(!before || isPublic(before.record), 'pledges.identifier-taken')
    const history: History = { delivery, readiness }
    const record: PledgeRecord = {
      ...rest,
      conference: terms.conference,
      lead: terms.lead,
      version: before?.record.version ?? 1,
      terms,
    }
    const saysTheSame = before !== null && same(says(before), says({ record, history }))
    if (saysTheSame && before.record.asOf === record.asOf) return null
    const at = circumstances.now
    const by = nameOf(circumstances)
    if (!before || saysTheSame) return { record, history, replaced: null, at, by }
    return { record: { ...record, version: record.version + 1 }, history, replaced: before, at, by }
  },
  save: (db, recording) => save(db, [recording]),
  subject: ({ record }) => `pledge/${record.id}`,
  touches: ({ record, replaced }) => touched(replaced?.record, record),
  many: { load: knownOf, save },
})

/** Writes the reports of some pledges in the place of those that stood there. */
export async function replaceHistories(db: Writing, all: readonly Recording[]): Promise<void> {
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
      history[axis].map((event, i) => ({
        pledge: record.id,
        axis,
        position: i + 1,
        on: event.on,
        audience: event.audience,
        content: JSON.stringify(event),
        recordedAt: at,
        recordedBy: by,
      })),
    ),
  )
  if (rows.length > 0) await db.insertInto('pledgeEvent').values(rows).execute()
}
