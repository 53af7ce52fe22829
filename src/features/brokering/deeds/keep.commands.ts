import type { z } from 'zod'
import type { PartyCode } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Circumstances, Topic, Writing } from '../../../platform/command/command.ts'
import {
  type Asked,
  brokers,
  type Deed,
  type OfProposal,
  type Proposal,
  partiesIn,
  readersOf,
} from '../model.ts'
import { askedOf, proposalOf } from '../queries.ts'

/** A proposal as a deed finds it. */
export interface Loaded {
  proposal: Proposal | null
  asked: readonly Asked[]
}

export async function load(
  db: Writing,
  { conference, proposal: id }: z.infer<typeof OfProposal>,
): Promise<Loaded> {
  const proposal = await proposalOf(db, conference, id)
  return { proposal, asked: proposal ? await askedOf(db, proposal.id) : [] }
}

/** The proposal, where it is there. Whoever may not know of it is not let so far. */
export function known({ proposal }: Pick<Loaded, 'proposal'>): Proposal {
  if (!proposal) throw new Refusal('brokering.unknown-proposal', 409)
  return proposal
}

/** A proposal as it stands from now on, what was done to it, and what became of whom it asks. */
export interface Change {
  before: Proposal | null
  after: Proposal
  asked: { before: readonly Asked[]; after: readonly Asked[] }
  deed: Deed
  at: Temporal.Instant
  by: string
  party: PartyCode | null
  words: string | null
}

interface News {
  asked?: readonly Asked[]
  party?: PartyCode | null
  words?: string | null
}

/** A change of a proposal, done now by whoever does it. */
export const changing = (
  { proposal: before, asked }: Loaded,
  after: Proposal,
  deed: Deed,
  { actor, now }: Pick<Circumstances, 'actor' | 'now'>,
  { asked: news = asked, party = null, words = null }: News = {},
): Change => ({
  ...{ before, after, deed, party, words: words || null },
  asked: { before: asked, after: news },
  ...{ at: now, by: `${actor.kind}/${actor.id}` },
})

/** Everybody whom a proposal names is asked, now and of this wording; what was said before stays said. */
export const askedAnew = (
  proposal: Proposal,
  before: readonly Asked[],
  now: Temporal.Instant,
): Asked[] =>
  partiesIn(proposal.wording).map((party) => ({
    ...(before.find((one) => one.party === party) ?? UNANSWERED),
    ...{ party, askedAt: now, remindedAt: null },
  }))

const UNANSWERED = {
  ...{ answer: null, version: null, words: null, answeredAt: null, answeredBy: null },
} as const

export async function save(db: Writing, change: Change): Promise<void> {
  const { before, after, deed, at, by, party, words } = change
  const wording = JSON.stringify(after.wording)
  const { id, ...columns } = { ...after, wording }
  await db
    .insertInto('proposal')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  await saveAsked(db, change)
  const isReworded = before?.version !== after.version
  const { last } = await db
    .selectFrom('proposalDeed')
    .select((of) => of.fn.coalesce(of.fn.max('position'), of.lit(0)).as('last'))
    .where('proposal', '=', id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('proposalDeed')
    .values({
      ...{ proposal: id, position: Number(last) + 1, deed, at, by, party, words },
      ...{ version: after.version, wording: isReworded ? wording : null },
    })
    .execute()
}

async function saveAsked(db: Writing, { after: { id }, asked }: Change): Promise<void> {
  const changed = asked.after.filter((one) => !asked.before.includes(one))
  for (const { party, ...columns } of changed) {
    await db
      .insertInto('proposalParty')
      .values({ proposal: id, party, ...columns })
      .onConflict((conflict) => conflict.columns(['proposal', 'party']).doUpdateSet(columns))
      .execute()
  }
}

/** Who may know of it, before or after, is told that something changed; nobody else is even told that there is one. */
export const topicsOf = ({ before, after }: Pick<Change, 'before' | 'after'>): Topic[] => {
  const { conference } = after
  const readers = new Set([...(before ? readersOf(before) : []), ...readersOf(after)])
  return [
    `brokering/at-work/${conference}`,
    ...[...readers].map((party) => `brokering/of/${conference}/${party}`),
  ]
}

/** How a command on one proposal begins and ends. */
export const ofProposal = {
  conference: ({ conference }: z.infer<typeof OfProposal>) => conference,
  load: (db: Writing, input: z.infer<typeof OfProposal>) => load(db, input),
}
export const outcome = {
  save,
  subject: ({ after }: Change) => `partnership-proposal/${after.id}`,
  answer: ({ after }: Change): Record<string, unknown> => ({
    ...{ proposal: after.id, state: after.state, version: after.version },
  }),
  touches: topicsOf,
}
export const isDesk = (
  actor: Circumstances['actor'],
  _: unknown,
  { conference }: z.infer<typeof OfProposal>,
): boolean => brokers(actor, conference)
