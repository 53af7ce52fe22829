import type { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command, type Topic, type Writing } from '../../../platform/command/command.ts'
import { type Replacement, replacing } from '../../../platform/command/replacing.ts'
import { giversAmong, unknownAmong } from '../known.queries.ts'
import { mayRecord, mustBeSound, Observation } from './model.ts'
import { observationOf } from './queries.ts'

interface Recording extends Replacement<Observation> {
  version: number
  /** Every party of which, or by which, something is said. */
  concerned: readonly PartyCode[]
}

/** Records what somebody says; recorded anew, it keeps what it said before as a version. */
export const recordObservation = command('followup.record-observation', {
  input: Observation,
  conference: ({ conference }) => conference,
  async load(db, { id, conference, pledges, parties, by }) {
    const before = await observationOf(db, id)
    return {
      before,
      givers: await giversAmong(db, [...pledges, ...(before?.observation.pledges ?? [])]),
      unknown: await unknownAmong(db, {
        conferences: conference ? [conference] : [],
        parties: [...parties, ...by],
        pledges,
      }),
    }
  },
  may: (actor, { before }, { conference }) =>
    mayRecord(actor, conference) &&
    (before === null || mayRecord(actor, before.observation.conference)),
  decide({ before, givers, unknown }, observation, circumstances): Recording | null {
    mustBeSound(observation)
    must(unknown.conferences.length === 0, 'followup.unknown-conference')
    must(unknown.parties.length === 0, 'followup.unknown-party', {
      codes: unknown.parties.join(' '),
    })
    must(unknown.pledges.length === 0, 'followup.unknown-pledge', {
      codes: unknown.pledges.join(' '),
    })
    const replacement = replacing(before?.observation ?? null, observation, circumstances)
    const concerned = [...new Set([...givers, ...observation.parties, ...observation.by])]
    return replacement && { ...replacement, version: (before?.version ?? 0) + 1, concerned }
  },
  save,
  subject: (_, { id }) => `observation/${id}`,
  answer: ({ version }) => ({ version }),
  touches: ({ fact, before, concerned }) => [
    ...new Set([fact, ...(before ? [before] : [])].flatMap((one) => topicsOf(one, concerned))),
  ],
})

/** Everything that shows a statement. */
const topicsOf = (
  { pledges, parties, by, conference }: Observation,
  concerned: readonly PartyCode[],
): Topic[] => [
  'followup',
  ...pledges.map((id) => `followup/${id}`),
  ...(conference ? [`followup/of/${conference}`] : []),
  ...[...concerned, ...parties, ...by].map((party) => `followup/of/${party}`),
]

async function save(db: Writing, { fact, before, at, by, version }: Recording): Promise<void> {
  if (before) {
    await db
      .insertInto('observationVersion')
      .values({
        observation: fact.id,
        version: version - 1,
        replacedAt: at,
        replacedBy: by,
        content: JSON.stringify(before),
      })
      .execute()
  }
  const { id, conference, pledges, parties, on, audience } = fact
  const row = {
    conference,
    pledges,
    parties,
    by: fact.by,
    on,
    audience,
    content: JSON.stringify(fact),
    version,
  }
  await db
    .insertInto('observation')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}
