import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command } from '../../../platform/command/command.ts'
import { mayEdit } from '../model.ts'
import { draftOf, lastRelease } from '../queries.ts'
import { madeBy, undoable } from './deeds.ts'
import { deedsOf, statesOf } from './draft.queries.ts'
import { draftTopic } from './known.commands.ts'
import { saveDraft } from './save.commands.ts'

/** Takes back the last deed of a draft, whole: every session stands again as it stood before. */
export const undo = command('programme.undo', {
  input: z.strictObject({ conference: ConferenceId, number: z.int().positive() }),
  conference: (input) => input.conference,
  load: async (db, { conference, number }) => ({
    draft: await draftOf(db, conference),
    deeds: await deedsOf(db, conference),
    states: (await statesOf(db, conference, [number])).get(number) ?? [],
    released: (await lastRelease(db, conference))?.at ?? null,
  }),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  decide({ draft, deeds, states, released }, { number }, circumstances) {
    must(undoable(deeds, released)?.number === number, 'programme.not-undoable')
    const standing = new Map(draft.map((session) => [String(session.id), session]))
    for (const { session, after } of states) {
      must(same(standing.get(session) ?? null, after), 'programme.not-undoable')
    }
    return {
      sessions: states.flatMap(({ before }) => before ?? []),
      removed: states.flatMap(({ session, before }) => (before === null ? [session] : [])),
      made: { ...madeBy('programme.undo', circumstances), undoes: number },
    }
  },
  save: (db, drafted, { conference }) => saveDraft(db, conference, drafted),
  subject: (_, { conference, number }) => `programme/${conference}/deed/${number}`,
  answer: ({ sessions, removed }) => ({ restored: sessions.length + removed.length }),
  touches: (_, { conference }) => draftTopic(conference),
})
