import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { OfSpeech } from '../../floor/model.ts'
import { awaitSpeech, letGo } from '../../pledges/desk/awaited.commands.ts'
import { UNDO_WITHIN } from '../../pledges/desk/model.ts'
import { awaitedAmong } from '../../pledges/desk/queries.ts'
import { PledgeId } from '../../pledges/model.ts'
import { type PledgeRecord, recordsOf } from '../../pledges/queries.ts'
import { answersFor } from '../model.ts'
import { isNameable } from '../nameable.ts'
import {
  begun,
  loadStatement,
  mustBeUnderWay,
  OF_SPEECH,
  type Of,
  saveStatement,
  topicsAtWork,
} from './keep.commands.ts'

const MOST = 50

async function loadNaming(db: Writing, input: Of & { pledges: readonly PledgeId[] }) {
  const { pledges } = input
  return {
    ...(await loadStatement(db, input)),
    records: await recordsOf(db, pledges),
    awaited: await awaitedAmong(db, pledges),
  }
}

/** Whoever is told that a pledge is public in a moment can no longer make it wait. */
function mustNotGoOut({ id, releaseAt }: PledgeRecord, now: Temporal.Instant): void {
  const goesOut = releaseAt && Temporal.Instant.compare(now.add(UNDO_WITHIN), releaseAt) >= 0
  must(!goesOut, 'statements.pledge-goes-out', { codes: id })
}

/**
 * Says which pledges are announced in a statement. From then on each waits for the word of whoever heard it: no hour
 * ends its embargo, and nobody else announces it.
 */
export const namePledges = command('statements.name-pledges', {
  ...OF_SPEECH,
  input: OfSpeech.extend({
    pledges: z
      .array(PledgeId)
      .max(MOST)
      .transform((ids) => [...new Set(ids)].sort()),
  }),
  load: (db, input) => loadNaming(db, input),
  may: (actor, { party }, { conference }) => answersFor(actor, conference, party),
  version: ({ named }) => named.map(({ pledge }) => pledge).join(' '),
  decide(found, { pledges, ...of }, { now }) {
    const { speech } = mustBeUnderWay(found)
    const before = found.named.map(({ pledge }) => pledge)
    for (const pledge of pledges.filter((one) => !before.includes(one))) {
      const record = found.records.find(({ id }) => id === pledge)
      const may = record && isNameable(record, { ...of, party: speech.party })
      must(may, 'statements.unknown-pledge', { codes: pledge })
      const elsewhere = found.awaited.get(pledge) ?? of.speech
      must(elsewhere === of.speech, 'statements.pledge-elsewhere', { codes: pledge })
      mustNotGoOut(record, now)
    }
    if (same(before, pledges)) return null
    return { statement: begun(found, of), pledges, before }
  },
  async save(db, { statement, pledges }) {
    const { speech } = statement
    await saveStatement(db, statement)
    await db.deleteFrom('statementPledge').where('speech', '=', speech).execute()
    await letGo(db, speech)
    if (pledges.length === 0) return
    await db
      .insertInto('statementPledge')
      .values(pledges.map((pledge) => ({ speech, pledge, outcome: null, words: null })))
      .execute()
    await awaitSpeech(db, speech, pledges)
  },
  touches: ({ statement, pledges, before }) => [
    ...topicsAtWork(statement),
    ...[...pledges, ...before].map((pledge) => `pledges/at-work/${pledge}`),
  ],
})
