import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import { isSecretariat } from '../../pledges/life.model.ts'
import { roundOf } from './queries.ts'
import { topicsOfRound } from './rounds.commands.ts'
import { Round } from './rounds.model.ts'

/** Gives a round another last day; what goes out by itself then goes by the new one. Nobody is written to for it. */
export const extendRound = command('followup.extend-round', {
  input: z.strictObject({ round: z.string(), due: Round.shape.due }),
  conference: () => null,
  load: (db, { round }) => roundOf(db, round),
  may: (actor, round) =>
    (round?.conferences ?? ['*']).every((conference) => isSecretariat(actor, conference)),
  decide(round, { due }, { now }) {
    must(round, 'followup.unknown-round')
    const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
    if (round.due === due) return null
    must(due > round.opens && due >= today, 'followup.day-has-passed')
    return { round, due }
  },
  async save(db, { round: { id }, due }) {
    await db.updateTable('reportRound').set({ due }).where('id', '=', id).execute()
    await db.deleteFrom('reportRoundReminder').where('round', '=', id).execute()
  },
  subject: ({ round: { id } }) => `report-round/${id}`,
  touches: ({ round }) => topicsOfRound(round),
})
