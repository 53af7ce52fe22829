import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type Circumstances, command, type Writing } from '../../../platform/command/command.ts'
import { OfSpeech } from '../../floor/model.ts'
import type { Floor } from '../../floor/queue/floor.ts'
import { givenBack, saveGivenBack, tellsAuthor } from '../../pledges/desk/review.commands.ts'
import { load as loadPledge } from '../../pledges/keeping/deeds.commands.ts'
import { touched } from '../../pledges/keeping/save.commands.ts'
import { canMove } from '../../pledges/life.model.ts'
import { statementsAt } from '../queries.ts'
import { deliveredIn } from '../standing.ts'
import { loadWithPledges, saveTakenBack, takenBack } from './confirm.commands.ts'
import {
  loadStatement,
  OF_SPEECH,
  type Of,
  publicTopics,
  saveStatement,
  topicsAtWork,
} from './keep.commands.ts'

/** The programme itself, when the minute is over. */
export const RELEASE: Actor = { kind: 'system', id: 'statements', grants: [] }

async function loadRelease(db: Writing, of: Of) {
  const found = await loadStatement(db, of)
  const altered = found.named.filter(({ outcome }) => outcome === 'altered')
  return {
    found,
    altered: await Promise.all(
      altered.map(async ({ pledge, words }) => ({
        words,
        loaded: await loadPledge(db, { pledge }),
      })),
    ),
  }
}

/** Makes public what was confirmed, unless it was undone meanwhile, and gives back what was altered. */
export const releaseStatement = command('statements.release', {
  ...OF_SPEECH,
  input: OfSpeech.extend({ at: z.iso.datetime() }),
  load: (db, { at: _, ...of }) => loadRelease(db, of),
  may: (actor) => actor.kind === RELEASE.kind && actor.id === RELEASE.id,
  decide({ found, altered }, { at }, circumstances) {
    const due = Temporal.Instant.from(at)
    if (Temporal.Instant.compare(circumstances.now, due) < 0) {
      throw new Refusal('statements.not-due')
    }
    const { statement, delivered, named } = found
    if (!statement?.releaseAt?.equals(due) || statement.publicAt || !delivered) return null
    return {
      statement: { ...statement, publicAt: due, delivered },
      announced: named.flatMap((one) => (one.outcome === 'announced' ? [one.pledge] : [])),
      back: altered.flatMap(({ words, loaded }) =>
        words && loaded.record && canMove(loaded.record.state, 'return')
          ? [givenBack(loaded, loaded.record, words, circumstances)]
          : [],
      ),
    }
  },
  async save(db, { statement, back }) {
    await saveStatement(db, statement)
    for (const change of back) await saveGivenBack(db, change)
  },
  touches: ({ statement, announced, back }) => [
    ...topicsAtWork(statement),
    ...publicTopics(statement, announced),
    ...touched(...back.flatMap(({ before, after }) => [before, after])),
  ],
  errands: ({ back }) => back.map(tellsAuthor),
})

/**
 * Where the desk takes back that somebody spoke, what was confirmed of it is taken back too, as long as nobody outside
 * has heard of it.
 */
export async function takeBackWithFloor(
  db: Writing,
  of: Omit<Of, 'speech'>,
  floor: Floor,
  circumstances: Circumstances,
): Promise<string[]> {
  const topics: string[] = []
  for (const statement of await statementsAt(db, of.conference)) {
    const { session, releaseAt, publicAt, speech } = statement
    const goesOut = releaseAt && Temporal.Instant.compare(circumstances.now, releaseAt) < 0
    if (session !== of.session || !goesOut || publicAt || deliveredIn(floor, speech)) continue
    const loaded = await loadWithPledges(db, { ...of, speech })
    topics.push(...(await saveTakenBack(db, takenBack(loaded, statement, circumstances))))
  }
  return topics
}
