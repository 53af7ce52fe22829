import { z } from 'zod'
import { Language } from '../../../kernel/language.ts'
import { must } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import { command, type Errand, type Writing } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { OfSpeech } from '../../floor/model.ts'
import {
  announcing,
  type Changes,
  loadSeveral,
  releaseAfter,
  releasing,
  saveSeveral,
  takingBack,
} from '../../pledges/desk/announce.commands.ts'
import { awaitSpeech, letGo } from '../../pledges/desk/awaited.commands.ts'
import { nameOf, touched } from '../../pledges/keeping/save.commands.ts'
import type { PledgeId } from '../../pledges/model.ts'
import { answersFor, mustBeComplete, type Outcome, Said } from '../model.ts'
import type { Statement } from '../queries.ts'
import {
  type Found,
  loadStatement,
  mustBeUnderWay,
  OF_SPEECH,
  type Of,
  saveStatement,
  topicsAtWork,
} from './keep.commands.ts'

/** A statement with the pledges that are announced in it. */
export async function loadWithPledges(db: Writing, of: Of) {
  const found = await loadStatement(db, of)
  const pledges = found.named.map(({ pledge }) => pledge)
  return { found, several: await loadSeveral(db, { pledges }) }
}
type Loaded = Awaited<ReturnType<typeof loadWithPledges>>

/** What became of each pledge, and what that makes of the pledges themselves. */
interface Confirmed {
  statement: Statement
  outcomes: readonly { pledge: PledgeId; outcome: Outcome | null; words: Text | null }[]
  changes: readonly Changes[]
}

/** What was deposited, and which pledges are in it: whoever confirms has seen these. */
export const seenOf = ({ held, named }: Pick<Found, 'held' | 'named'>): string =>
  versionOf([held?.number ?? 0, named.map(({ pledge }) => pledge)])

async function saveOutcomes(db: Writing, { statement, outcomes, changes }: Confirmed) {
  await saveStatement(db, statement)
  for (const { pledge, outcome, words } of outcomes) {
    await db
      .updateTable('statementPledge')
      .set({ outcome, words: words && JSON.stringify(words) })
      .where('speech', '=', statement.speech)
      .where('pledge', '=', pledge)
      .execute()
  }
  for (const change of changes) await saveSeveral(db, change)
}

const recordsIn = (changes: readonly Changes[]) => changes.flatMap(({ all }) => all)

const topicsOf = ({ statement, outcomes, changes }: Confirmed) => [
  ...topicsAtWork(statement),
  ...outcomes.map(({ pledge }) => `pledges/at-work/${pledge}`),
  ...touched(...recordsIn(changes).flatMap(({ before, record }) => [before, record])),
]

/** The errand that makes a statement public when its minute is over. */
export const goingOut = ({ conference, session, speech, releaseAt }: Statement): Errand[] =>
  releaseAt
    ? [
        {
          job: 'statements.release',
          data: { conference, session, speech, at: releaseAt.toString() },
          after: releaseAt,
        },
      ]
    : []

const inTongue = (language: Language, value: string): Text => ({
  original: language,
  in: { [language]: { value, status: 'unofficial' } },
})

/**
 * Says, once the speaker has left the floor, what became of each pledge of the speech. For a minute it can be undone;
 * then the statement is public with what was announced in it, what was altered is back with its author, and what was
 * not announced stays under embargo.
 */
export const confirmStatement = command('statements.confirm', {
  ...OF_SPEECH,
  input: OfSpeech.extend({
    pledges: z.array(Said).max(50).default([]),
    /** In which it was said otherwise. */
    language: Language.default('en'),
  }),
  load: (db, input) => loadWithPledges(db, input),
  may: (actor, { found }, { conference }) => answersFor(actor, conference, found.party),
  version: ({ found }) => seenOf(found),
  decide({ found, several }, input, circumstances): Confirmed {
    mustBeUnderWay(found)
    must(found.delivered, 'statements.not-delivered')
    must(found.statement, 'statements.nothing-to-confirm')
    mustBeComplete(
      found.named.map(({ pledge }) => pledge),
      input.pledges,
    )
    const { conference, language } = input
    const recordsOf = (isWanted: (outcome: Outcome) => boolean) =>
      several.records.filter(({ id }) =>
        input.pledges.some(({ pledge, outcome }) => pledge === id && isWanted(outcome)),
      )
    const announced = recordsOf((outcome) => outcome === 'announced')
    const held = recordsOf((outcome) => outcome !== 'announced').filter(
      ({ state, releaseAt }) => state === 'accepted' && releaseAt !== null,
    )
    return {
      statement: {
        ...found.statement,
        releaseAt: releaseAfter(circumstances.now),
        confirmedAt: circumstances.now,
        confirmedBy: nameOf(circumstances),
      },
      outcomes: input.pledges.map(({ pledge, outcome, words }) => ({
        ...{ pledge, outcome },
        words: outcome === 'altered' && words !== null ? inTongue(language, words) : null,
      })),
      changes: [
        announcing(several, { conference, records: announced }, circumstances),
        held.length > 0 ? takingBack(several, { conference, records: held }, circumstances) : null,
      ].flatMap((change) => change ?? []),
    }
  },
  async save(db, confirmed) {
    await saveOutcomes(db, confirmed)
    await letGo(db, confirmed.statement.speech)
  },
  touches: (confirmed) => topicsOf(confirmed),
  errands: ({ statement, changes }) => [
    ...goingOut(statement),
    ...releasing(recordsIn(changes).map(({ record }) => record)),
  ],
})

/** A confirmation that is taken back: everything waits for somebody’s word again. */
export function takenBack(
  { found, several }: Loaded,
  statement: Statement,
  circumstances: Parameters<typeof takingBack>[2],
): Confirmed {
  const announced = found.named.filter(({ outcome }) => outcome === 'announced')
  const records = several.records.filter(
    ({ id, state, releaseAt }) =>
      state === 'accepted' && releaseAt && announced.some(({ pledge }) => pledge === id),
  )
  const { conference } = statement
  return {
    statement: { ...statement, releaseAt: null, confirmedAt: null, confirmedBy: null },
    outcomes: found.named.map(({ pledge }) => ({ pledge, outcome: null, words: null })),
    changes:
      records.length > 0 ? [takingBack(several, { conference, records }, circumstances)] : [],
  }
}

/** Writes it; what it changes for those who look on. */
export async function saveTakenBack(db: Writing, confirmed: Confirmed): Promise<string[]> {
  await saveOutcomes(db, confirmed)
  await awaitSpeech(
    db,
    confirmed.statement.speech,
    confirmed.outcomes.map(({ pledge }) => pledge),
  )
  return topicsOf(confirmed)
}

/** Takes back what was confirmed, before anybody outside has heard of it. */
export const undoConfirmation = command('statements.undo', {
  ...OF_SPEECH,
  input: OfSpeech,
  load: (db, input) => loadWithPledges(db, input),
  may: (actor, { found }, { conference }) => answersFor(actor, conference, found.party),
  decide(loaded, _, circumstances): Confirmed {
    const { statement } = loaded.found
    must(!statement?.publicAt, 'statements.public-already')
    must(statement?.releaseAt, 'statements.nothing-to-undo')
    const left = Temporal.Instant.compare(circumstances.now, statement.releaseAt)
    must(left === -1, 'statements.public-already')
    return takenBack(loaded, statement, circumstances)
  },
  async save(db, confirmed) {
    await saveTakenBack(db, confirmed)
  },
  touches: (confirmed) => topicsOf(confirmed),
})
