import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { command } from '../../platform/command/command.ts'
import { holdersOf } from '../people/recipients.queries.ts'
import { draftOf } from '../programme/queries.ts'
import { Arrangement, arranges, mustBeSound, NONE, OfSession } from './model.ts'
import { interpretationAt } from './queries.ts'

/** Says which languages are spoken in a session, into which it is interpreted, and by whom. */
export const arrangeInterpretation = command('interpretation.arrange', {
  input: OfSession.extend({ arrangement: Arrangement }),
  conference: ({ conference }) => conference,
  load: async (db, { conference }) => ({
    sessions: await draftOf(db, conference),
    stored: await interpretationAt(db, conference),
    interpreters: await holdersOf(db, { conference, roles: ['interpreter'] }),
  }),
  may: (actor, _, { conference }) => arranges(actor, conference),
  version: ({ stored }, { session }) =>
    `${stored.find((one) => one.session === session)?.version ?? 0}`,
  decide({ sessions, stored, interpreters }, { session, arrangement }) {
    must(
      sessions.some(({ id }) => id === session),
      'interpretation.unknown-session',
    )
    mustBeSound(arrangement)
    const known = new Set(interpreters.map(({ account }) => account))
    const before = stored.find((one) => one.session === session)
    const had = new Set(before?.arrangement.booths.flatMap((booth) => booth.interpreters))
    must(
      arrangement.booths.every((booth) =>
        booth.interpreters.every((one) => known.has(one) || had.has(one)),
      ),
      'interpretation.no-interpreter',
    )
    if (same(before?.arrangement ?? NONE, arrangement)) return null
    return { session, version: (before?.version ?? 0) + 1, arrangement }
  },
  async save(db, { session, version, arrangement }, { conference }) {
    const row = { version, content: JSON.stringify(arrangement) }
    await db
      .insertInto('interpretation')
      .values({ conference, session, ...row })
      .onConflict((conflict) => conflict.columns(['conference', 'session']).doUpdateSet(row))
      .execute()
  },
  subject: ({ session }) => `interpretation/${session}`,
  touches: (_, { conference }) => [`interpretation/${conference}`],
})
