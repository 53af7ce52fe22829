import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { revisedText, Text } from '../../../kernel/text.ts'
import { command } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { mayEdit, roomKey } from '../model.ts'
import { madeBy } from './deeds.ts'
import { draftKnown, draftTopic } from './known.commands.ts'
import { roomNamed, roomsOf } from './rooms.ts'
import { saveDraft } from './save.commands.ts'

/** Calls a room otherwise, or in more languages, wherever the draft names it. */
export const renameRoom = command('programme.rename-room', {
  input: z.strictObject({ conference: ConferenceId, room: z.string().min(1), to: Text }),
  conference: (input) => input.conference,
  load: (db, { conference }) => draftKnown(db, conference),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  version: ({ draft }, { room }) => versionOf(roomsOf(draft).get(room) ?? null),
  decide({ draft }, { room, to }, circumstances) {
    const before = roomNamed(draft, room)
    must(before, 'programme.unknown-room')
    const named = revisedText(before, to)
    const sessions = draft
      .filter((one) => roomKey(one) === room && !same(one.room, named))
      .map((one) => ({ ...one, room: named }))
    return sessions.length === 0
      ? null
      : { sessions, made: madeBy('programme.rename-room', circumstances) }
  },
  save: (db, drafted, { conference }) => saveDraft(db, conference, drafted),
  subject: (_, { conference }) => `programme/${conference}/rooms`,
  answer: ({ sessions }) => ({ sessions: sessions.length }),
  touches: (_, { conference }) => draftTopic(conference),
})
