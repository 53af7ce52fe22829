import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { wordingFrom } from '../brokering/from-run.ts'
import { type Proposal, readersOf } from '../brokering/model.ts'
import { askedOfEach, proposalOfPledge, proposalsFor } from '../brokering/queries.ts'
import { NeedId } from '../offers/needs/model.ts'
import { needOf } from '../offers/needs/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import type { RunId } from '../partnerships/runs/model.ts'
import { runMadeOf } from '../partnerships/runs/queries.ts'
import type { PledgeId } from '../pledges/model.ts'
import { recordOf } from '../pledges/queries.ts'
import type { Line, Own, Standing } from './facts.ts'

/** What would be put to whom of one need of a calculation, and what was; null where there is no such calculation. */
export async function startFacts(
  db: Reading,
  of: { conference: ConferenceId; run: RunId; requirement: string },
) {
  const run = await runMadeOf(db, of.conference, of.run)
  if (!run) return null
  const id = NeedId.safeParse(of.requirement)
  const need = id.success ? await needOf(db, of.conference, id.data) : null
  return {
    wording: wordingFrom(run, of.requirement, need),
    why:
      run.change !== null
        ? ('supposed' as const)
        : run.basis === 'record'
          ? ('recorded' as const)
          : null,
    there: await thereOf(db, of),
  }
}

/** The conversations on a need that there are or were, the newest first, with whom each asks. */
async function thereOf(
  db: Reading,
  { run, requirement }: { run: RunId; requirement: string },
): Promise<Line[]> {
  const proposals = await proposalsFor(db, run, requirement)
  const asked = await askedOfEach(
    db,
    proposals.map(({ id }) => id),
  )
  return proposals.map((proposal) => ({ proposal, asked: asked.get(proposal.id) ?? [] }))
}

/** Who stands in which part of the triangular partnership that gave a pledge, as far as the pledge still names them. */
export async function triangleOf(db: Reading, pledge: PledgeId) {
  const proposal = await proposalOfPledge(db, pledge)
  const record = proposal?.wording.form === 'triangular' ? await recordOf(db, pledge) : null
  if (!proposal || !record) return null
  const standings = standingsIn(proposal, new Set(record.terms.shares.map(({ party }) => party)))
  return {
    standings,
    parties: await partiesOf(
      db,
      standings.map(({ party }) => party),
    ),
  }
}

function standingsIn({ wording }: Proposal, named: ReadonlySet<PartyCode>): Standing[] {
  const parts = new Map(
    wording.shares.flatMap(({ party, part }) =>
      part !== null && named.has(party) ? [[party, part] as const] : [],
    ),
  )
  return [...parts].map(([party, part]) => ({ party, part }))
}

/** The proposal from which a pledge came, as whoever works on the pledge may know of it. */
export async function originOf(
  db: Reading,
  { conference, pledge, party }: { conference: string; pledge: PledgeId; party: PartyCode | null },
): Promise<Pick<Proposal, 'id' | 'wording'> | null> {
  const proposal = await proposalOfPledge(db, pledge)
  if (!proposal || proposal.conference !== conference) return null
  return party === null || readersOf(proposal).includes(party) ? proposal : null
}

/** The public pledges of a party that came of triangular partnerships, and in which part it stands in each. */
export async function trianglesOf(db: Reading, party: PartyCode): Promise<Own[]> {
  const rows = await db
    .selectFrom('proposal')
    .innerJoin('pledge', 'pledge.id', 'proposal.pledge')
    .select(['proposal.wording', 'pledge.id', 'pledge.terms'])
    .where('pledge.listed', '=', true)
    .where('pledge.facets', '@>', (from) => from.val([`party:${party}`]))
    .orderBy('pledge.id')
    .execute()
  return rows.flatMap(({ wording, id, terms }) => {
    const part = wording.shares.find((share) => share.party === party)?.part ?? null
    return wording.form === 'triangular' && part !== null ? [{ id, title: terms.title, part }] : []
  })
}
