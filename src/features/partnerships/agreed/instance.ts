import type { ConferenceId } from '../../../kernel/ids.ts'
import { type CapabilityCode, isWithin } from '../../capabilities/model.ts'
import type { Paper } from '../../capabilities/requirements.model.ts'
import type { Instance, Offer } from '../../matching/model/instance.ts'
import type { Alternative, Amount, Recipe } from '../../matching/model/recipe.ts'
import { KINDS } from '../../offers/units.model.ts'
import { firstDayOf, lastDayOf } from '../../pledges/model.ts'
import type { AssumedOf } from '../runs/assumed.model.ts'
import { type NamedNeed, needsNamed, type Window } from './needs.ts'
import { type Agreed, isKnownWholly, isMadeTogether, knownShares } from './shares.ts'

/** What the record says of an edition. */
export interface Recorded {
  conference: ConferenceId
  /** Its last day. */
  day: string
  papers: readonly Paper[]
  pledges: readonly Agreed[]
  /** Capabilities of which there are whole units. */
  units: ReadonlySet<CapabilityCode>
}

/** Helicopters are given, refurbished, carried and crewed: the record knows one part more than offers do. */
const REFURBISHMENT = { code: 'refurbishment', once: true, speaks: false }
const MONTHS = 24

/**
 * The needs that papers named up to an edition, and the shares that were agreed there, as far as it is known how much
 * they are. Of everything else it is said that it is assumed.
 */
export function instanceOfRecord(recorded: Recorded): {
  instance: Instance
  assumed: AssumedOf[]
} {
  const window = windowAfter(recorded.day)
  const needs = needsNamed(recorded, window)
  const capabilities = [...new Set(needs.map(({ requirement }) => requirement.capability))]
  const pledges = recorded.pledges.flatMap((pledge) => {
    const capability = servedBy(pledge, capabilities, recorded.units)
    return capability === null ? [] : [{ pledge, capability }]
  })
  return {
    instance: {
      asOf: recorded.day,
      kinds: [...KINDS, REFURBISHMENT],
      recipes: capabilities.toSorted().map((code) =>
        recipeOf(
          code,
          pledges.filter(({ capability }) => capability === code).map(({ pledge }) => pledge),
        ),
      ),
      offers: pledges
        .flatMap(({ pledge, capability }) => offersOf(pledge, capability, window))
        .toSorted(byId),
      requirements: needs.map(({ requirement }) => requirement).toSorted(byId),
      existing: [],
      accepted: null,
    },
    assumed: needs.map(assumedOf),
  }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

const assumedOf = ({ requirement, parts, paper }: NamedNeed): AssumedOf => ({
  ...{ requirement: requirement.id, parts, paper },
  recipe: { by: 'pledges', of: requirement.capability },
})

/** Two years from the day after an edition: nobody says for how long something is needed. */
function windowAfter(day: string): Window {
  const from = Temporal.PlainDate.from(day).add({ days: 1 })
  const until = from.add({ months: MONTHS }).subtract({ days: 1 })
  return { from: from.toString(), until: until.toString() }
}

/** The need that a pledge can serve: its own capability, or the nearest above it; null where it can serve none. */
function servedBy(
  { capabilities }: Agreed,
  needed: readonly CapabilityCode[],
  units: ReadonlySet<CapabilityCode>,
): CapabilityCode | null {
  const own = capabilities.filter((code) => units.has(code))
  const serving = needed.filter((code) => own.some((one) => isWithin(one, code)))
  return serving.toSorted((a, b) => b.length - a.length)[0] ?? null
}

/** A whole unit of one party, or what joint pledges are made up of. */
const recipeOf = (capability: CapabilityCode, pledges: readonly Agreed[]): Recipe => ({
  capability,
  alternatives: [
    { id: 'whole', components: [{ component: 'unit', amount: 1, unit: 'unit' }] },
    ...pledges.flatMap((pledge) => alternativeOf(pledge) ?? []),
  ],
})

function alternativeOf(pledge: Agreed): Alternative | null {
  if (!isMadeTogether(pledge) || !isKnownWholly(pledge)) return null
  const parts = Map.groupBy(knownShares(pledge), ({ component }) => component)
  const components = [...parts].map(([component, shares]): Amount | null => {
    const [first] = shares
    if (!first || shares.some(({ unit }) => unit !== first.unit)) return null
    return { component, unit: first.unit, amount: shares.reduce((sum, one) => sum + one.amount, 0) }
  })
  return components.includes(null)
    ? null
    : { id: pledge.id, components: components.filter((one) => one !== null) }
}

function offersOf(pledge: Agreed, capability: CapabilityCode, window: Window): Offer[] {
  const from = pledge.from === null ? window.from : firstDayOf(pledge.from)
  const until = pledge.until === null ? window.until : lastDayOf(pledge.until)
  if (until < window.from || until < from) return []
  return knownShares(pledge).map(({ id, party, component, amount, unit, conditions }) => ({
    ...{ id, party, capability, component, amount, unit, from, until },
    ...{ state: 'announced', rotation: null, readiness: 0, languages: [] },
    conditions: [...new Set(conditions)].toSorted(),
    caveats: {
      ...{ missionsExcluded: [], partnersExcluded: [], partnersPreferred: [] },
      partnersReadiness: null,
    },
    ...{ needs: [], lot: 1 },
  }))
}
