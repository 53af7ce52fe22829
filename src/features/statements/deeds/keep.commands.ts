import type { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import type { Topic, Writing } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import type { OfSpeech } from '../../floor/model.ts'
import { foldedOf } from '../../floor/queries.ts'
import type { PledgeId } from '../../pledges/model.ts'
import { heldVersions, namedIn, type Statement, statementOf } from '../queries.ts'
import { deliveredIn, speechIn } from '../standing.ts'

export type Of = z.infer<typeof OfSpeech>

/** A statement as a deed finds it, with the list in which it stands. */
export async function loadStatement(db: Writing, { conference, session, speech: id }: Of) {
  const floor = await foldedOf(db, { conference, session })
  const speech = speechIn(floor, id)
  const statement = speech && (await statementOf(db, id))
  return {
    ...{ floor, speech, statement },
    party: speech?.party ?? null,
    delivered: floor && deliveredIn(floor, id),
    held: (speech && (await heldVersions(db, [{ speech: id }])).get(id)) ?? null,
    named: (await namedIn(db, [id])).get(id) ?? [],
    zone: (await outlineById(db, conference))?.zone ?? 'UTC',
  }
}
export type Found = Awaited<ReturnType<typeof loadStatement>>

/** The speech, and its statement while nobody outside knows of it. */
export function mustBeUnderWay({ speech, floor, statement }: Found) {
  must(speech && floor, 'statements.no-such-speech')
  must(!statement?.publicAt, 'statements.public-already')
  must(!statement?.releaseAt, 'statements.goes-out')
  return { speech, floor }
}

/** What has nothing deposited and nothing confirmed yet. */
export const begun = (
  { statement, speech }: Found,
  { conference, session, speech: id }: Of,
): Statement =>
  statement ?? {
    ...{ speech: id, conference, session, party: speech?.party as Statement['party'], number: 0 },
    ...{ releaseAt: null, confirmedAt: null, confirmedBy: null, publicAt: null, delivered: null },
  }

/** Writes a statement in the place of what stood there. */
export async function saveStatement(
  db: Writing,
  { delivered, ...columns }: Statement,
): Promise<void> {
  const row = { ...columns, delivered: delivered && JSON.stringify(delivered) }
  await db
    .insertInto('statement')
    .values(row)
    .onConflict((conflict) => conflict.column('speech').doUpdateSet(row))
    .execute()
}

/** The pages of those who work on a statement: nobody who follows a public page hears of it. */
export const topicsAtWork = ({
  conference,
  party,
}: Pick<Statement, 'conference' | 'party'>): Topic[] => [
  `statements/at-work/${conference}`,
  `statements/at-work/${conference}/${party}`,
]

/** The pages on which everybody reads it. */
export const publicTopics = (
  { conference, party }: Pick<Statement, 'conference' | 'party'>,
  pledges: readonly PledgeId[],
): Topic[] => [
  'statements',
  `statements/${conference}`,
  `statements/of/${party}`,
  ...pledges.map((pledge) => `statements/pledge/${pledge}`),
]

/** What every deed to a statement has in common. */
export const OF_SPEECH = {
  conference: ({ conference }: Of) => conference,
  subject: ({ statement }: { statement: Statement }) => `statement/${statement.speech}`,
  answer: ({ statement }: { statement: Statement }) => ({
    speech: statement.speech,
    number: statement.number,
  }),
}
