import { OfferId } from '../../offers/model.ts'
import { NeedId } from '../../offers/needs/model.ts'
import { addressOfNeeds, addressOfOffers } from '../../offers-board/choices.ts'
import { PledgeId } from '../../pledges/model.ts'
import type { Run } from '../runs/model.ts'

type Of = Pick<Run, 'conference' | 'basis'>

/** Where an offer of a calculation stands, without a language: at its party's, or in the record; null: it is supposed. */
export function addressOfShare(
  { conference, basis }: Of,
  { offer, party }: { offer: string; party: string },
): string | null {
  if (basis === 'record') return addressOfPledge(offer)
  return OfferId.safeParse(offer).success ? `${addressOfOffers(conference, party)}/${offer}` : null
}

/** A share of the record bears the identifier of its pledge first. */
function addressOfPledge(offer: string): string | null {
  const { data: pledge } = PledgeId.safeParse(offer.split(' ', 1)[0])
  return pledge ? `/pledges/${pledge}` : null
}

/** Where the secretariat made a need ready; null for a need of the record. */
export const addressOfMade = ({ conference, basis }: Of, requirement: string): string | null =>
  basis === 'offers' && NeedId.safeParse(requirement).success
    ? `${addressOfNeeds(conference)}/${requirement}`
    : null

/** Where a paper says it. */
export function addressOfPaper(requirement: string): string {
  const [paper = '', anchor = ''] = requirement.split('.')
  return `/requirements/${paper}#${anchor}`
}
