import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { revisedText, Text } from '../../../kernel/text.ts'
import { command } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { madeBy } from '../draft/deeds.ts'
import { draftTopic } from '../draft/known.commands.ts'
import { mayEdit, ReleaseLetter } from '../model.ts'
import { preparedFor, seenPrepared } from './prepared.queries.ts'

/** Writes what the next release says of itself and to whom, so that everybody who must agree can read it first. */
export const prepareRelease = command('programme.prepare-release', {
  input: z.strictObject({
    conference: ConferenceId,
    note: Text,
    letter: ReleaseLetter.nullable().default(null),
  }),
  conference: (input) => input.conference,
  load: async (db, { conference }) => ({
    outline: await outlineById(db, conference),
    before: await preparedFor(db, conference),
  }),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  version: ({ before }) => seenPrepared(before),
  decide({ outline, before }, { note, letter }, circumstances) {
    must(outline, 'programme.unknown-conference')
    const words = letter?.words && revisedText(before?.letter?.words ?? null, letter.words)
    const prepared = {
      note: revisedText(before?.note ?? null, note),
      letter: letter && { ...letter, words: words ?? null },
    }
    if (before && same([before.note, before.letter], [prepared.note, prepared.letter])) return null
    return { ...prepared, made: madeBy('programme.prepare-release', circumstances) }
  },
  async save(db, { note, letter, made }, { conference }) {
    const row = {
      note: JSON.stringify(note),
      letter: letter && JSON.stringify(letter),
      ...{ madeBy: made.by, madeAt: made.at },
    }
    await db
      .insertInto('programmePrepared')
      .values({ conference, ...row })
      .onConflict((conflict) => conflict.column('conference').doUpdateSet(row))
      .execute()
  },
  subject: (_, { conference }) => `programme/${conference}/draft`,
  touches: (_, { conference }) => draftTopic(conference),
})
