import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import { brokers, LONGEST, OfProposal, readersOf, readsFor } from '../model.ts'
import type { Note } from '../queries.ts'
import { known, ofProposal, topicsOf } from './keep.commands.ts'

/**
 * Says something on a proposal to all whom it names, or between one party and the secretariat alone. What was said
 * stays said; nobody takes it back from those who have read it.
 */
export const note = command('brokering.note', {
  ...ofProposal,
  input: OfProposal.extend({
    /** Whose note it is; null: the secretariat's. */
    party: PartyCode.nullable().default(null),
    /** The party that alone reads it with the secretariat; null: all whom the proposal names. */
    aloneWith: PartyCode.nullable().default(null),
    words: z.string().trim().min(1).max(LONGEST),
  }),
  may: (actor, { proposal }, { conference, party }) =>
    party === null
      ? brokers(actor, conference)
      : proposal !== null && readsFor(actor, proposal, party),
  decide(loaded, { party, aloneWith, words }, { actor, now, newId }) {
    const proposal = known(loaded)
    const readers = readersOf(proposal)
    must(aloneWith === null || readers.includes(aloneWith), 'brokering.reads-it-not')
    must(party === null || aloneWith === null || aloneWith === party, 'brokering.reads-it-not')
    must(aloneWith !== null || proposal.contactedAt !== null, 'brokering.nobody-reads')
    const said: Note = { id: newId(), at: now, party, aloneWith, words }
    return { proposal, said, by: `${actor.kind}/${actor.id}` }
  },
  async save(db, { proposal, said, by }) {
    await db
      .insertInto('proposalNote')
      .values({ ...said, by, proposal: proposal.id })
      .execute()
  },
  subject: ({ proposal }) => `partnership-proposal/${proposal.id}`,
  answer: ({ proposal }) => ({ proposal: proposal.id }),
  touches: ({ proposal }) => topicsOf({ before: null, after: proposal }),
})
