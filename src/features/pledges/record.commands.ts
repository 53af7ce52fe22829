import { z } from 'zod'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { PartialDay } from '../../kernel/time.ts'
import { command, type Writing } from '../../platform/command/command.ts'
import { Audience } from './audience.model.ts'
import { DeliveryEvent, ReadinessEvent } from './history.model.ts'
import { isPublic, mayRecord } from './life.model.ts'
import { mustBeSound, PledgeId, Terms } from './model.ts'
import { type History, historyOf, type PledgeRecord, recordOf, unknownIn } from './queries.ts'
import { keepVersion, mustBeKnown, nameOf, savePledge, touched } from './save.commands.ts'

/** A pledge with everything that is known of it, from public sources or from an archive. */
export const Entry = z.strictObject({
  id: PledgeId,
  /** The day of the announcement, as far as it is known. */
  announcedOn: PartialDay.nullable(),
  state: z.enum(['announced', 'withdrawn']).default('announced'),
  audience: Audience.default('public'),
  terms: Terms,
  delivery: z.array(DeliveryEvent).default([]),
  readiness: z.array(ReadinessEvent).default([]),
})
export type Entry = z.infer<typeof Entry>

interface Recording {
  record: PledgeRecord
  history: History
  before: { record: PledgeRecord; history: History } | null
  at: Temporal.Instant
  by: string
}

/** Records an announced pledge whole. Recorded anew, it keeps what it said before as a version. */
export const recordPledge = command('pledges.record', {
  input: Entry,
  conference: ({ terms }) => terms.conference,
  load: async (db, { id, terms }) => ({
    record: await recordOf(db, id),
    history: await historyOf(db, id),
    unknown: await unknownIn(db, terms),
  }),
  may: mayRecord,
  decide(known, entry, circumstances): Recording | null {
    mustBeSound(entry.id, entry.terms)
    mustBeKnown(known.unknown)
    const { terms, delivery, readiness, ...rest } = entry
    const before = known.record && { record: known.record, history: known.history }
    must(!before || isPublic(before.record), 'pledges.identifier-taken')
    const record: PledgeRecord = {
      ...rest,
      conference: terms.conference,
      lead: terms.lead,
      version: (before?.record.version ?? 0) + 1,
      terms,
    }
    const history = { delivery, readiness }
    const says = (one: { record: PledgeRecord; history: History }) => ({
      ...one.history,
      ...one.record,
      version: 0,
    })
    if (before && same(says(before), says({ record, history }))) return null
    return { record, history, before, at: circumstances.now, by: nameOf(circumstances) }
  },
  async save(db, { record, history, before, at, by }) {
    if (before) await keepVersion(db, before.record, before.history, { at, by, why: null })
    await savePledge(db, record, history)
    await replaceHistory(db, record.id, history, { at, by })
  },
  subject: ({ record }) => `pledge/${record.id}`,
  touches: ({ record }) => touched(record),
})

async function replaceHistory(
  db: Writing,
  pledge: PledgeId,
  history: History,
  { at, by }: { at: Temporal.Instant; by: string },
): Promise<void> {
  await db.deleteFrom('pledgeEvent').where('pledge', '=', pledge).execute()
  const rows = (['delivery', 'readiness'] as const).flatMap((axis) =>
    history[axis].map((event, i) => ({
      pledge,
      axis,
      position: i + 1,
      on: event.on,
      audience: event.audience,
      content: JSON.stringify(event),
      recordedAt: at,
      recordedBy: by,
    })),
  )
  if (rows.length > 0) await db.insertInto('pledgeEvent').values(rows).execute()
}
