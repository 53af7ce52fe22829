import { z } from 'zod'
import { ConferenceId, SessionId } from '../../../kernel/ids.ts'
import { same } from '../../../kernel/same.ts'
import { revisedText, Text } from '../../../kernel/text.ts'
import { command } from '../../../platform/command/command.ts'
import { mayEdit, type SessionStatus } from '../model.ts'
import { madeBy } from './deeds.ts'
import { seenStatus } from './draft.queries.ts'
import { draftKnown, draftTopic, sessionIn, theSession } from './known.commands.ts'
import { saveDraft } from './save.commands.ts'

const turning = (name: string, status: SessionStatus) =>
  command(name, {
    input: z.strictObject({
      conference: ConferenceId,
      session: SessionId,
      note: Text.nullable().default(null),
    }),
    conference: (input) => input.conference,
    load: (db, { conference }) => draftKnown(db, conference),
    may: (actor, _, { conference }) => mayEdit(actor, conference),
    version: (known, { session }) => seenStatus(sessionIn(known, session)),
    decide(known, { session: id, note }, circumstances) {
      const session = theSession(known, id)
      const said = note && revisedText(session.note, note)
      const turned = { ...session, status, note: said ?? session.note }
      if (same(session, turned)) return null
      return { sessions: [turned], made: madeBy(name, circumstances) }
    },
    save: (db, drafted, { conference }) => saveDraft(db, conference, drafted),
    subject: (_, { session }) => `session/${session}`,
    touches: (_, { conference }) => draftTopic(conference),
  })

/** Confirms a session: also one that was held provisionally, or cancelled too soon. */
export const confirmSession = turning('programme.confirm-session', 'confirmed')
/** Keeps a session in the programme as not yet certain. */
export const holdSession = turning('programme.hold-session', 'tentative')
/** Cancels a session. It stays in the programme, marked, and in every calendar that knows it. */
export const cancelSession = turning('programme.cancel-session', 'cancelled')
/** Takes back a session that was listed in error. Calendars that know it are told. */
export const withdrawSession = turning('programme.withdraw-session', 'withdrawn')
