import { z } from 'zod'
import { fileOf } from '../../kernel/documents/files.ts'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { must, Refusal, type RefusedField } from '../../kernel/refusal.ts'
import { Zone } from '../../kernel/time.ts'
import { command, type Writing } from '../../platform/command/command.ts'
import { claimFiles, dropFiles } from '../../platform/files/uploads.ts'
import { outlineById } from '../conferences/queries.ts'
import { madeBy } from '../programme/draft/deeds.ts'
import { saveDraft } from '../programme/draft/save.commands.ts'
import { mayEdit } from '../programme/model.ts'
import { draftOf } from '../programme/queries.ts'
import { TEXT_KINDS } from './desk/kinds.ts'
import { MODES, planned, type WholeSession } from './desk/plan.ts'
import { textOf } from './queries.ts'
import { agree, DeskSession, inZone, ReadProgramme } from './sessions.ts'

const ownerOf = (id: string) => `programme-text/${id}`
const KEPT_FOR = { hours: 24 * 30 }

/** Takes a programme in as a secretariat has it, to be read beside what is understood of it. Nothing is imported yet. */
export const takeText = command('programme-reader.take-text', {
  input: z.strictObject({
    conference: ConferenceId,
    text: z.string().max(500_000).nullable().default(null),
    file: fileOf(...TEXT_KINDS).optional(),
    language: Language.optional(),
    zone: Zone.optional(),
    year: z.int().min(1945).max(2100).optional(),
  }),
  conference: (input) => input.conference,
  load: (db, { conference }) => outlineById(db, conference),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  decide(outline, { conference, text, file, language, zone, year }, { actor, now, newId }) {
    must(outline, 'programme-reader.unknown-conference')
    must(file ?? text?.trim(), 'programme-reader.nothing-given')
    const hints = { ...(language && { language }), ...(zone && { zone }), ...(year && { year }) }
    return {
      actor,
      row: {
        ...{ id: newId(), conference, hints: JSON.stringify(hints) },
        ...(file ? { text: null, file } : { text, file: null }),
        ...{ madeBy: `${actor.kind}/${actor.id}`, madeAt: now },
      },
    }
  },
  async save(db, { actor, row }) {
    await forgetOld(db, row.conference, row.madeAt)
    await db.insertInto('programmeText').values(row).execute()
    if (!row.file) return
    await claimFiles(db, [row.file], { by: actor, owner: ownerOf(row.id), accepts: TEXT_KINDS })
  },
  subject: ({ row }) => `programme-text/${row.id}`,
  answer: ({ row }) => ({ text: row.id }),
  touches: () => [],
})

/** Texts that nobody has imported for a month. */
async function forgetOld(db: Writing, conference: string, now: Temporal.Instant) {
  const old = await db
    .selectFrom('programmeText')
    .select('id')
    .where('conference', '=', conference)
    .where('madeAt', '<', now.subtract(KEPT_FOR))
    .execute()
  for (const { id } of old) await forgetText(db, id)
}

async function forgetText(db: Writing, id: string) {
  await dropFiles(db, ownerOf(id))
  await db.deleteFrom('programmeText').where('id', '=', id).execute()
}

const Import = ReadProgramme.extend({
  conference: ConferenceId,
  sessions: z
    .array(DeskSession.partial({ take: true, room: true }))
    .min(1)
    .max(2000),
  mode: z.enum(MODES).default('add'),
  /** Whether the times are converted from the zone of the text; else they must agree, or the zone is not said. */
  convert: z.boolean().default(false),
  /** The text that was handed in: it has served. */
  text: z.uuid().optional(),
})

/**
 * Brings the sessions of a text into the draft of a programme, all or none, in one deed: it adds what is missing there,
 * so that the same text twice adds nothing, or takes the place of what stands there.
 */
export const importProgramme = command('programme-reader.import-programme', {
  input: Import,
  conference: (input) => input.conference,
  load: async (db, { conference, text }) => ({
    outline: await outlineById(db, conference),
    draft: await draftOf(db, conference),
    text: text === undefined ? null : await textOf(db, conference, text),
  }),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  decide({ outline, draft, text }, input, circumstances) {
    const { language, zone, mode, convert } = input
    must(outline, 'programme-reader.unknown-conference')
    must(input.text === undefined || text, 'programme-reader.imported-already')
    const whole = wholeOf(input.sessions)
    const read = zone !== null && convert ? inZone(whole, zone, outline.zone) : whole
    must(
      zone === null || convert || agree(read, zone, outline.zone),
      'programme-reader.other-zone',
      {
        text: zone ?? '',
        conference: outline.zone,
      },
    )
    const newId = () => SessionId.parse(circumstances.newId())
    const sessions = planned(read, draft, { mode, language, newId })
    if (sessions.length === 0 && !text) return null
    return { sessions, made: madeBy('programme-reader.import-programme', circumstances) }
  },
  async save(db, drafted, { conference, text }) {
    await saveDraft(db, conference, drafted)
    if (text !== undefined) await forgetText(db, text)
  },
  subject: (_, { conference }) => `programme/${conference}`,
  answer: ({ sessions }) => ({ added: sessions.length }),
  touches: (_, { conference }) => [`programme/${conference}/draft`],
})

/** Those that are taken, each whole; what is missing is refused at its field. */
function wholeOf(sessions: z.infer<typeof Import>['sessions']): WholeSession[] {
  const fields: RefusedField[] = []
  const whole = sessions.flatMap((one, at): WholeSession[] => {
    const { take = true, day, start, title, room = null, ...rest } = one
    if (!take) return []
    if (day !== null && start !== null && title !== null) {
      return [{ ...rest, day, start, title, room }]
    }
    for (const [name, value] of Object.entries({ day, start, title })) {
      if (value === null) fields.push({ path: ['sessions', at, name], code: 'input.missing' })
    }
    return []
  })
  if (fields.length > 0) throw new Refusal('platform.unreadable-input', 422, {}, fields)
  return whole
}
