import type { Writing } from '../database/tables.ts'
import { TRIED_FOR, type Trouble } from './mail.ts'

/**
 * Lets letters leave again, now and for as long as new ones are tried; called by the `save` of a command that touches `MAIL_TOPIC`. One
 * that had left
 * already goes as a new letter, under another Message-ID: else a mail program would take it for the one it has.
 */
export async function sendAgain(
  db: Writing,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('mail')
    .set((row) => ({
      messageId: row.case().when('state', '=', 'sent').then(null).else(row.ref('messageId')).end(),
      ...{ state: 'waiting', due: now, giveUp: now.add(TRIED_FOR) },
      ...{ sentAt: null, trouble: null, said: null },
    }))
    .where('id', 'in', [...ids])
    .execute()
}

/** Gives up every letter that waits; each can be let go by hand later. */
export async function giveUpWaiting(db: Writing, trouble: Trouble): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state: 'failed', due: null, trouble })
    .where('state', '=', 'waiting')
    .execute()
}
