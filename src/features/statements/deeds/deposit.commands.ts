import type { FileId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command } from '../../../platform/command/command.ts'
import { claimFiles } from '../../../platform/files/uploads.ts'
import { isDesk, OfSpeech } from '../../floor/model.ts'
import type { Speech } from '../../floor/queue/floor.ts'
import { videoDeadline } from '../../floor/queue/settings.ts'
import {
  answersFor,
  type Content,
  DEPOSIT,
  interprets,
  Kept,
  mustBeSomething,
  PAPERS,
  Papers,
} from '../model.ts'
import {
  begun,
  type Found,
  loadStatement,
  mustBeUnderWay,
  OF_SPEECH,
  saveStatement,
  topicsAtWork,
} from './keep.commands.ts'

/** A recording arrives by the hour that the list says; only the desk takes one later. */
function mustBeInTime({ floor, zone }: Found, { way }: Speech, now: Temporal.Instant): void {
  const by = floor && videoDeadline(floor.settings, zone)
  must(way !== 'video' || by === null || now.epochMilliseconds < by, 'statements.video-late')
}

/** What is handed in now, with the papers of the version before that still hold. */
function contentOf(
  { held }: Found,
  given: Omit<Content, 'files'> & { files: Content['files']; keep: readonly FileId[] },
): Content {
  const { keep, files, ...rest } = given
  const kept = held?.content.files.filter(({ file }) => keep.includes(file)) ?? []
  return { ...rest, files: [...kept, ...files] }
}

/** Deposits a statement under embargo, in place of what was deposited before; that is kept. */
export const deposit = command('statements.deposit', {
  ...OF_SPEECH,
  input: OfSpeech.extend({ ...DEPOSIT, files: Papers.default([]), keep: Kept.default([]) }),
  load: (db, input) => loadStatement(db, input),
  may: (actor, { party }, { conference }) => answersFor(actor, conference, party),
  version: ({ held }) => `${held?.number ?? 0}`,
  decide(found, { conference, session, speech: id, ...given }, { actor, now }) {
    const { speech } = mustBeUnderWay(found)
    if (!isDesk(actor, conference)) mustBeInTime(found, speech, now)
    const content = contentOf(found, given)
    mustBeSomething(content)
    if (found.held && same(found.held.content, content)) return null
    const number = (found.held?.number ?? 0) + 1
    const statement = { ...begun(found, { conference, session, speech: id }), number }
    const version = { speech: id, number, at: now, by: `${actor.kind}/${actor.id}` }
    return { statement, version, content, actor }
  },
  async save(db, { statement, version, content, actor }) {
    await claimFiles(
      db,
      content.files.map(({ file }) => file),
      { by: actor, owner: `statement/${statement.speech}`, accepts: PAPERS },
    )
    await saveStatement(db, statement)
    await db
      .insertInto('statementVersion')
      .values({ ...version, content: JSON.stringify(content) })
      .execute()
  },
  touches: ({ statement }) => topicsAtWork(statement),
})

/**
 * Opens a deposited text before it is delivered, to prepare its interpretation. That somebody did, and when, is kept
 * and shown to the delegation and the desk.
 */
export const openDeposit = command('statements.open', {
  ...OF_SPEECH,
  input: OfSpeech,
  load: (db, input) => loadStatement(db, input),
  may: (actor, _, { conference }) => interprets(actor, conference),
  decide(found, of, { actor, now, newId }) {
    must(found.speech && found.statement && found.held, 'statements.nothing-to-open')
    if (found.statement.publicAt) return null
    const { number } = found.held
    const opened = { id: newId(), speech: of.speech, number, account: actor.id, at: now }
    return { statement: found.statement, opened }
  },
  async save(db, { opened }) {
    await db.insertInto('statementReading').values(opened).execute()
  },
  touches: ({ statement }) => topicsAtWork(statement),
})
