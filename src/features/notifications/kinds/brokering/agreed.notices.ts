import { consent } from '../../../brokering/deeds/answer.commands.ts'
import { partiesIn } from '../../../brokering/model.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT, SECRETARIAT } from '../kind.notices.ts'
import { toDesk, toParties } from './tellings.notices.ts'

/** All parties have consented: the joint pledge is there. */
export const proposalAgreed = noticeKind('brokering-agreed', {
  group: 'pledges',
  usual: 'at-once',
  least: 'product',
  roles: [...FOCAL_POINT, ...SECRETARIAT],
  after: [
    after(consent, ({ agreement }) => {
      if (!agreement) return []
      const { after: proposal } = agreement.change
      return [...toParties(proposal, partiesIn(proposal.wording)), ...toDesk(proposal, null)]
    }),
  ],
})
