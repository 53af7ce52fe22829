import type { PartyCode } from '../../../kernel/ids.ts'
import type { Quantity } from '../../../kernel/quantity.ts'
import type { Text } from '../../../kernel/text.ts'
import { EVER, type Standing, standingOn } from '../history/standing.ts'
import type { DeliveryEvent, Reached } from '../history.model.ts'
import type { State } from '../life.model.ts'
import type { PledgeId, Terms } from '../model.ts'
import { partiesOf, type Share } from '../shares.model.ts'
import { historySeenBy, termsSeenBy } from '../terms/seen.ts'

/** A pledge as one entry of a list, as everybody may see it. */
export interface Line {
  id: PledgeId
  conference: string | null
  announcedOn: string | null
  withdrawn: boolean
  lead: PartyCode | null
  /** Who promises something, then who only receives. */
  parties: readonly PartyCode[]
  shares: readonly Share[]
  beneficiaries: readonly PartyCode[]
  capabilities: readonly string[]
  title: Text
  quantity: Quantity
  standing: Standing
  /** What was last reported as reached where the pledge is delivered in parts. */
  reached: Reached | null
}

/** What of a record a line is made of. */
interface Recorded extends Pick<Line, 'id' | 'conference' | 'announcedOn' | 'lead'> {
  state: State
  terms: Terms
}

export function lineOf(record: Recorded, history: { delivery: readonly DeliveryEvent[] }): Line {
  const terms = termsSeenBy('public', record.terms)
  const delivery = historySeenBy('public', history.delivery)
  return {
    id: record.id,
    conference: record.conference,
    announcedOn: record.announcedOn,
    withdrawn: record.state === 'withdrawn',
    lead: record.lead,
    parties: partiesOf(terms.shares),
    shares: terms.shares,
    beneficiaries: terms.beneficiaries,
    capabilities: terms.capabilities,
    title: terms.title,
    quantity: terms.quantity,
    standing: standingOn(delivery, EVER),
    reached: partReached(terms.quantity, delivery),
  }
}

/** The largest part that was reported, in the unit of the promise: 6 helicopters, of the 16 that were promised. */
export function partReached(
  quantity: Quantity,
  delivery: readonly DeliveryEvent[],
): Reached | null {
  if (quantity.kind === 'none') return null
  return delivery
    .filter(({ stage, inferred }) => stage === 'partly-delivered' && !inferred)
    .flatMap((event) => (event.quantity ? [event.quantity] : []))
    .filter(({ unit, currency }) => unit === quantity.unit && currency === quantity.currency)
    .reduce<Reached | null>((most, one) => (most && most.value >= one.value ? most : one), null)
}
