import type { DeliveryEvent } from '../pledges/history.model.ts'
import type { State } from '../pledges/life.model.ts'
import type { PledgeId, Terms } from '../pledges/model.ts'
import { termsSeenBy } from '../pledges/terms/seen.ts'
import type { Entry, Said } from './ledger.model.ts'

/** Terms without what is only read. */
export type CountedTerms = Omit<
  Terms,
  'title' | 'summary' | 'words' | 'disagreements' | 'sources' | 'note' | 'baseline' | 'found'
>

/** A pledge as the database gives it to the engine. */
export interface Counted {
  id: PledgeId
  listed: boolean
  state: State
  announcedOn: string | null
  asOf: string | null
  conferenceStarts: string | null
  terms: CountedTerms
  delivery: readonly DeliveryEvent[]
  amended: readonly { until: string; terms: CountedTerms }[]
}

/** Lists that many pledges have alike are kept once. */
const lists = new Map<string, readonly string[]>()
const kept = (list: readonly string[]): readonly string[] => {
  const key = list.join(' ')
  const known = lists.get(key)
  if (known) return known
  lists.set(key, list)
  return list
}

/** What a pledge said, as far as everybody may see it. */
function saidIn(given: CountedTerms): Said {
  const terms = termsSeenBy('public', given)
  const linked = (kind: Terms['links'][number]['kind']) =>
    terms.links.filter((link) => link.kind === kind).map(({ to }) => to)
  return {
    shares: terms.shares.map(({ party, role }) => ({ party, role })),
    quantity: terms.quantity,
    capabilities: kept(terms.capabilities),
    categories: kept(terms.categories.map(({ code }) => code)),
    missions: kept(terms.missions),
    beneficiaries: kept(terms.beneficiaries),
    conditions: kept(terms.conditions.map(({ kind }) => kind)),
    reannounces: linked('re-announces'),
    renews: linked('renews'),
    partOf: terms.partOf,
  }
}

/** A pledge as the engine counts it. */
export const entryFrom = (row: Counted): Entry => ({
  id: row.id,
  conference: row.terms.conference,
  lead: row.terms.lead,
  since: row.announcedOn ?? row.conferenceStarts,
  sinceConference: row.announcedOn === null && row.conferenceStarts !== null,
  withdrawn: row.state === 'withdrawn',
  knownUntil: row.asOf,
  ...saidIn(row.terms),
  reports: row.delivery.map(({ stage, on, inferred, quantity }) => ({
    stage,
    on,
    inferred,
    quantity,
  })),
  earlier: row.amended.map(({ until, terms }) => ({ until, ...saidIn(terms) })),
})
