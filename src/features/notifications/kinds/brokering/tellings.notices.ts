import type { PartyCode } from '../../../../kernel/ids.ts'
import { addressOfDesk, addressOfOwn, type Proposal } from '../../../brokering/model.ts'
import type { Facts } from '../../facts.ts'
import type { Telling } from '../../kind.ts'
import { focalPoint, secretariats } from '../kind.notices.ts'

/** What a proposal is called: by its capability, and by the name of its form. Never how much, for what, or of whom else. */
const factsOf = ({ conference, wording, pledge }: Proposal): Facts => ({
  ...{ conference, capability: wording.capability },
  ...(wording.form === 'triangular' && { form: wording.form }),
  ...(pledge !== null && { pledge }),
})

/** Something that the focal points of some parties are told of a proposal, each in the part in which their party stands. */
export const toParties = (proposal: Proposal, parties: readonly PartyCode[]): Telling[] =>
  parties.map((party) => {
    const part = proposal.wording.shares.find((share) => share.party === party)?.part ?? null
    return {
      to: [focalPoint(proposal.conference, party)],
      facts: { ...factsOf(proposal), ...(part !== null && { part }) },
      at: `${addressOfOwn(proposal.conference, party)}/${proposal.id}`,
    }
  })

/** The same for the secretariat, with whose deed it is. */
export const toDesk = (proposal: Proposal, party: PartyCode | null): Telling[] => [
  {
    to: secretariats(proposal.conference),
    facts: { ...factsOf(proposal), ...(party !== null && { party }) },
    at: `${addressOfDesk(proposal.conference)}/${proposal.id}`,
  },
]
