import type { Writing } from '../../../../platform/command/command.ts'
import {
  type Change,
  changeOffer,
  confirmOffer,
  makeOffer,
  renewOffer,
} from '../../../offers/commands.ts'
import { followersOf } from '../../../offers/following/queries.ts'
import { addNeed, changeNeed, type NeedChange } from '../../../offers/needs/commands.ts'
import { noticeKind, type Telling } from '../../kind.ts'
import { afterLooking, FOCAL_POINT } from '../kind.notices.ts'

/** Where the board stands, at the capability that is new on it. */
const onBoard = (
  accounts: readonly string[],
  { conference, capability }: { conference: string; capability: string | null },
): Telling[] =>
  accounts.length === 0
    ? []
    : [
        {
          to: accounts.map((account) => ({ account })),
          facts: { conference, ...(capability !== null && { capability }) },
          at: `/${conference}/board${capability === null ? '' : `?capability=${capability}`}`,
        },
      ]

/** Whoever follows its capability is told of an offer once it is shown to them; never whose it is, nor a word of it. */
const ofOffer = async (db: Writing, { shown, after: { conference, party } }: Change) => {
  if (shown.before !== null || shown.after === null) return []
  const { capability } = shown.after.terms
  return followersOf(db, conference, { side: 'offered', capability, party })
}

const tellOffer = (accounts: readonly string[], { after }: Change) =>
  onBoard(accounts, { conference: after.conference, capability: after.terms.capability })

/** Something that somebody waits for is offered. */
export const newlyOffered = noticeKind('offers-offered', {
  group: 'pledges',
  usual: 'digest',
  least: 'off',
  roles: FOCAL_POINT,
  after: [
    afterLooking(makeOffer, ofOffer, tellOffer),
    afterLooking(changeOffer, ofOffer, tellOffer),
    afterLooking(renewOffer, ofOffer, tellOffer),
    afterLooking(confirmOffer, ofOffer, tellOffer),
  ],
})

const ofNeed = async (db: Writing, { sought, after: { conference } }: NeedChange) => {
  if (sought.before !== null || sought.after === null) return []
  const { capability } = sought.after.terms
  return followersOf(db, conference, { side: 'sought', capability, party: null })
}

const tellNeed = (accounts: readonly string[], { after }: NeedChange) =>
  onBoard(accounts, { conference: after.conference, capability: after.terms.capability })

/** Something of which somebody wants to know is sought. */
export const newlySought = noticeKind('offers-sought', {
  group: 'pledges',
  usual: 'digest',
  least: 'off',
  roles: FOCAL_POINT,
  after: [afterLooking(addNeed, ofNeed, tellNeed), afterLooking(changeNeed, ofNeed, tellNeed)],
})
