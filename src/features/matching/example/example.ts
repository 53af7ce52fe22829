import { PartyCode } from '../../../kernel/ids.ts'
import type { Instance, Offer, Requirement } from '../model/instance.ts'
import type { Kind, Recipe } from '../model/recipe.ts'

/** Parties that do not exist. The page names them «State A» …, «Organisation O»; nobody has been asked. */
export const FICTIONAL = ['STATE-A', 'STATE-B', 'STATE-C', 'STATE-D', 'STATE-E', 'ORG-O'] as const
type Fictional = (typeof FICTIONAL)[number]

const KINDS: readonly Kind[] = [
  { code: 'people', once: false, speaks: true },
  { code: 'equipment', once: false, speaks: false },
  { code: 'sustainment', once: false, speaks: false },
  { code: 'refurbishment', once: true, speaks: false },
  { code: 'training', once: true, speaks: false },
  { code: 'transport', once: true, speaks: false },
  { code: 'money', once: true, speaks: false },
]

const take = (component: string, amount: number, unit: string) => ({ component, amount, unit })

const RECIPES: readonly Recipe[] = [
  {
    capability: 'aviation.helicopter.utility',
    alternatives: [
      {
        id: 'refurbished',
        components: [
          take('equipment', 2, 'helicopter'),
          take('refurbishment', 2, 'helicopter'),
          take('people', 2, 'team'),
          take('transport', 1, 'aircraft'),
        ],
      },
    ],
  },
  {
    capability: 'engineering.company',
    alternatives: [
      {
        // A donor pays, an organisation trains, a third is trained and goes.
        id: 'triangular',
        components: [
          take('people', 4, 'platoon'),
          take('training', 2, 'course'),
          take('money', 1, 'project'),
          take('equipment', 3, 'vehicle'),
        ],
      },
    ],
  },
  {
    capability: 'medical.hospital.level2',
    alternatives: [
      {
        id: 'whole',
        components: [
          take('people', 2, 'team'),
          take('equipment', 1, 'hospital'),
          take('transport', 1, 'aircraft'),
        ],
      },
    ],
  },
]

function offer(
  party: Fictional,
  capability: string | null,
  what: ReturnType<typeof take>,
  more: Partial<Offer> = {},
): Offer {
  return {
    id: [party, capability ?? 'any', what.component].join(' ').toLowerCase(),
    party: PartyCode.parse(party),
    ...{ capability, ...what, from: '2027-01-01', until: '2028-12-31', state: 'standing' },
    ...{ rotation: null, readiness: 2, languages: ['en', 'fr'], conditions: [] },
    caveats: {
      ...{ missionsExcluded: [], partnersExcluded: [], partnersPreferred: [] },
      partnersReadiness: null,
    },
    ...{ needs: [], lot: 1, ...more },
  }
}

const HELICOPTER = 'aviation.helicopter.utility'
const ENGINEERS = 'engineering.company'
const HOSPITAL = 'medical.hospital.level2'

const OFFERS: readonly Offer[] = [
  // The helicopters of one state, refurbished and carried by a second, crewed by a third.
  offer('STATE-A', HELICOPTER, take('equipment', 4, 'helicopter'), { state: 'announced' }),
  offer('STATE-B', HELICOPTER, take('refurbishment', 4, 'helicopter'), { conditions: ['funding'] }),
  offer('STATE-B', HELICOPTER, take('transport', 1, 'aircraft')),
  offer('STATE-C', HELICOPTER, take('people', 4, 'team'), { readiness: 3 }),
  // A triangular partnership: who pays, who trains, who is trained and goes.
  offer('STATE-D', ENGINEERS, take('money', 2, 'project')),
  offer('ORG-O', ENGINEERS, take('training', 4, 'course')),
  offer('STATE-E', ENGINEERS, take('people', 6, 'platoon'), { languages: ['fr'] }),
  offer('STATE-D', ENGINEERS, take('equipment', 6, 'vehicle')),
  // One hospital is whole in turns: a team of one half of the time, another after it.
  offer('STATE-C', HOSPITAL, take('people', 2, 'team'), { until: '2027-06-30' }),
  offer('STATE-E', HOSPITAL, take('people', 2, 'team'), { from: '2027-07-01' }),
  offer('STATE-A', HOSPITAL, take('equipment', 1, 'hospital')),
  offer('STATE-B', HOSPITAL, take('transport', 1, 'aircraft')),
]

const need = (id: string, capability: string, more: Partial<Requirement>): Requirement => ({
  ...{ id, capability, units: 1, weight: 1, mission: null },
  ...{ from: '2027-01-01', until: '2027-12-31', startBy: null },
  ...{ languages: [], minimumReadiness: 1, ...more },
})

/**
 * What a partnership is, at a glance. Of two helicopter units one is whole, since there is one lift: one more would
 * complete the other. Of two engineering companies one is whole; its platoons are of a state that is trained.
 */
export const EXAMPLE: Instance = {
  asOf: '2026-12-01',
  kinds: [...KINDS],
  recipes: [...RECIPES],
  offers: [...OFFERS],
  requirements: [
    need('helicopters', HELICOPTER, { units: 2, weight: 3 }),
    need('engineers', ENGINEERS, { units: 2, weight: 2, languages: ['fr'] }),
    need('hospital', HOSPITAL, { weight: 2, startBy: '2027-03-01' }),
  ],
  existing: [[PartyCode.parse('STATE-A'), PartyCode.parse('STATE-B')]],
  accepted: null,
}
