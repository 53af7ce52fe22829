import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { command } from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { madeBy } from '../programme/draft/deeds.ts'
import { saveDraft } from '../programme/draft/save.commands.ts'
import { mayEdit, Session } from '../programme/model.ts'
import { draftOf } from '../programme/queries.ts'
import { novelties } from './novelties.ts'
import { agree, ReadProgramme, type ReadSession } from './sessions.ts'

const Import = ReadProgramme.extend({ conference: ConferenceId })

/**
 * Adds the sessions of a text to the draft of a programme, all or none. What stands in the draft already is left
 * alone, so that the same text twice adds nothing.
 */
export const importProgramme = command('programme-reader.import-programme', {
  input: Import,
  conference: (input) => input.conference,
  load: async (db, { conference }) => ({
    outline: await outlineById(db, conference),
    draft: await draftOf(db, conference),
  }),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  decide({ outline, draft }, { language, zone, sessions }, circumstances) {
    must(outline, 'programme-reader.unknown-conference')
    must(zone === null || agree(sessions, zone, outline.zone), 'programme-reader.other-zone', {
      text: zone ?? '',
      conference: outline.zone,
    })
    const text = (value: string): Text => ({
      original: language,
      in: { [language]: { value, status: 'as-published' } },
    })
    const taken = new Set(draft.map(({ slug }) => slug))
    const added = novelties(sessions, draft).map(({ title, note, ...session }) =>
      Session.parse({
        ...session,
        id: SessionId.parse(circumstances.newId()),
        slug: freeSlug(session, taken),
        title: text(title),
        note: note === null ? null : text(note),
      }),
    )
    if (added.length === 0) return null
    const made = madeBy('programme-reader.import-programme', circumstances)
    return { sessions: added, made }
  },
  save: (db, drafted, { conference }) => saveDraft(db, conference, drafted),
  subject: (_, { conference }) => `programme/${conference}`,
  answer: ({ sessions }) => ({ added: sessions.length }),
  touches: (_, { conference }) => [`programme/${conference}/draft`],
})

/** «2021-12-07-1930», and «2021-12-07-1930-2» where two begin at once. */
function freeSlug({ day, start }: Pick<ReadSession, 'day' | 'start'>, taken: Set<string>): string {
  const wanted = `${day}-${start.replace(':', '')}`
  let slug = wanted
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`
  taken.add(slug)
  return slug
}
