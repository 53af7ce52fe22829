import { z } from 'zod'
import { type Actor, holds } from '../../../kernel/actor.ts'
import { ConferenceId, PartyCode, SessionId } from '../../../kernel/ids.ts'
import { LANGUAGES, Language } from '../../../kernel/language.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { Text } from '../../../kernel/text.ts'
import { command } from '../../../platform/command/command.ts'
import { claimFiles } from '../../../platform/files/uploads.ts'
import { outlineById } from '../../conferences/queries.ts'
import { SpeechId } from '../../floor/queue/deeds.ts'
import { KINDS, WAYS } from '../../floor/queue/settings.ts'
import { partyOf } from '../../parties/queries.ts'
import { PledgeId } from '../../pledges/model.ts'
import { recordsOf } from '../../pledges/queries.ts'
import { type Content, PAPERS, Papers } from '../model.ts'
import { heldVersions, namedIn, type Statement, statementOf } from '../queries.ts'
import type { Delivered } from '../standing.ts'
import { publicTopics, saveStatement } from './keep.commands.ts'

const Moment = z.iso.datetime()

const Restored = z.strictObject({
  speech: SpeechId,
  conference: ConferenceId,
  session: SessionId,
  party: PartyCode,
  kind: z.enum(KINDS),
  way: z.enum(WAYS),
  language: Language.nullable(),
  givenAt: Moment.nullable(),
  endedAt: Moment.nullable(),
  seconds: z.int().min(0).nullable(),
  place: z.int().min(1),
  publicAt: Moment,
  check: z.boolean(),
  text: Text.nullable(),
  video: z.string().nullable(),
  files: Papers.default([]),
  pledges: z.array(PledgeId),
})
type Restored = z.infer<typeof Restored>

const mayRestore = (actor: Actor) => holds(actor, '*', 'loader', 'administrator')

/** The order of papers says nothing: that of languages. */
const inOrder = (files: Content['files']) =>
  LANGUAGES.flatMap((language) => files.filter((paper) => paper.language === language))

/** A statement as it is kept once it is public. */
const statementFrom = ({ speech, conference, session, party, publicAt, ...row }: Restored) => {
  const { kind, way, language, givenAt, endedAt, seconds, place } = row
  const delivered: Delivered = { kind, way, language, givenAt, endedAt, seconds, place }
  const at = Temporal.Instant.from(publicAt)
  const content: Content = {
    ...{ text: row.text, video: row.video, check: row.check, use: 'publication' },
    files: inOrder(row.files),
  }
  const number = row.text || row.video || row.files.length > 0 ? 1 : 0
  const statement: Statement = {
    ...{ speech, conference, session, party, number, delivered },
    ...{ releaseAt: at, confirmedAt: at, confirmedBy: 'system/archive', publicAt: at },
  }
  return { statement, content }
}

/** What stands of a statement, or is wanted to: what an archive says of it. */
const told = (
  delivered: Delivered | null,
  content: Pick<Content, 'text' | 'files'> | null,
  pledges: readonly PledgeId[],
) => ({ delivered, text: content?.text ?? null, files: inOrder(content?.files ?? []), pledges })

/** Writes down again a statement that was public, as an archive states it, with the papers that stand in it. */
export const restoreStatement = command('statements.restore', {
  input: Restored,
  conference: ({ conference }) => conference,
  load: async (db, { speech, conference, party, pledges }) => ({
    before: await statementOf(db, speech),
    held: (await heldVersions(db, [{ speech }])).get(speech) ?? null,
    named: (await namedIn(db, [speech])).get(speech) ?? [],
    known: (await outlineById(db, conference)) !== null && (await partyOf(db, party)) !== null,
    pledges: (await recordsOf(db, pledges)).map(({ id }) => id),
  }),
  may: (actor) => mayRestore(actor),
  decide({ before, held, named, known, pledges }, input, { actor }) {
    must(known, 'statements.unknown')
    const missing = input.pledges.filter((id) => !pledges.includes(id))
    must(missing.length === 0, 'statements.unknown-pledge', { codes: missing.join(' ') })
    const { statement, content } = statementFrom(input)
    if (before) {
      const announced = named.flatMap(({ pledge, outcome }) =>
        outcome === 'announced' ? [pledge] : [],
      )
      // What was for the interpreters alone stands in no archive.
      const shown = held?.content.use === 'publication' ? held.content : null
      const stands = told(before.delivered, shown, announced)
      const wanted = told(statement.delivered, content, input.pledges)
      must(same(stands, wanted), 'statements.stands-otherwise')
      return null
    }
    return { statement, content, actor }
  },
  async save(db, { statement, content, actor }, { pledges }) {
    const { speech, number, publicAt } = statement
    await claimFiles(
      db,
      content.files.map(({ file }) => file),
      { by: actor, owner: `statement/${speech}`, accepts: PAPERS },
    )
    await saveStatement(db, statement)
    if (number > 0 && publicAt) {
      const version = { speech, number, at: publicAt, by: 'system/archive' }
      await db
        .insertInto('statementVersion')
        .values({ ...version, content: JSON.stringify(content) })
        .execute()
    }
    if (pledges.length === 0) return
    await db
      .insertInto('statementPledge')
      .values(
        pledges.map((pledge) => ({ speech, pledge, outcome: 'announced' as const, words: null })),
      )
      .execute()
  },
  subject: ({ statement }) => `statement/${statement.speech}`,
  touches: ({ statement }, { pledges }) => publicTopics(statement, pledges),
})
