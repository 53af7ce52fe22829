import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command, type Errand, type Writing } from '../../../platform/command/command.ts'
import { isSecretariat, mayRecord } from '../../pledges/life.model.ts'
import { unknownAmong } from '../known.queries.ts'
import { type Due, dueReports } from './due.ts'
import { awaited, remindersOf, roundOf } from './queries.ts'
import { Round } from './rounds.model.ts'

/** The programme itself, when it does an errand of a round. */
export const REMINDER: Actor = {
  kind: 'system',
  id: 'reminder',
  grants: [{ role: 'administrator', conference: '*' }],
}

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

/** One errand for each party: it looks once more whether the report is still awaited. */
const reminders = (round: string, due: readonly Due[]): Errand[] =>
  due.map(({ party }) => ({ job: 'followup.reminder', data: { round, party } }))

/** Whoever asks does so at every conference of the round. */
const mayAsk = (actor: Actor, conferences: readonly string[]) =>
  conferences.every((conference) => isSecretariat(actor, conference))

const Opening = z.strictObject({
  ...Round.shape,
  /** The day on which it opens; today where it is left out. */
  opens: Round.shape.opens.optional(),
})

/** Asks every party how its pledges stand, until a day, and reminds each of them of those. */
export const openRound = command('followup.open-round', {
  input: Opening,
  conference: () => null,
  load: async (db, { id, conferences }) => ({
    before: await roundOf(db, id),
    unknown: await unknownAmong(db, { conferences, parties: [], pledges: [] }),
    ...(await awaited(db, { id, conferences })),
  }),
  may: (actor, _, { conferences }) => mayAsk(actor, conferences),
  decide({ before, unknown, pledges, reports }, opening, { now }) {
    must(unknown.conferences.length === 0, 'followup.unknown-conference')
    const today = dayOf(now)
    const round: Round = { ...opening, opens: opening.opens ?? before?.opens ?? today }
    must(round.due > round.opens, 'followup.due-before-it-opens')
    if (before && same(before, round)) return null
    must(!before, 'followup.round-taken')
    must(round.opens <= today, 'followup.opens-later')
    return { round, due: dueReports(pledges, reports, round, today) }
  },
  save: (db, { round }) => keep(db, round),
  subject: ({ round }) => `report-round/${round.id}`,
  answer: ({ due }) => ({ parties: due.length }),
  touches: () => ['followup/rounds'],
  errands: ({ round, due }) => reminders(round.id, due),
})

/** Gives a round back as an archive holds it, without reminding anybody. */
export const restoreRound = command('followup.restore-round', {
  input: Round,
  conference: () => null,
  load: async (db, { id, conferences }) => ({
    before: await roundOf(db, id),
    unknown: await unknownAmong(db, { conferences, parties: [], pledges: [] }),
  }),
  may: mayRecord,
  decide({ before, unknown }, round) {
    must(unknown.conferences.length === 0, 'followup.unknown-conference')
    if (before && same(before, round)) return null
    must(!before, 'followup.round-taken')
    return { round }
  },
  save: (db, { round }) => keep(db, round),
  subject: ({ round }) => `report-round/${round.id}`,
  touches: () => ['followup/rounds'],
})

const keep = async (db: Writing, { name, ...round }: Round): Promise<void> => {
  await db
    .insertInto('reportRound')
    .values({ ...round, name: JSON.stringify(name) })
    .execute()
}

const known = async (db: Writing, id: string) => {
  const round = await roundOf(db, id)
  return { round, ...(round ? await awaited(db, round) : { pledges: [], reports: [] }) }
}

/** Reminds once more whoever has not reported yet. */
export const remind = command('followup.remind', {
  input: z.strictObject({ round: z.string() }),
  conference: () => null,
  load: (db, { round }) => known(db, round),
  may: (actor, { round }) => mayAsk(actor, round?.conferences ?? ['*']),
  decide({ round, pledges, reports }, _, { now }) {
    must(round, 'followup.unknown-round')
    const due = dueReports(pledges, reports, round, dayOf(now))
    return due.length === 0 ? null : { round, due }
  },
  save: async () => undefined,
  subject: ({ round }) => `report-round/${round.id}`,
  answer: ({ due }) => ({ parties: due.length }),
  touches: () => ['followup/rounds'],
  errands: ({ round, due }) => reminders(round.id, due),
})

/** Notes that a party is reminded, and of what; nothing where its reports have come in. */
export const recordReminder = command('followup.record-reminder', {
  input: z.strictObject({ round: z.string(), party: PartyCode }),
  conference: () => null,
  load: async (db, { round }) => ({
    ...(await known(db, round)),
    reminders: await remindersOf(db, round),
  }),
  may: (actor) => actor.kind === 'system',
  decide({ round, pledges, reports }, { party }, { now }) {
    must(round, 'followup.unknown-round')
    const due = dueReports(pledges, reports, round, dayOf(now)).find((one) => one.party === party)
    return due ? { ...due, round: round.id, at: now } : null
  },
  async save(db, { pledges, ...reminder }) {
    await db
      .insertInto('reportReminder')
      .values({ ...reminder, pledges: [...pledges] })
      .execute()
  },
  subject: ({ round, party }) => `report-round/${round}/${party}`,
  touches: () => ['followup/rounds'],
})
