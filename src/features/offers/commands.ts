import type { z } from 'zod'
import { PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { Day } from '../../kernel/time.ts'
import {
  type Circumstances,
  command,
  type Topic,
  type Writing,
} from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { partyOf } from '../parties/queries.ts'
import { isSecretariat } from '../pledges/life.model.ts'
import {
  type Deed,
  OfConference,
  type Offer,
  OfferId,
  OfOffer,
  offersFor,
  type Side,
  sideOf,
  Terms,
} from './model.ts'
import { offerOf, unknownIn } from './queries.ts'
import { faultsIn, mustBeRight, settled } from './rules.ts'
import { type Shown, shownOn, standingOn } from './shown.ts'

type Found = Offer | null

/** An offer as it stands from now on, what was done to it, and what others read of it before and after. */
export interface Change {
  after: Offer
  deed: Deed
  side: Side
  by: string
  shown: { before: Shown | null; after: Shown | null }
}

const dayOf = ({ now }: Pick<Circumstances, 'now'>) =>
  now.toZonedDateTimeISO('UTC').toPlainDate().toString()

/** Whoever reads only what is shown is not even told that something else changed. */
const topicsOf = ({ after: { conference, party }, shown }: Change): readonly Topic[] => [
  `offers/at-work/${conference}`,
  `offers/of/${conference}/${party}`,
  ...(same(shown.before, shown.after) ? [] : [`offers/board/${conference}`]),
]

const outcome = {
  save: (db: Writing, change: Change) => keepOffer(db, change),
  subject: ({ after }: Change) => `offer/${after.id}`,
  answer: ({ after }: Change) => ({ offer: after.id, version: after.version }),
  touches: topicsOf,
}

function changed(
  before: Offer,
  news: Partial<Offer>,
  deed: Deed,
  circumstances: Circumstances,
): Change {
  const { actor, now } = circumstances
  const after = { ...before, ...news, version: before.version + 1, changedAt: now }
  const today = dayOf(circumstances)
  const shown = { before: shownOn(before, today), after: shownOn(after, today) }
  return { after, deed, side: sideOf(actor, before), by: `${actor.kind}/${actor.id}`, shown }
}

/** What a party says itself is its offer; what the secretariat says for it waits to be confirmed. */
const said = (side: Side, now: Temporal.Instant): Pick<Offer, 'by' | 'confirmedAt'> => ({
  by: side,
  confirmedAt: side === 'party' ? now : null,
})

/** The offer, where something can still be done to it. */
function openOf(found: Found): Offer {
  must(found, 'offers.unknown-offer')
  must(found.withdrawnAt === null, 'offers.withdrawn-already')
  return found
}

const ofOffer = {
  conference: ({ conference }: z.infer<typeof OfOffer>) => conference,
  may: (actor: Circumstances['actor'], found: Found, { conference }: z.infer<typeof OfOffer>) =>
    found ? offersFor(actor, conference, found.party) : isSecretariat(actor, conference),
  version: (found: Found) => `${found?.version ?? 0}`,
}

/** Says what a party would give. */
export const makeOffer = command('offers.make', {
  ...outcome,
  input: OfConference.extend({ party: PartyCode, terms: Terms }),
  conference: ({ conference }) => conference,
  load: async (db, { conference, party, terms }) => ({
    conference: await outlineById(db, conference),
    party: await partyOf(db, party),
    unknown: await unknownIn(db, terms),
  }),
  may: (actor, _, { conference, party }) => offersFor(actor, conference, party),
  decide({ conference, party, unknown }, { terms, ...of }, circumstances) {
    must(conference, 'offers.unknown-conference')
    must(party, 'offers.unknown-party')
    const { actor, now, newId } = circumstances
    const today = dayOf(circumstances)
    mustBeRight(faultsIn(terms, { party: of.party, today, unknown }))
    const side = sideOf(actor, of)
    const after: Offer = {
      ...{ id: OfferId.parse(newId()), conference: of.conference, party: of.party },
      ...{ terms: settled(terms), version: 1, madeAt: now, changedAt: now, withdrawnAt: null },
      takenFrom: null,
      ...said(side, now),
    }
    const shown = { before: null, after: shownOn(after, today) }
    return { after, deed: 'make' as const, side, by: `${actor.kind}/${actor.id}`, shown }
  },
})

/** Says it otherwise. */
export const changeOffer = command('offers.change', {
  ...outcome,
  input: OfOffer.extend({ terms: Terms }),
  conference: ofOffer.conference,
  load: async (db, { conference, offer, terms }) => ({
    found: await offerOf(db, conference, offer),
    unknown: await unknownIn(db, terms),
  }),
  may: (actor, { found }, input) => ofOffer.may(actor, found, input),
  version: ({ found }) => ofOffer.version(found),
  decide({ found, unknown }, { terms }, circumstances) {
    const offer = openOf(found)
    const today = dayOf(circumstances)
    mustBeRight(faultsIn(terms, { party: offer.party, today, unknown }))
    const news = settled(terms)
    const side = sideOf(circumstances.actor, offer)
    if (same(offer.terms, news) && (offer.confirmedAt !== null || side === 'secretariat')) {
      return null
    }
    const voice = said(side, circumstances.now)
    return changed(offer, { terms: news, ...voice }, 'change', circumstances)
  },
})

/** The same offer for longer. */
export const renewOffer = command('offers.renew', {
  ...outcome,
  ...ofOffer,
  input: OfOffer.extend({ until: Day }),
  load: (db, { conference, offer }) => offerOf(db, conference, offer),
  decide(found: Found, { until }, circumstances) {
    const offer = openOf(found)
    const field = (code: string) => [{ path: ['until'], code: `offers.${code}` }]
    if (until < dayOf(circumstances)) mustBeRight(field('over'))
    if (until <= offer.terms.until) mustBeRight(field('not-longer'))
    const voice = said(sideOf(circumstances.actor, offer), circumstances.now)
    return changed(offer, { terms: { ...offer.terms, until }, ...voice }, 'renew', circumstances)
  },
})

/** The party says that what the secretariat entered for it is its offer. */
export const confirmOffer = command('offers.confirm', {
  ...outcome,
  ...ofOffer,
  input: OfOffer,
  load: (db, { conference, offer }) => offerOf(db, conference, offer),
  may: (actor, found) => found !== null && sideOf(actor, found) === 'party',
  decide(found: Found, _, circumstances) {
    const offer = openOf(found)
    if (offer.confirmedAt !== null) return null
    must(standingOn(offer, dayOf(circumstances)) === 'unconfirmed', 'offers.over')
    return changed(offer, { confirmedAt: circumstances.now }, 'confirm', circumstances)
  },
})

/** Takes an offer back. */
export const withdrawOffer = command('offers.withdraw', {
  ...outcome,
  ...ofOffer,
  input: OfOffer,
  load: (db, { conference, offer }) => offerOf(db, conference, offer),
  decide(found: Found, _, circumstances) {
    must(found, 'offers.unknown-offer')
    if (found.withdrawnAt !== null) return null
    return changed(found, { withdrawnAt: circumstances.now }, 'withdraw', circumstances)
  },
})

/** Keeps an offer as it stands from now on, and what was done to it. */
export async function keepOffer(
  db: Writing,
  { after, deed, side, by }: Omit<Change, 'shown'>,
): Promise<void> {
  const terms = JSON.stringify(after.terms)
  const { id, ...columns } = { ...after, terms }
  await db
    .insertInto('offer')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  await db
    .insertInto('offerDeed')
    .values({ offer: id, version: after.version, at: after.changedAt, by, side, deed, terms })
    .execute()
}
