import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { giveUpWaiting } from '../../../platform/mail/again.ts'
import { heldSince, RELEASED } from '../../../platform/mail/held.ts'
import { MAIL_TOPIC } from '../../../platform/mail/mail.ts'
import { dropWaiting } from '../../../platform/webhooks/again.ts'
import { mayAdminister } from '../model.ts'

/**
 * Lets a restored installation write to people and other systems again. What has been waiting goes out, or stays here:
 * where the house that the backup came from still stands, it has gone out there.
 */
export const release = command(RELEASED, {
  input: z.strictObject({ waiting: z.enum(['send', 'keep']) }),
  conference: () => null,
  load: (db) => heldSince(db),
  may: mayAdminister,
  decide: (since, { waiting }, { now }) => (since === null ? null : { waiting, now }),
  async save(db, { waiting, now }) {
    if (waiting === 'send') return
    await giveUpWaiting(db, 'held-back')
    await dropWaiting(db, now)
  },
  subject: () => 'backup/restored',
  touches: () => [MAIL_TOPIC],
})
