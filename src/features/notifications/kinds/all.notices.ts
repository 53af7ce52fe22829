import type { NoticeKind } from '../kind.ts'
import { bilateralAsked } from './bilaterals/asked.notices.ts'
import { bilateralChanged } from './bilaterals/changed.notices.ts'
import { proposalAgreed } from './brokering/agreed.notices.ts'
import { proposalAnswered, proposalSuggested } from './brokering/answered.notices.ts'
import { proposalAsked, proposalReminded } from './brokering/asked.notices.ts'
import { proposalNews, proposalNoted } from './brokering/news.notices.ts'
import { peopleDecided } from './delegations/decided.notices.ts'
import { documentDeclined } from './delegations/document-declined.notices.ts'
import { invitationReplied } from './delegations/replied.notices.ts'
import { peopleSubmitted } from './delegations/submitted.notices.ts'
import { documentAdopted } from './documents/adopted.notices.ts'
import { draftCirculated } from './documents/circulated.notices.ts'
import { silenceBroken } from './documents/objection.notices.ts'
import { wordingProposed } from './documents/proposed.notices.ts'
import { silenceBegun } from './documents/silence.notices.ts'
import { floorChanged } from './floor/changed.notices.ts'
import { exchangeAnswered, exchangeOffered } from './floor/exchange.notices.ts'
import { floorInscribed } from './floor/inscribed.notices.ts'
import { replyAnswered } from './followup/answered.notices.ts'
import { assessmentCommented } from './followup/assessment-commented.notices.ts'
import { assessmentPublished } from './followup/assessment-published.notices.ts'
import { assessmentSent } from './followup/assessment-sent.notices.ts'
import { errorReported } from './followup/error-reported.notices.ts'
import { replied } from './followup/replied.notices.ts'
import { reportDue } from './followup/report-due.notices.ts'
import { reported } from './followup/reported.notices.ts'
import { reviewAsked } from './followup/review-asked.notices.ts'
import { offerEnding } from './offers/ending.notices.ts'
import { offerEntered } from './offers/entered.notices.ts'
import { newlyOffered, newlySought } from './offers/shown.notices.ts'
import { roleEnded } from './people/role-ended.notices.ts'
import { roleGiven } from './people/role-given.notices.ts'
import { accepted } from './pledges/accepted.notices.ts'
import { amended } from './pledges/amended.notices.ts'
import { announced } from './pledges/announced.notices.ts'
import { answered } from './pledges/answered.notices.ts'
import { confirmed } from './pledges/confirmed.notices.ts'
import { invited } from './pledges/invited.notices.ts'
import { remarked } from './pledges/remarked.notices.ts'
import { returned } from './pledges/returned.notices.ts'
import { submitted } from './pledges/submitted.notices.ts'
import { withdrawn } from './pledges/withdrawn.notices.ts'
import { ownChanged } from './programme/own-changed.notices.ts'
import { ownLate } from './programme/own-late.notices.ts'
import { released } from './programme/released.notices.ts'
import { webhookLost } from './technical/webhook-lost.notices.ts'
import { translationAssigned } from './translations/assigned.notices.ts'
import { translationsStale } from './translations/stale.notices.ts'

/**
 * Every kind of notice, in the order in which people choose among them. Of one thing everybody hears once: by the first
 * of these kinds that concerns them.
 */
export const KINDS: readonly NoticeKind[] = [
  ...[ownChanged, ownLate, released],
  ...[peopleDecided, documentDeclined, bilateralAsked, bilateralChanged],
  ...[floorInscribed, floorChanged, exchangeOffered, exchangeAnswered],
  ...[invitationReplied, peopleSubmitted],
  ...[invited, answered, returned, accepted, announced, withdrawn, amended],
  ...[submitted, remarked, confirmed],
  ...[offerEntered, offerEnding, newlyOffered, newlySought],
  ...[proposalAgreed, proposalAsked, proposalReminded, proposalNoted, proposalNews],
  ...[proposalSuggested, proposalAnswered],
  ...[
    reportDue,
    reviewAsked,
    assessmentSent,
    assessmentCommented,
    assessmentPublished,
    replyAnswered,
  ],
  ...[reported, replied, errorReported],
  ...[draftCirculated, silenceBegun, silenceBroken, documentAdopted, wordingProposed],
  ...[translationAssigned, translationsStale],
  ...[roleGiven, roleEnded],
  webhookLost,
]
