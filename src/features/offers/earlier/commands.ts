import { speaksFor } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { keepOffer } from '../commands.ts'
import { OfConference, type Offer, OfferId } from '../model.ts'
import { earlierOffers } from './queries.ts'

/**
 * Takes over what a party offered at the last conference, with all that was said of it; each waits to be confirmed, or
 * renewed where its dates have passed. Only the party does: caveats that it told one secretariat go to no other by
 * themselves.
 */
export const takeOver = command('offers.take-over', {
  input: OfConference.extend({ party: PartyCode }),
  conference: ({ conference }) => conference,
  async load(db, { conference, party }) {
    const outline = await outlineById(db, conference)
    return { outline, earlier: outline && (await earlierOffers(db, outline, party)) }
  },
  may: (actor, _, { conference, party }) => speaksFor(actor, conference, party),
  decide({ outline, earlier }, { conference, party }, { actor, now, newId }) {
    must(outline, 'offers.unknown-conference')
    if (!earlier) return null
    const offers = earlier.offers.map(
      ({ id, terms }): Offer => ({
        ...{ id: OfferId.parse(newId()), conference, party, terms, version: 1, by: 'party' },
        ...{ madeAt: now, changedAt: now, confirmedAt: null, withdrawnAt: null, takenFrom: id },
      }),
    )
    return { offers, by: `${actor.kind}/${actor.id}` }
  },
  async save(db, { offers, by }) {
    for (const after of offers) {
      await keepOffer(db, { after, deed: 'take-over', side: 'party', by })
    }
  },
  subject: (_, { party }) => `party/${party}`,
  answer: ({ offers }) => ({ offers: offers.length }),
  touches: (_, { conference, party }) => [
    `offers/at-work/${conference}`,
    `offers/of/${conference}/${party}`,
  ],
})
