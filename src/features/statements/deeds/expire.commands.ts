import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { command } from '../../../platform/command/command.ts'
import { isSecretariat } from '../../delegations/who.model.ts'
import { isKeeper } from '../../privacy/model.ts'
import { openedAt } from '../queries.ts'

/** Ends the time of the log of deposited texts: that one was opened, and when, is kept, and by whom is gone. */
export const expireReadings = command('statements.expire', {
  input: z.strictObject({ conference: ConferenceId }),
  conference: ({ conference }) => conference,
  load: (db, { conference }) => openedAt(db, conference),
  may: (actor, _, { conference }) => isKeeper(actor) || isSecretariat(actor, conference),
  decide: (opened) => (opened.length > 0 ? { opened } : null),
  async save(db, { opened }) {
    await db
      .updateTable('statementReading')
      .set({ account: null })
      .where(
        'id',
        'in',
        opened.map(({ id }) => id),
      )
      .execute()
  },
  subject: (_, { conference }) => `statements/${conference}`,
  answer: ({ opened }) => ({ readings: opened.length }),
  touches: (_, { conference }) => [`statements/at-work/${conference}`],
})
