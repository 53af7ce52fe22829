import { z } from 'zod'
import { must, Refusal } from '../../../kernel/refusal.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { nameOf } from '../../pledges/keeping/save.commands.ts'
import { PledgeId } from '../../pledges/model.ts'
import { ErrorReport, maySettle, OUTCOMES } from './model.ts'

/** So many wait about one pledge, and so many came in an hour, before nobody is heard for a while. */
const MOST_ABOUT_ONE = 20
const MOST_AN_HOUR = 200

/** The pledge that a report is about, where everybody may see it: nobody learns by asking which others there are. */
async function pledgeNamed(db: Writing, about: string) {
  const id = PledgeId.safeParse(/[A-Z][A-Z0-9]{1,15}-\d{4}-\d{2,7}/.exec(about)?.[0]).data
  if (!id) return null
  const found = await db
    .selectFrom('pledge')
    .select(['id', 'conference'])
    .where('id', '=', id)
    .where('listed', '=', true)
    .executeTakeFirst()
  return found ?? null
}

/** Anybody says that something here is wrong, without an account. Only the secretariat reads it. */
export const reportError = command('followup.report-error', {
  input: ErrorReport,
  conference: () => null,
  load: async (db, { about, words }) => {
    const open = db.selectFrom('errorReport').where('settledAt', 'is', null)
    return {
      again: await open
        .select('id')
        .where('about', '=', about)
        .where('words', '=', words)
        .executeTakeFirst(),
      waiting: await open.select('at').where('about', '=', about).execute(),
      lately: await db
        .selectFrom('errorReport')
        .select('at')
        .orderBy('at', 'desc')
        .limit(MOST_AN_HOUR)
        .execute(),
      pledge: await pledgeNamed(db, about),
    }
  },
  may: () => true,
  decide({ again, waiting, lately, pledge }, { about, words }, { newId, now }) {
    if (again) return null
    const hourAgo = now.subtract({ hours: 1 })
    const recent = lately.filter(({ at }) => Temporal.Instant.compare(at, hourAgo) > 0)
    if (waiting.length >= MOST_ABOUT_ONE || recent.length >= MOST_AN_HOUR) {
      throw new Refusal('followup.too-many-reports', 429)
    }
    return {
      ...{ id: newId(), about, words, at: now },
      ...{ pledge: pledge?.id ?? null, conference: pledge?.conference ?? null },
    }
  },
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
  may: (actor, known) => known !== undefined && maySettle(actor, known.conference),
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
