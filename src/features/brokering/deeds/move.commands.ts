import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import { endingsOf, move } from '../life.model.ts'
import { brokers, Ending, LONGEST, OfProposal, partiesIn, readsFor } from '../model.ts'
import { changing, isDesk, known, ofProposal, outcome } from './keep.commands.ts'

/** Says that what was agreed has begun: the secretariat, or one of its parties. */
export const begin = command('brokering.begin', {
  ...ofProposal,
  input: OfProposal.extend({
    /** The party that says so; null: the secretariat. */
    party: PartyCode.nullable().default(null),
  }),
  may: (actor, { proposal }, { conference, party }) =>
    party === null
      ? brokers(actor, conference)
      : proposal !== null && readsFor(actor, proposal, party),
  decide(loaded, { party }, circumstances) {
    const proposal = known(loaded)
    if (proposal.state === 'running') return null
    must(party === null || partiesIn(proposal.wording).includes(party), 'brokering.not-for-others')
    const after = { ...proposal, state: move(proposal.state, 'begin') }
    return changing(loaded, after, 'begin', circumstances, { party })
  },
  ...outcome,
})

/** Ends it, with the reason: by no agreement, withdrawn, done, or broken off. */
export const end = command('brokering.end', {
  ...ofProposal,
  input: OfProposal.extend({
    ending: Ending,
    words: z.string().trim().max(LONGEST).nullable().default(null),
  }),
  may: isDesk,
  decide(loaded, { ending, words }, circumstances) {
    const proposal = known(loaded)
    if (proposal.state === 'ended' && proposal.ending === ending) return null
    const state = move(proposal.state, 'end')
    must(endingsOf(proposal.state).includes(ending), 'brokering.ends-otherwise')
    const after = { ...proposal, state, ending, endedAt: circumstances.now }
    return changing(loaded, after, 'end', circumstances, { words })
  },
  ...outcome,
})
