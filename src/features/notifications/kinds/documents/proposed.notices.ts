import { propose } from '../../../outcome-documents/deeds/delegations.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, SECRETARIAT } from '../kind.notices.ts'
import { toSecretariats } from './told.ts'

/** A delegation proposed another wording. */
export const wordingProposed = noticeKind('outcome-proposed', {
  group: 'documents',
  usual: 'digest',
  least: 'off',
  roles: SECRETARIAT,
  after: [
    after(propose, (proposal) => {
      const told = toSecretariats(proposal)
      return [{ ...told, facts: { ...told.facts, party: proposal.party } }]
    }),
  ],
})
