import { z } from 'zod'
import { speaksFor } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { type Circumstances, command, type Writing } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { NeedId } from '../../offers/needs/model.ts'
import { needOf } from '../../offers/needs/queries.ts'
import { mustBeRight } from '../../offers/rules.ts'
import { RunId } from '../../partnerships/runs/model.ts'
import { runMadeOf } from '../../partnerships/runs/queries.ts'
import { wordingFrom } from '../from-run.ts'
import { canMove, move } from '../life.model.ts'
import {
  brokers,
  OfConference,
  OfProposal,
  type Proposal,
  ProposalId,
  partiesIn,
  Wording,
} from '../model.ts'
import { namesKnownTo, proposalsFor } from '../queries.ts'
import { faultsIn, settled } from '../rules.ts'
import { askedAnew, changing, isDesk, known, load, ofProposal, outcome } from './keep.commands.ts'

const NOBODY = { proposal: null, asked: [] } as const

/** A proposal that nobody has been asked about. */
const beginning = (
  of: Pick<Proposal, 'conference' | 'wording' | 'run' | 'requirement' | 'suggestedBy'>,
  { now, newId }: Circumstances,
): Proposal => ({
  ...{ ...of, id: ProposalId.parse(newId()), state: 'suggested', version: 1, suggestedAt: now },
  ...{ contactedAt: null, agreedAt: null, endedAt: null, ending: null, pledge: null },
})

/** A pledge is numbered by the year of its conference: without one, no agreement could be kept. */
const mustBePlanned = (outline: Awaited<ReturnType<typeof outlineById>>) => {
  must(outline, 'brokering.unknown-conference')
  must(outline.dates?.first, 'pledges.conference-without-date')
}

/**
 * Suggests a partnership. What the secretariat suggests, it may then put to the parties; what a party suggests, with
 * itself in one of its parts, goes to the secretariat first. Nobody else hears of it.
 */
export const suggest = command('brokering.suggest', {
  input: OfConference.extend({
    /** The party that suggests it; null: the secretariat. */
    party: PartyCode.nullable().default(null),
    wording: Wording,
  }),
  conference: ({ conference }) => conference,
  load: async (db, { conference, wording }) => ({
    outline: await outlineById(db, conference),
    names: await namesKnownTo(db, wording),
  }),
  may: (actor, _, { conference, party }) =>
    party === null ? brokers(actor, conference) : speaksFor(actor, conference, party),
  decide({ outline, names }, { conference, party, wording: written }, circumstances) {
    mustBePlanned(outline)
    const wording = settled(written)
    mustBeRight(faultsIn(wording, names))
    must(party === null || partiesIn(wording).includes(party), 'brokering.not-for-others')
    const of = { conference, wording, run: null, requirement: null, suggestedBy: party }
    return changing(NOBODY, beginning(of, circumstances), 'suggest', circumstances, { party })
  },
  ...outcome,
})

const loadStart = async (
  db: Writing,
  {
    conference,
    run,
    requirement,
  }: { conference: Proposal['conference']; run: RunId; requirement: string },
) => {
  const id = NeedId.safeParse(requirement)
  return {
    outline: await outlineById(db, conference),
    made: await runMadeOf(db, conference, run),
    need: id.success ? await needOf(db, conference, id.data) : null,
    there: await proposalsFor(db, run, requirement),
  }
}

/**
 * Starts the conversation that a calculation proposes for one of its needs: suggests it and asks its parties, in one
 * step. What was only supposed is put to nobody, and what
 * the record holds was promised already: asked for again, it would be counted twice.
 */
export const start = command('brokering.start', {
  input: OfConference.extend({ run: RunId, requirement: z.string().min(1).max(80) }),
  conference: ({ conference }) => conference,
  load: loadStart,
  may: (actor, _, { conference }) => brokers(actor, conference),
  decide({ outline, made, need, there }, { conference, run, requirement }, circumstances) {
    mustBePlanned(outline)
    must(made, 'brokering.unknown-run')
    must(made.change === null, 'brokering.supposed')
    must(made.basis === 'offers', 'brokering.recorded')
    must(!there.some(({ endedAt }) => endedAt === null), 'brokering.there-already')
    const wording = wordingFrom(made, requirement, need)
    must(wording, 'brokering.nothing-proposed')
    const of = { conference, wording, run, requirement, suggestedBy: null }
    return contacted(NOBODY, beginning(of, circumstances), circumstances)
  },
  ...outcome,
})

function contacted(
  loaded: Parameters<typeof changing>[0],
  proposal: Proposal,
  circumstances: Circumstances,
) {
  const { now } = circumstances
  const after = { ...proposal, state: move(proposal.state, 'contact'), contactedAt: now }
  const asked = askedAnew(after, loaded.asked, now)
  return changing(loaded, after, 'contact', circumstances, { asked })
}

/** Puts a proposal to those whom it names: from now on they read it, each its own share. */
export const contact = command('brokering.contact', {
  ...ofProposal,
  input: OfProposal,
  may: isDesk,
  version: ({ proposal }) => `${proposal?.version ?? 0}`,
  decide: (loaded, _, circumstances) => contacted(loaded, known(loaded), circumstances),
  ...outcome,
})

/** Words a proposal anew. Consents to the wording before are void: everybody is asked again. */
export const alter = command('brokering.alter', {
  input: OfProposal.extend({ wording: Wording }),
  conference: ofProposal.conference,
  load: async (db, input) => ({
    ...(await load(db, input)),
    names: await namesKnownTo(db, input.wording),
  }),
  may: isDesk,
  version: ({ proposal }) => `${proposal?.version ?? 0}`,
  decide(loaded, { wording: written }, circumstances) {
    const proposal = known(loaded)
    must(canMove(proposal.state, 'alter'), 'brokering.cannot-move')
    const wording = settled(written)
    mustBeRight(faultsIn(wording, loaded.names))
    if (same(proposal.wording, wording)) return null
    const after = { ...proposal, wording, version: proposal.version + 1 }
    const asked =
      proposal.contactedAt === null
        ? loaded.asked
        : askedAnew(after, loaded.asked, circumstances.now)
    return changing(loaded, after, 'alter', circumstances, { asked })
  },
  ...outcome,
})
