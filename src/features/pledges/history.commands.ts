import { z } from 'zod'
import { speaksFor } from '../../kernel/actor.ts'
import { Audience } from '../../kernel/people/audience.ts'
import { must } from '../../kernel/refusal.ts'
import { type Circumstances, command, type Writing } from '../../platform/command/command.ts'
import { EVER, standingOn } from './history/standing.ts'
import { DeliveryEvent, mustBeWellSourced, mustFollow, ReadinessEvent } from './history.model.ts'
import { nameOf, savePledge, touched } from './keeping/save.commands.ts'
import { isPublic, isSecretariat } from './life.model.ts'
import { firstDayOf, PledgeId } from './model.ts'
import { type History, historyOf, type PledgeRecord, recordOf } from './queries.ts'

/** A pledge and what was reported of it. */
export interface Loaded {
  record: PledgeRecord | null
  history: History
}

/** A report that joins a history. */
export interface Added {
  record: PledgeRecord
  history: History
  axis: 'delivery' | 'readiness'
  position: number
  event: DeliveryEvent | ReadinessEvent
  at: Temporal.Instant
  by: string
}

const load = async (db: Writing, { pledge }: { pledge: PledgeId }): Promise<Loaded> => ({
  record: await recordOf(db, pledge),
  history: await historyOf(db, pledge),
})

/** What a report adds, once the pledge is public and the day is not still to come. */
export const adding = (
  { record, history }: Loaded,
  axis: Added['axis'],
  event: Added['event'],
  circumstances: Circumstances,
): Added => {
  must(record, 'pledges.unknown-pledge', { codes: '' })
  must(isPublic(record), 'pledges.not-announced')
  const today = circumstances.now.toZonedDateTimeISO('Pacific/Kiritimati').toPlainDate().toString()
  must(event.on === null || firstDayOf(event.on) <= today, 'pledges.not-yet')
  return {
    record,
    history: { ...history, [axis]: [...history[axis], event] },
    axis,
    position: history[axis].length + 1,
    event,
    at: circumstances.now,
    by: nameOf(circumstances),
  }
}

/** Writes a report, and what the lists of pledges say since. */
export async function saveAdded(db: Writing, added: Added): Promise<void> {
  const { record, history, axis, position, event, at, by } = added
  await savePledge(db, record, history)
  await db
    .insertInto('pledgeEvent')
    .values({
      pledge: record.id,
      axis,
      position,
      on: event.on,
      audience: event.audience,
      content: JSON.stringify(event),
      recordedAt: at,
      recordedBy: by,
    })
    .execute()
}

const outcome = {
  save: saveAdded,
  subject: ({ record }: Added) => `pledge/${record.id}`,
  answer: ({ axis, position }: Added) => ({ axis, position }),
  touches: ({ record }: Added) => touched(record),
}

/**
 * Who may report in which voice: a focal point for its own party and for no other, as the pledger where it leads or
 * nobody does, as a partner otherwise; the secretariat in every voice but theirs.
 */
const mayReport = (
  actor: Circumstances['actor'],
  { record }: Loaded,
  { voice, party }: { voice: DeliveryEvent['voice']; party: DeliveryEvent['party'] },
): boolean => {
  const conference = record?.conference ?? null
  const isOfParty = voice === 'pledger' || voice === 'partner'
  if (isSecretariat(actor, conference)) return !isOfParty
  const shares = record?.terms.shares ?? []
  const own = shares.map((share) => share.party).filter((one) => speaksFor(actor, conference, one))
  const leads = record?.lead == null || own.includes(record.lead)
  return (
    own.length > 0 &&
    (voice === 'pledger' ? leads : voice === 'partner') &&
    (party === null || own.includes(party))
  )
}

/**
 * Reports how far a promise is carried out. A party reports what may follow what was reported before; everybody else
 * is taken at their word, beside it.
 */
export const reportDelivery = command('pledges.report-delivery', {
  input: z.strictObject({ pledge: PledgeId, event: DeliveryEvent }),
  conference: () => null,
  load: (db, input) => load(db, input),
  may: (actor, loaded, { event }) => mayReport(actor, loaded, event),
  decide(loaded, { event }, circumstances) {
    const shares = loaded.record?.terms.shares ?? []
    must(
      event.party === null || shares.some(({ party }) => party === event.party),
      'pledges.no-such-share',
    )
    mustBeWellSourced(event)
    if (event.voice === 'pledger' || event.voice === 'partner') {
      mustFollow(standingOn(loaded.history.delivery, EVER).stage, event.stage)
    }
    return adding(loaded, 'delivery', event, circumstances)
  },
  ...outcome,
})

/** Records a level of readiness that was reached, renewed or given up; shown to few unless said otherwise. */
export const reportReadiness = command('pledges.report-readiness', {
  input: z.strictObject({
    pledge: PledgeId,
    event: ReadinessEvent.extend({ audience: Audience.default('parties') }),
  }),
  conference: () => null,
  load: (db, input) => load(db, input),
  may: (actor, loaded, { event: { voice } }) => mayReport(actor, loaded, { voice, party: null }),
  decide: (loaded, { event }, circumstances) => adding(loaded, 'readiness', event, circumstances),
  ...outcome,
})
