import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { awaitedIn, waitsForDesk } from '../brokering/life.model.ts'
import { type Proposal, type ProposalId, readersOf } from '../brokering/model.ts'
import {
  askedOf,
  askedOfEach,
  deedsOf,
  notesOn,
  proposalOf,
  proposalsAt,
} from '../brokering/queries.ts'
import { isPublic } from '../pledges/life.model.ts'
import type { PledgeId } from '../pledges/model.ts'
import { recordOf } from '../pledges/queries.ts'
import { deedsFor, type Line, type One, type Pledged } from './facts.ts'

async function linesOf(db: Reading, proposals: readonly Proposal[]): Promise<Line[]> {
  const asked = await askedOfEach(
    db,
    proposals.map(({ id }) => id),
  )
  return proposals.map((proposal) => ({ proposal, asked: asked.get(proposal.id) ?? [] }))
}

/** Every proposal of a conference, with whom it asks. */
export const linesAt = async (db: Reading, conference: ConferenceId): Promise<Line[]> =>
  linesOf(db, await proposalsAt(db, conference))

/** Those that a party may know of. */
export const linesFor = async (
  db: Reading,
  conference: ConferenceId,
  party: PartyCode,
): Promise<Line[]> =>
  linesOf(
    db,
    (await proposalsAt(db, conference)).filter((one) => readersOf(one).includes(party)),
  )

/** How many wait for the secretariat. */
export const countForDesk = async (db: Reading, conference: ConferenceId): Promise<number> =>
  (await linesAt(db, conference)).filter(({ proposal, asked }) => waitsForDesk(proposal, asked))
    .length

/** How many wait for the answer of a party. */
export const countFor = async (
  db: Reading,
  conference: ConferenceId,
  party: PartyCode,
): Promise<number> =>
  (await linesFor(db, conference, party)).filter(({ proposal, asked }) =>
    awaitedIn(proposal, asked).includes(party),
  ).length

async function pledgedBy(db: Reading, id: PledgeId | null): Promise<Pledged | null> {
  const record = id === null ? null : await recordOf(db, id)
  return record && { id: record.id, isPublic: isPublic(record) }
}

/** A proposal with everything, for the secretariat; null where there is none. */
export async function oneAt(
  db: Reading,
  conference: ConferenceId,
  id: ProposalId,
): Promise<One | null> {
  const proposal = await proposalOf(db, conference, id)
  return (
    proposal && {
      proposal,
      asked: await askedOf(db, id),
      deeds: await deedsOf(db, id),
      notes: await notesOn(db, id),
      pledged: await pledgedBy(db, proposal.pledge),
    }
  )
}

/** The same as a party may read it; null also where it may not know that there is one. */
export async function oneFor(
  db: Reading,
  {
    conference,
    party,
    proposal: id,
  }: { conference: ConferenceId; party: PartyCode; proposal: ProposalId },
): Promise<(One & { everyDeed: One['deeds'] }) | null> {
  const one = await oneAt(db, conference, id)
  if (!one || !readersOf(one.proposal).includes(party)) return null
  return {
    ...one,
    notes: one.notes.filter(({ aloneWith }) => aloneWith === null || aloneWith === party),
    deeds: deedsFor(party, one.deeds, one.proposal),
    everyDeed: one.deeds,
  }
}
