import { PartyCode } from '../../../kernel/ids.ts'
import type { Instance, Offer, Requirement } from './instance.ts'

/** An offer with nothing special about it, but for what is said. */
export const offer = (id: string, party: string, more: Partial<Offer> = {}): Offer => ({
  ...{ id, party: PartyCode.parse(party), capability: 'aviation', component: 'equipment' },
  ...{ amount: 1, unit: 'helicopter', from: '2027-01-01', until: '2027-12-31', state: 'announced' },
  ...{ rotation: null, readiness: 2, languages: [], conditions: [], needs: [], lot: 1 },
  caveats: {
    ...{ missionsExcluded: [], partnersExcluded: [], partnersPreferred: [] },
    partnersReadiness: null,
  },
  ...more,
})

/** A requirement of one unit over the year. */
export const requirement = (id: string, more: Partial<Requirement> = {}): Requirement => ({
  ...{ id, capability: 'aviation', units: 1, weight: 1, mission: null },
  ...{ from: '2027-01-01', until: '2027-12-31', startBy: null, languages: [], minimumReadiness: 0 },
  ...more,
})

/** A helicopter with two crews and a lift makes a unit. */
export const instance = (
  offers: readonly Offer[],
  requirements: readonly Requirement[],
  more: Partial<Instance> = {},
): Instance => ({
  asOf: '2026-12-01',
  kinds: [
    { code: 'equipment', once: false, speaks: false },
    { code: 'people', once: false, speaks: true },
    { code: 'transport', once: true, speaks: false },
  ],
  recipes: [
    {
      capability: 'aviation',
      alternatives: [
        {
          id: 'whole',
          components: [
            { component: 'equipment', amount: 1, unit: 'helicopter' },
            { component: 'people', amount: 2, unit: 'team' },
          ],
        },
      ],
    },
  ],
  offers: [...offers],
  requirements: [...requirements],
  ...{ existing: [], accepted: null },
  ...more,
})
