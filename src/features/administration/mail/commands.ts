import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { sendAgain } from '../../../platform/mail/again.ts'
import { MAIL_TOPIC } from '../../../platform/mail/mail.ts'
import { mayAdminister } from '../model.ts'
import { LetterId, mayLeaveAgain } from './model.ts'
import { givenUp, sendableOf } from './queries.ts'

/** Lets a letter leave once more, whatever became of it. */
export const sendLetterAgain = command('administration.send-again', {
  input: z.strictObject({ letter: LetterId }),
  conference: () => null,
  load: (db, { letter }) => sendableOf(db, letter),
  may: mayAdminister,
  decide(letter, _, { now }) {
    mayLeaveAgain(letter)
    return { now }
  },
  save: (db, { now }, { letter }) => sendAgain(db, [letter], now),
  subject: (_, { letter }) => `mail/${letter}`,
  touches: () => [MAIL_TOPIC],
})

/** Lets every letter leave that was given up because of a server: after a password was corrected, say. */
export const sendAllAgain = command('administration.send-all-again', {
  input: z.strictObject({}),
  conference: () => null,
  load: (db) => givenUp(db),
  may: mayAdminister,
  decide: (letters, _, { now }) => (letters.length === 0 ? null : { letters, now }),
  save: (db, { letters, now }) => sendAgain(db, letters, now),
  subject: () => 'mail',
  answer: ({ letters }) => ({ letters: letters.length }),
  touches: () => [MAIL_TOPIC],
})
