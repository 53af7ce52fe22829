import { z } from 'zod'
import { Language } from '../../../kernel/language.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { Text } from '../../../kernel/text.ts'
import { revised } from '../../../kernel/wording/texts.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { outlineById } from '../../conferences/queries.ts'
import { nextDraft, type Paragraph } from '../drafting/paragraphs.ts'
import { isSecretariat, move, OfDocument, Settings } from '../model.ts'
import { type Done, documentKnown, done, OUTCOME, saveDone, standing } from './keep.commands.ts'

/** Begins a document: its name, and the languages in which it will count. */
export const begin = command('outcome-documents.begin', {
  input: OfDocument.extend({ settings: Settings }),
  conference: (input) => input.conference,
  load: async (db, input) => ({
    ...(await documentKnown(db, input)),
    conference: await outlineById(db, input.conference),
  }),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide({ stored, conference: found }, { conference, document, settings }, circumstances) {
    must(found, 'outcome-documents.unknown-conference')
    must(!stored, 'outcome-documents.taken')
    const row = {
      ...{ conference, document, settings, version: 0 },
      ...{ state: 'drafting' as const, draft: null, deadline: null, adoptedOn: null },
    }
    return done(row, 'begin', circumstances)
  },
  ...OUTCOME,
})

/** Says otherwise what it is called, in which languages it counts, who reads proposals and who must sign. */
export const describe = command('outcome-documents.describe', {
  input: OfDocument.extend({ settings: Settings }),
  conference: (input) => input.conference,
  load: (db, input) => documentKnown(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  version: ({ stored }) => versionOf(stored?.settings ?? null),
  decide(known, { settings }, circumstances) {
    const row = standing(known, circumstances.now)
    const after = revised(row.settings, settings)
    return same(row.settings, after)
      ? null
      : done(
          { ...row, state: known.stored?.state ?? row.state, settings: after },
          'describe',
          circumstances,
        )
  },
  ...OUTCOME,
})

/** The text of each language, as it is written; see `blocksIn`. */
const Texts = z.partialRecord(Language, z.string().max(200_000))

interface Drafted extends Done {
  number: number
  paragraphs: readonly Paragraph[]
  note: Text | null
}

/** Writes the next draft. Only the secretariat reads it until it is circulated. */
export const draft = command('outcome-documents.draft', {
  input: OfDocument.extend({ texts: Texts, note: Text.nullable().default(null) }),
  conference: (input) => input.conference,
  load: (db, input) => documentKnown(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  version: ({ drafts }) => versionOf(drafts[0]?.number ?? 0),
  decide(known, { texts, note }, circumstances): Drafted | null {
    const row = standing(known, circumstances.now)
    const state = move(row.state, 'draft')
    const [last] = known.drafts
    const paragraphs = nextDraft(last?.paragraphs ?? [], texts, row.settings.authentic)
    if (last && same(last.paragraphs, paragraphs)) return null
    const number = (last?.number ?? 0) + 1
    return {
      ...done({ ...row, state }, 'draft', circumstances, { draft: number }),
      ...{ number, paragraphs, note },
    }
  },
  async save(db: Writing, decision: Drafted) {
    const { row, entry, number, paragraphs, note } = decision
    await saveDone(db, decision)
    await db
      .insertInto('outcomeDraft')
      .values({
        ...{ conference: row.conference, document: row.document, number },
        ...{ at: entry.at, by: entry.by, circulatedAt: null },
        paragraphs: JSON.stringify(paragraphs),
        note: note && JSON.stringify(note),
      })
      .execute()
  },
  subject: OUTCOME.subject,
  answer: ({ number, row }) => ({ number, document: row.document }),
  touches: OUTCOME.touches,
})

/** Gives the last draft to all delegations. It is whole in every language that counts. */
export const circulate = command('outcome-documents.circulate', {
  input: OfDocument,
  conference: (input) => input.conference,
  load: (db, input) => documentKnown(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  version: ({ drafts }) => versionOf(drafts[0]?.number ?? 0),
  decide(known, _, circumstances) {
    const row = standing(known, circumstances.now)
    const [last] = known.drafts
    must(last, 'outcome-documents.no-draft-yet')
    must(last.number !== row.draft, 'outcome-documents.circulated-already')
    const state = move(row.state, 'circulate')
    const missing = row.settings.authentic.filter((language) =>
      last.paragraphs.some(({ text }) => !text.in[language]),
    )
    must(missing.length === 0, 'outcome-documents.language-missing', {
      languages: missing.join(', '),
    })
    return done({ ...row, state, draft: last.number, deadline: null }, 'circulate', circumstances)
  },
  async save(db, decision) {
    const { row, entry } = decision
    await saveDone(db, decision)
    await db
      .updateTable('outcomeDraft')
      .set({ circulatedAt: entry.at })
      .where('conference', '=', row.conference)
      .where('document', '=', row.document)
      .where('number', '=', row.draft ?? 0)
      .execute()
  },
  subject: OUTCOME.subject,
  answer: ({ row }) => ({ document: row.document, draft: row.draft }),
  touches: OUTCOME.touches,
  errands: ({ row }) => letterOf('circulated', row),
})

/** The errand that tells those whom it concerns; it bears no word of what it tells. */
export const letterOf = (
  mail: 'circulated' | 'silence' | 'objection' | 'adopted',
  { conference, document, draft }: Done['row'],
) => [
  {
    job: 'platform.mail',
    data: { mail: `outcome-documents.${mail}`, conference, document, draft },
  },
]
