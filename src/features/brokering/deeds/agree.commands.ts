import { must } from '../../../kernel/refusal.ts'
import type { Circumstances, Topic, Writing } from '../../../platform/command/command.ts'
import { capabilityNamesOf } from '../../capabilities/queries.ts'
import { NeedId } from '../../offers/needs/model.ts'
import { needOf } from '../../offers/needs/queries.ts'
import { keepPairs, pairsOf } from '../../offers/together/keep.commands.ts'
import type { WorkingPair } from '../../offers/together/queries.ts'
import { agreedPledge, nextJointPledge, saveAgreed } from '../../pledges/keeping/agreed.commands.ts'
import type { Change as PledgeChange } from '../../pledges/keeping/deeds.commands.ts'
import { touched } from '../../pledges/keeping/save.commands.ts'
import { termsOf } from '../agreed/terms.ts'
import { move } from '../life.model.ts'
import { type Proposal, partiesIn } from '../model.ts'
import { type Change, save } from './keep.commands.ts'

/** What an agreement must know besides the proposal. */
export async function loadAgreement(db: Writing, proposal: Proposal | null) {
  if (!proposal) return null
  const { conference, wording, requirement } = proposal
  const id = NeedId.safeParse(requirement)
  const need = id.success ? await needOf(db, conference, id.data) : null
  return {
    pledge: await nextJointPledge(db, conference),
    names: (await capabilityNamesOf(db)).get(wording.capability),
    requirement: need?.terms.requirement ?? null,
    pairs: await pairsOf(db, partiesIn(wording)),
  }
}

/** What comes of an agreement: the joint pledge, and who works together from now on. */
export interface Agreement {
  pledge: PledgeChange
  pairs: readonly WorkingPair[]
  /** The proposal as it is agreed, after the consent that was the last. */
  change: Change
  touches: readonly Topic[]
}

export interface Agreed {
  change: Change
  agreement: Agreement | null
}

/** All have consented: the proposal is agreed, and what it says is pledged. */
export function agreeing(
  last: Change,
  loaded: Awaited<ReturnType<typeof loadAgreement>>,
  circumstances: Circumstances,
): Agreed {
  const proposal = last.after
  must(loaded?.names, 'brokering.unknown-capability')
  must(loaded.pledge, 'pledges.conference-without-date')
  const { names, requirement } = loaded
  const terms = termsOf(proposal, { names, requirement })
  const pledge = agreedPledge(loaded.pledge, terms, circumstances)
  const { now: at } = circumstances
  const agreed = { state: move(proposal.state, 'agree'), agreedAt: at, pledge: pledge.after.id }
  const asked = { before: last.asked.after, after: last.asked.after }
  const after = { ...proposal, ...agreed }
  const change: Change = { ...last, before: proposal, after, asked, deed: 'agree', party: null }
  const { id, conference } = proposal
  return {
    change: last,
    agreement: {
      ...{ pledge, change, touches: touched(null, pledge.after) },
      pairs: loaded.pairs.map((pair) => ({ ...pair, proposal: id, conference, at })),
    },
  }
}

export async function saveAgreement(db: Writing, { change, agreement }: Agreed): Promise<void> {
  await save(db, change)
  if (!agreement) return
  await saveAgreed(db, agreement.pledge)
  await save(db, agreement.change)
  await keepPairs(db, agreement.pairs)
}
