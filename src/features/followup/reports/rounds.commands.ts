import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command, type Errand, type Writing } from '../../../platform/command/command.ts'
import { isSecretariat, mayRecord } from '../../pledges/life.model.ts'
import { unknownAmong } from '../known.queries.ts'
import { type Asked, type Due, dueReports } from './due.ts'
import { awaited, occasionsOf, remindersOf, roundOf } from './queries.ts'
import { asksAbout, OCCASIONS, Round, reminderOn } from './rounds.model.ts'

/** The programme itself, when it does an errand of a round. */
export const REMINDER: Actor = {
  kind: 'system',
  id: 'reminder',
  grants: [{ role: 'administrator', conference: '*' }],
}

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

/**
 * One errand for each party, that looks once more whether the report is still awaited, and one for the letters, of which
 * each person gets one.
 */
const reminders = (round: string, due: readonly Due[]): Errand[] =>
  due.length === 0
    ? []
    : [
        ...due.map(({ party }) => ({ job: 'followup.reminder', data: { round, party } })),
        {
          job: 'platform.mail',
          data: { mail: 'followup.reminder', round, parties: due.map(({ party }) => party) },
        },
      ]

/** Whoever asks does so at every conference of the round. */
const mayAsk = (actor: Actor, conferences: readonly string[]) =>
  conferences.every((conference) => isSecretariat(actor, conference))

const Opening = z.strictObject({
  ...Round.shape,
  /** `seoul2021-2026-12-31`, after its first conference and its last day, where it is left out. */
  id: Round.shape.id.optional(),
  /** The day on which it opens; today where it is left out. */
  opens: Round.shape.opens.optional(),
})

const idOf = ({ id, conferences, due }: z.infer<typeof Opening>): string =>
  id ?? `${conferences[0]}-${due}`

/** A round that names pledges asks about those that were announced at its conferences, and no others. */
function mustKnow(round: Round, pledges: readonly Asked[]): void {
  const asked = new Set(pledges.filter((pledge) => asksAbout(round, pledge)).map(({ id }) => id))
  const others = round.pledges.filter((id) => !asked.has(id))
  must(others.length === 0, 'followup.unknown-pledge', { codes: others.join(', ') })
}

/** Asks every party how its pledges stand, until a day, and reminds each of them of those. */
export const openRound = command('followup.open-round', {
  input: Opening,
  conference: () => null,
  load: async (db, opening) => {
    const id = idOf(opening)
    const { conferences } = opening
    return {
      before: await roundOf(db, id),
      unknown: await unknownAmong(db, { conferences, parties: [], pledges: [] }),
      ...(await awaited(db, { id, conferences })),
    }
  },
  may: (actor, _, { conferences }) => mayAsk(actor, conferences),
  decide({ before, unknown, pledges, reports }, opening, { now }) {
    must(unknown.conferences.length === 0, 'followup.unknown-conference')
    const today = dayOf(now)
    const opens = opening.opens ?? before?.opens ?? today
    const round: Round = { ...opening, id: idOf(opening), opens }
    must(round.due > round.opens, 'followup.due-before-it-opens')
    mustKnow(round, pledges)
    if (before && same(before, round)) return null
    must(!before, 'followup.round-taken')
    must(round.opens <= today, 'followup.opens-later')
    return { round, due: dueReports(pledges, reports, round, today) }
  },
  save: (db, { round }) => keep(db, round),
  subject: ({ round }) => `report-round/${round.id}`,
  answer: ({ round, due }) => ({ round: round.id, asked: due.length }),
  touches: ({ round }) => topicsOfRound(round),
  errands: ({ round, due }) => reminders(round.id, due),
})

/** Whoever shows that a round is open. */
export const topicsOfRound = ({ conferences }: Pick<Round, 'conferences'>) => [
  'followup/rounds',
  ...conferences.map((conference) => `followup/of/${conference}`),
]

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
  touches: ({ round }) => topicsOfRound(round),
})

const keep = async (db: Writing, { name, ...round }: Round): Promise<void> => {
  await db
    .insertInto('reportRound')
    .values({ ...round, name: JSON.stringify(name) })
    .execute()
}

const known = async (db: Writing, id: string) => {
  const round = await roundOf(db, id)
  return {
    round,
    ...(round ? await awaited(db, round) : { pledges: [], reports: [] }),
    reminders: await remindersOf(db, id),
  }
}
type Known = Awaited<ReturnType<typeof known>>

/** Whose reports are awaited and who has not been reminded today: nobody is reminded twice a day. */
function dueNow({ pledges, reports, reminders }: Known, round: Round, today: string): Due[] {
  const reminded = new Set(
    reminders.filter(({ at }) => dayOf(at) === today).map(({ party }) => party),
  )
  return dueReports(pledges, reports, round, today).filter(({ party }) => !reminded.has(party))
}

/** Reminds once more whoever has not reported yet. */
export const remind = command('followup.remind', {
  input: z.strictObject({ round: z.string() }),
  conference: () => null,
  load: (db, { round }) => known(db, round),
  may: (actor, { round }) => mayAsk(actor, round?.conferences ?? ['*']),
  decide(loaded, _, { now }) {
    const { round } = loaded
    must(round, 'followup.unknown-round')
    const due = dueNow(loaded, round, dayOf(now))
    return due.length === 0 ? null : { round, due }
  },
  save: async () => undefined,
  subject: ({ round }) => `report-round/${round.id}`,
  answer: ({ due }) => ({ asked: due.length }),
  touches: ({ round }) => topicsOfRound(round),
  errands: ({ round, due }) => reminders(round.id, due),
})

/** Reminds by itself, before the last day of a round and after it; each once. */
export const remindInTime = command('followup.remind-in-time', {
  input: z.strictObject({ round: z.string(), occasion: z.enum(OCCASIONS) }),
  conference: () => null,
  load: async (db, { round }) => ({
    ...(await known(db, round)),
    sent: await occasionsOf(db, round),
  }),
  may: (actor) => actor.kind === 'system',
  decide(loaded, { occasion }, { now }) {
    const { round, sent } = loaded
    must(round, 'followup.unknown-round')
    if (reminderOn(round, dayOf(now), sent) !== occasion) return null
    return { round, occasion, at: now, due: dueNow(loaded, round, dayOf(now)) }
  },
  async save(db, { round, occasion, at }) {
    await db.insertInto('reportRoundReminder').values({ round: round.id, occasion, at }).execute()
  },
  subject: ({ round }) => `report-round/${round.id}`,
  answer: ({ due }) => ({ asked: due.length }),
  touches: ({ round }) => topicsOfRound(round),
  errands: ({ round, due }) => reminders(round.id, due),
})

/** Notes that a party is reminded, and of what; nothing where its reports have come in, or it was reminded today. */
export const recordReminder = command('followup.record-reminder', {
  input: z.strictObject({ round: z.string(), party: PartyCode }),
  conference: () => null,
  load: (db, { round }) => known(db, round),
  may: (actor) => actor.kind === 'system',
  decide(loaded, { party }, { now }) {
    const { round } = loaded
    must(round, 'followup.unknown-round')
    const due = dueNow(loaded, round, dayOf(now)).find((one) => one.party === party)
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
