import type { PartyCode } from '../../kernel/ids.ts'
import type { State } from '../pledges/life.model.ts'
import { giversOf, type Share } from '../pledges/shares.model.ts'

interface Handed {
  conference: string | null
  lead: PartyCode | null
  state: State
  terms: { shares: readonly Share[] }
}

/** Handed in, and not public: what its author still writes is nobody else's business. */
const UNDER_EMBARGO: readonly State[] = ['submitted', 'accepted']

/** Whether a pledge can be announced in a statement of a party: one of its own, of that conference, that was handed in. */
export const isNameable = (
  { conference, lead, state, terms }: Handed,
  of: { conference: string; party: PartyCode },
): boolean =>
  conference === of.conference &&
  UNDER_EMBARGO.includes(state) &&
  (lead === null ? giversOf(terms.shares).includes(of.party) : lead === of.party)
