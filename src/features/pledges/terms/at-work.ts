import type { Audience } from '../../../kernel/people/audience.ts'
import { EVER, levelOn, standingOn } from '../history/standing.ts'
import type { DeliveryEvent, ReadinessEvent } from '../history.model.ts'
import type { State } from '../life.model.ts'
import type { PledgeId, Terms } from '../model.ts'
import type { PublicPledge } from './public.ts'
import { historySeenBy, termsSeenBy } from './seen.ts'

interface Recorded {
  id: PledgeId
  conference: string | null
  announcedOn: string | null
  asOf: string | null
  version: number
  state: State
  terms: Terms
}

/**
 * A pledge as somebody may see it who works on it, in the shape of its public page. What it has to do with others, and
 * what it said before, is told where it is public.
 */
export function pledgeSeenBy(
  reader: Audience,
  record: Recorded,
  history: { delivery: readonly DeliveryEvent[]; readiness: readonly ReadinessEvent[] },
): PublicPledge {
  const { id, conference, announcedOn, asOf, version } = record
  const delivery = historySeenBy(reader, history.delivery)
  const readiness = historySeenBy(reader, history.readiness)
  return {
    ...{ id, conference, announcedOn, asOf, version, delivery, readiness },
    withdrawn: record.state === 'withdrawn' ? { note: null } : null,
    terms: termsSeenBy(reader, record.terms),
    standing: standingOn(delivery, EVER),
    level: levelOn(readiness, EVER),
    ...{ connections: [], confirmations: [], earlier: [] },
  }
}
