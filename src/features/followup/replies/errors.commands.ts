import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import { nameOf } from '../../pledges/keeping/save.commands.ts'
import { isSecretariat } from '../../pledges/life.model.ts'
import { ErrorReport, OUTCOMES } from './model.ts'

/** Anybody says that something here is wrong, without an account. Only the secretariat reads it. */
export const reportError = command('followup.report-error', {
  input: ErrorReport,
  conference: () => null,
  load: (db, { about, words }) =>
    db
      .selectFrom('errorReport')
      .select('id')
      .where('about', '=', about)
      .where('words', '=', words)
      .where('settledAt', 'is', null)
      .executeTakeFirst(),
  may: () => true,
  decide: (again, { about, words }, { newId, now }) =>
    again ? null : { id: newId(), about, words, at: now },
  async save(db, said) {
    await db.insertInto('errorReport').values(said).execute()
  },
  subject: ({ id }) => `error-report/${id}`,
  touches: () => ['followup/errors'],
})

/** The secretariat says what became of a report of an error. */
export const settleError = command('followup.settle-error', {
  input: z.strictObject({ report: z.uuid(), outcome: z.enum(OUTCOMES) }),
  conference: () => null,
  load: (db, { report }) =>
    db.selectFrom('errorReport').selectAll().where('id', '=', report).executeTakeFirst(),
  may: (actor) => isSecretariat(actor, null),
  decide(known, { report, outcome }, circumstances) {
    must(known, 'followup.unknown-reply')
    if (known.outcome === outcome) return null
    must(known.settledAt === null, 'followup.settled-already')
    return { id: report, outcome, at: circumstances.now, by: nameOf(circumstances) }
  },
  async save(db, { id, outcome, at, by }) {
    await db
      .updateTable('errorReport')
      .set({ outcome, settledAt: at, settledBy: by })
      .where('id', '=', id)
      .execute()
  },
  subject: ({ id }) => `error-report/${id}`,
  touches: () => ['followup/errors'],
})
