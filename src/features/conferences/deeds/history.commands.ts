import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import {
  type Change,
  changed,
  conferenceKnown,
  saveRecord,
  touchedBy,
} from '../keeping/keep.commands.ts'
import { madeBy } from '../keeping/made.ts'
import { mayEdit, partiesOf } from '../model.ts'
import { recordIn } from '../queries.ts'

/**
 * Takes a record back to what it said in an earlier version: the one before the last undoes the last deed. Nothing is
 * lost by it, for what stood there until now becomes a version too.
 */
export const returnTo = command('conferences.return-to', {
  input: z.strictObject({
    conference: ConferenceId,
    version: z.int().positive(),
    /** The version that stands now: whoever saw another one has not seen what would be undone. */
    stands: z.int().positive(),
  }),
  conference: (input) => input.conference,
  load: async (db, { conference, version }) => {
    const earlier = await recordIn(db, conference, version)
    const parties = earlier ? partiesOf(earlier) : []
    return { known: await conferenceKnown(db, { id: conference }, parties), earlier }
  },
  may: (actor, { known: { stored } }, { conference }) =>
    mayEdit(actor, conference, stored?.conference.parent ?? null),
  decide({ known, earlier }, { stands }, circumstances): Change | null {
    must(known.stored, 'conferences.unknown-conference')
    must(earlier, 'conferences.unknown-version')
    must(known.stored.version === stands, 'conferences.changed-since')
    const made = madeBy('conferences.return-to', circumstances)
    return changed(known, { ...earlier, id: known.stored.conference.id }, made)
  },
  save: saveRecord,
  subject: ({ record }) => `conference/${record.id}`,
  answer: ({ replaces }) => ({ version: (replaces?.version ?? 0) + 1 }),
  touches: ({ record }) => touchedBy(record),
})
