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

/** Values that many pledges have alike are kept once: of a hundred thousand pledges, that is most of what they weigh. */
const known = new Map<string, unknown>()
const MOST_KNOWN = 100_000
function kept<Value>(value: Value): Value {
  const key = JSON.stringify(value)
  if (known.has(key)) return known.get(key) as Value
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, value)
  return value
}

/** What hardly two pledges have alike, but that most have none of. */
const NONE: readonly never[] = []
const keptEmpty = <Value>(list: readonly Value[]): readonly Value[] =>
  list.length === 0 ? NONE : list

/** What a pledge said, as far as everybody may see it. */
function saidIn(given: CountedTerms): Said {
  const terms = termsSeenBy('public', given)
  const linked = (kind: Terms['links'][number]['kind']) =>
    keptEmpty(terms.links.filter((link) => link.kind === kind).map(({ to }) => to))
  return {
    shares: kept(terms.shares.map(({ party, role }) => ({ party, role }))),
    quantity: kept(terms.quantity),
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
  conference: kept(row.terms.conference),
  lead: kept(row.terms.lead),
  since: kept(row.announcedOn ?? row.conferenceStarts),
  sinceConference: row.announcedOn === null && row.conferenceStarts !== null,
  withdrawn: row.state === 'withdrawn',
  knownUntil: kept(row.asOf),
  ...saidIn(row.terms),
  reports: keptEmpty(
    row.delivery.map(({ stage, on, inferred, quantity }) => ({
      stage: kept(stage),
      on: kept(on),
      inferred,
      quantity: kept(quantity),
    })),
  ),
  earlier: keptEmpty(row.amended.map(({ until, terms }) => ({ until, ...saidIn(terms) }))),
})
