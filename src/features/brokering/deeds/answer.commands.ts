import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { must, Refusal } from '../../../kernel/refusal.ts'
import { type Circumstances, command } from '../../../platform/command/command.ts'
import { canMove, isAgreed } from '../life.model.ts'
import { type Answer, type Asked, LONGEST, OfProposal, type Proposal, readsFor } from '../model.ts'
import { agreeing, loadAgreement, saveAgreement } from './agree.commands.ts'
import { type Change, changing, known, type Loaded, ofProposal, outcome } from './keep.commands.ts'

/** Whoever answers says to which wording: what was read, and not what stands there meanwhile. */
const Answering = OfProposal.extend({ party: PartyCode, version: z.int().min(1) })
type Answering = z.infer<typeof Answering>

const Words = z.string().trim().max(LONGEST)

const answers = {
  ...ofProposal,
  /** A party answers for itself, and nobody for it. */
  may: (actor: Actor, { proposal }: Loaded, { party }: Answering) =>
    proposal !== null && readsFor(actor, proposal, party),
}

/** The proposal, where this party may answer it as it is worded. */
function openTo(loaded: Loaded, { party, version }: Answering): { proposal: Proposal; own: Asked } {
  const proposal = known(loaded)
  const own = loaded.asked.find((one) => one.party === party)
  must(canMove(proposal.state, 'answer') && own, 'brokering.not-asked-now')
  if (version !== proposal.version) throw new Refusal('brokering.reworded', 409)
  return { proposal, own }
}

function answered(
  loaded: Loaded,
  input: Answering & { words?: string | null },
  answer: Answer,
  circumstances: Circumstances,
): Asked[] | null {
  const { proposal, own } = openTo(loaded, input)
  const words = input.words || null
  const isSaid = own.answer === answer && own.version === proposal.version && own.words === words
  if (isSaid) return null
  const { actor, now } = circumstances
  const said = {
    ...{ answer, version: proposal.version, words, answeredAt: now },
    answeredBy: `${actor.kind}/${actor.id}`,
  }
  return loaded.asked.map((one) => (one === own ? { ...own, ...said } : one))
}

/** Consents to its own share as it is worded. The last consent makes the joint pledge, in the same transaction. */
export const consent = command('brokering.consent', {
  ...answers,
  input: Answering,
  load: async (db, input) => {
    const loaded = await answers.load(db, input)
    return { ...loaded, agreement: await loadAgreement(db, loaded.proposal) }
  },
  decide(loaded, input, circumstances) {
    const asked = answered(loaded, input, 'consents', circumstances)
    if (!asked) return null
    const proposal = known(loaded)
    const { party } = input
    const change = changing(loaded, proposal, 'consent', circumstances, { asked, party })
    return isAgreed(proposal, asked)
      ? agreeing(change, loaded.agreement, circumstances)
      : { change, agreement: null }
  },
  save: (db, agreed) => saveAgreement(db, agreed),
  subject: ({ change }) => outcome.subject(change),
  answer: ({ change, agreement }) => ({
    ...outcome.answer(change),
    ...(agreement && { pledge: agreement.pledge.after.id }),
  }),
  touches: ({ change, agreement }) => [...outcome.touches(change), ...(agreement?.touches ?? [])],
})

/** Asks for another wording: it goes back to the secretariat, with the words for it. */
export const askChange = command('brokering.ask-change', {
  ...answers,
  ...outcome,
  input: Answering.extend({ words: Words.min(1) }),
  decide(loaded, input, circumstances): Change | null {
    const asked = answered(loaded, input, 'change', circumstances)
    const { party, words } = input
    return (
      asked && changing(loaded, known(loaded), 'ask-change', circumstances, { asked, party, words })
    )
  },
})

/** Takes no part, with or without a reason; the reason is for the secretariat. */
export const decline = command('brokering.decline', {
  ...answers,
  ...outcome,
  input: Answering.extend({ words: Words.nullable().default(null) }),
  decide(loaded, input, circumstances): Change | null {
    const asked = answered(loaded, input, 'declines', circumstances)
    const { party, words } = input
    return (
      asked && changing(loaded, known(loaded), 'decline', circumstances, { asked, party, words })
    )
  },
})
