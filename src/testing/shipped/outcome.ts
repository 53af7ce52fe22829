import { readFileSync } from 'node:fs'
import { Observation } from '../../features/followup/observations/model.ts'
import { observationsFrom } from '../../features/followup/observations/shipped.ts'
import type { Outcome } from '../../features/outcome-report/facts.ts'
import { Mission } from '../../features/parties/missions.model.ts'
import { termsSeenBy } from '../../features/pledges/terms/seen.ts'
import { knownOnDay } from '../../features/record/ledger.model.ts'
import {
  shippedCapabilities,
  shippedCategories,
  shippedConferences,
  shippedFacts,
  shippedPapers,
  shippedParties,
  shippedPledges,
} from '../record.ts'

const parsed = (file: string) => JSON.parse(readFileSync(`data/${file}`, 'utf8'))

/** The day after which the shipped record says nothing. */
const TODAY = '2026-06-01'

const dated = ({ on, id }: Observation) => `${on ?? '9999'} ${id}`

/** Everything that the report of a shipped conference tells, as the database gives it. */
export function shippedOutcome(id: string): Outcome {
  const { series, editions, states } = shippedFacts()
  const edition = editions.find(({ outline }) => outline.id === id)
  const conference = shippedConferences().find((one) => one.id === id)
  if (!edition || !conference) throw new RangeError(`Nothing ships of ${id}`)
  const shipped = new Map(shippedPledges().map((one) => [one.id, one]))
  const missions = parsed('missions.json')
  return {
    conference,
    series,
    day: edition.outline.dates?.first ?? TODAY,
    asOf: knownOnDay(edition.entries, TODAY),
    pledges: edition.entries.flatMap((entry) => {
      const record = shipped.get(entry.id)
      if (!record) return []
      return [
        {
          entry,
          terms: termsSeenBy('public', record.terms),
          delivery: record.delivery.filter(({ audience }) => audience === 'public'),
          confirmedBy: [],
        },
      ]
    }),
    editions: editions.map(({ outline }) => outline),
    categories: shippedCategories().find((set) => set.conference === id) ?? null,
    papers: shippedPapers(),
    observations: observationsFrom(parsed('observations.json'))
      .map((one) => Observation.parse(one))
      .filter(
        ({ conference: of, pledges, audience }) =>
          of === id && pledges.length === 0 && audience === 'public',
      )
      .toSorted((a, b) => (dated(a) < dated(b) ? -1 : 1)),
    parties: new Map(shippedParties().map((party) => [party.code, party])),
    missions: new Map(
      Mission.array()
        .parse(missions.missions)
        .map((mission) => [mission.acronym, mission]),
    ),
    capabilities: new Map(shippedCapabilities().map(({ code, names }) => [code, names])),
    states,
  }
}
