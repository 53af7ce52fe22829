import type { PartyCode } from '../../../kernel/ids.ts'
import type { Explained, Explanation, Reason } from './explanation.ts'

/** Who reads: the matching desk, a party, or everybody. */
export type Reader = 'desk' | { party: PartyCode } | 'public'

/**
 * What a reader may know of an explanation. A caveat is known to its author and the desk; all others read that there is
 * no combination under the current constraints. A proposal goes to those whom it names; the public sees gaps and
 * capabilities, never a state as a candidate.
 */
export const seenBy = ({ requirements, scarce }: Explanation, reader: Reader): Explanation => ({
  scarce,
  requirements: reader === 'desk' ? requirements : requirements.map((one) => seen(one, reader)),
})

function seen(one: Explained, reader: Exclude<Reader, 'desk'>): Explained {
  const party = reader === 'public' ? null : reader.party
  const isNamed = one.by.some((share) => share.party === party)
  const reasons = one.reasons.map((reason) =>
    reason.party !== null && reason.party === party ? reason : nameless(reason),
  )
  return {
    ...one,
    by: isNamed ? one.by : [],
    reasons: [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()],
  }
}

const nameless = (reason: Reason): Reason =>
  reason.confidential
    ? { ...EMPTY, code: 'no-combination' }
    : { ...EMPTY, code: reason.code, component: reason.component }

const EMPTY = {
  ...{ component: null, amount: null, offer: null, party: null, requirement: null },
  confidential: false,
}
