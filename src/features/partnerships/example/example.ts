import { PartyCode } from '../../../kernel/ids.ts'
import type { Instance, Offer, Requirement } from '../../matching/model/instance.ts'
import type { Alternative, Recipe } from '../../matching/model/recipe.ts'
import { KINDS, type Offered, type OfferUnit } from '../../offers/units.model.ts'

/** Whom an example may name: states that do not exist, and an organisation, each by a letter. */
export const invented = (letter: string) => PartyCode.parse(`X-${letter}`)
export const ORGANISATION = invented('Z')
export const letterOf = (code: PartyCode): string => code.slice(2)

type Part = readonly [component: Offered, amount: number, unit: OfferUnit]
type Given = Partial<Omit<Offer, 'id' | 'party' | 'component' | 'amount' | 'unit'>>

const BEGINS = '2028-03-01'
const ENDS = '2029-02-28'
const WHOLE: Part = ['unit', 1, 'unit']

const amountOf = ([component, amount, unit]: Part) => ({ component, amount, unit })

/** What units of a capability are made up of: what one party gives whole, or all of some parts. */
function recipe(capability: string, ...parts: readonly Part[]): Recipe {
  const whole: Alternative = { id: 'whole', components: [amountOf(WHOLE)] }
  const alternative: Alternative = { id: 'parts', components: parts.map(amountOf) }
  return { capability, alternatives: parts.length > 0 ? [whole, alternative] : [whole] }
}

const need = (capability: string, units: number, more: Partial<Requirement> = {}): Requirement => ({
  ...{ id: capability, capability, units, weight: 1, mission: null },
  ...{ from: BEGINS, until: ENDS, startBy: null, languages: [], minimumReadiness: 0 },
  ...more,
})

const offer = (letter: string, capability: string, part: Part, more: Given = {}): Offer => ({
  ...{ id: [letter, capability, part[0]].join('.').toLowerCase(), party: invented(letter) },
  ...{ capability, ...amountOf(part) },
  ...{ from: '2028-01-01', until: '2029-12-31', state: 'announced', rotation: null },
  ...{ readiness: 2, languages: ['en', 'fr'], conditions: [], needs: [], lot: 1 },
  caveats: {
    ...{ missionsExcluded: [], partnersExcluded: [], partnersPreferred: [] },
    partnersReadiness: null,
  },
  ...more,
})

/** Several offers of whole units, one by each of some states. */
const whole = (letters: string, capability: string, more: Given = {}): Offer[] =>
  [...letters].map((letter) => offer(letter, capability, WHOLE, more))

export const UTILITY = 'aviation.helicopter.utility'
const ARMED = 'aviation.helicopter.armed'
const MEDEVAC = 'aviation.medevac'
const AIRLIFT = 'aviation.transport.tactical'
const UNMANNED = 'aviation.uas'
const HOSPITAL = 'medical.hospital.level2'
const ENGINEERS = 'engineering.company'
const DISPOSAL = 'eod.company'
const RIVERINE = 'maritime.riverine'
const QUICK_REACTION = 'infantry.qrf'
const CONVOY = 'logistics.combat-convoy'

/** The gap that papers of the series name again and again: helicopters and what flies. */
const AVIATION: readonly Offer[] = [
  // The helicopters of one state, refurbished and carried by a second, crewed by a third.
  offer('A', UTILITY, ['equipment', 8, 'helicopter'], { conditions: ['agreement'] }),
  offer('B', UTILITY, ['sustainment', 4, 'kit'], { conditions: ['budget'] }),
  offer('B', UTILITY, ['transport', 4, 'flight']),
  offer('C', UTILITY, ['people', 6, 'team'], { readiness: 3 }),
  offer('L', ARMED, ['equipment', 2, 'helicopter']),
  offer('H', ARMED, ['people', 2, 'team']),
  ...whole('E', MEDEVAC),
  offer('D', MEDEVAC, ['people', 1, 'team']),
  // One aircraft is whole in turns: of one state first, of another after it.
  offer('N', AIRLIFT, WHOLE, { until: '2028-08-31' }),
  offer('O', AIRLIFT, WHOLE, { from: '2028-09-01' }),
  offer('D', UNMANNED, ['equipment', 4, 'aircraft']),
  offer('A', UNMANNED, ['equipment', 4, 'aircraft']),
  ...whole('A', 'pisr.aerial'),
]

const MILITARY: readonly Offer[] = [
  offer('D', 'infantry.battalion', ['unit', 2, 'unit'], { state: 'standing' }),
  ...whole('EFGH', 'infantry.battalion'),
  ...whole('DI', QUICK_REACTION, { readiness: 3, state: 'standing' }),
  ...whole('E', QUICK_REACTION, { readiness: 1 }),
  ...whole('H', QUICK_REACTION, { readiness: 3, from: '2028-09-01' }),
  ...whole('K', 'special-forces.company'),
  // A state that an organisation trains, and another equips: a triangular partnership.
  offer('K', ENGINEERS, ['people', 3, 'team'], {
    ...{ lot: 3, needs: [{ component: 'training', amount: 1, unit: 'course' }] },
  }),
  offer('Z', ENGINEERS, ['training', 1, 'course']),
  offer('D', ENGINEERS, ['equipment', 1, 'kit']),
  ...whole('H', ENGINEERS),
  offer('L', ENGINEERS, ['people', 3, 'team'], { from: '2028-09-01' }),
  offer('K', DISPOSAL, ['people', 2, 'team'], { state: 'standing' }),
  offer('J', DISPOSAL, ['equipment', 1, 'kit']),
  ...whole('D', 'logistics.transport-company'),
  ...whole('E', CONVOY, { languages: ['en'] }),
  ...whole('G', 'signals.company', { from: '2028-06-01' }),
  offer('D', RIVERINE, ['equipment', 1, 'kit']),
  ...whole('D', 'cbrn.laboratory', { conditions: ['parliament'] }),
]

const OTHERS: readonly Offer[] = [
  offer('E', HOSPITAL, ['equipment', 2, 'hospital']),
  offer('F', HOSPITAL, ['people', 3, 'team']),
  offer('G', HOSPITAL, ['people', 3, 'team']),
  offer('B', HOSPITAL, ['transport', 1, 'voyage']),
  ...whole('KQ', HOSPITAL),
  offer('P', 'police.fpu', ['unit', 2, 'unit'], { state: 'standing' }),
  ...whole('ACDEHKMRS', 'police.fpu'),
]

const HELICOPTERS: readonly Part[] = [
  ['equipment', 2, 'helicopter'],
  ['people', 2, 'team'],
  ['sustainment', 1, 'kit'],
  ['transport', 1, 'flight'],
]

const RECIPES: readonly Recipe[] = [
  recipe(UTILITY, ...HELICOPTERS),
  recipe(ARMED, ['equipment', 2, 'helicopter'], ['people', 2, 'team'], ['transport', 1, 'flight']),
  recipe(MEDEVAC, ['equipment', 1, 'aircraft'], ['people', 1, 'team']),
  recipe(AIRLIFT),
  recipe(UNMANNED, ['equipment', 4, 'aircraft'], ['people', 1, 'team']),
  recipe('pisr.aerial'),
  recipe('infantry.battalion'),
  recipe(QUICK_REACTION),
  recipe('special-forces.company'),
  recipe(ENGINEERS, ['people', 3, 'team'], ['equipment', 1, 'kit']),
  recipe(DISPOSAL, ['people', 2, 'team'], ['equipment', 1, 'kit']),
  recipe('logistics.transport-company'),
  recipe(CONVOY),
  recipe(HOSPITAL, ['equipment', 1, 'hospital'], ['people', 3, 'team'], ['transport', 1, 'voyage']),
  recipe('signals.company'),
  recipe(RIVERINE, ['equipment', 1, 'kit'], ['people', 1, 'team']),
  recipe('cbrn.laboratory'),
  recipe('police.fpu'),
]

/**
 * A year of invented needs in the proportions of the record: of each capability as many units as papers name it, offers as
 * often as it is pledged, few states that offer much and many that offer a little. Police and infantry are offered in
 * plenty, and what flies is short.
 */
export const EXAMPLE: Instance = {
  asOf: '2027-12-01',
  kinds: [...KINDS],
  recipes: [...RECIPES],
  offers: [...AVIATION, ...MILITARY, ...OTHERS],
  requirements: [
    need(UTILITY, 5, { weight: 3 }),
    need(ARMED, 2, { weight: 2 }),
    need(MEDEVAC, 2, { weight: 2 }),
    need(AIRLIFT, 2),
    need(UNMANNED, 2),
    need('pisr.aerial', 3),
    need('infantry.battalion', 2),
    need(QUICK_REACTION, 3, { weight: 2, minimumReadiness: 2 }),
    need('special-forces.company', 1),
    need(ENGINEERS, 2),
    need(DISPOSAL, 2),
    need('logistics.transport-company', 1),
    need(CONVOY, 1, { languages: ['fr'] }),
    need(HOSPITAL, 3, { weight: 2 }),
    need('signals.company', 1, { startBy: '2028-09-01' }),
    need(RIVERINE, 1),
    need('cbrn.laboratory', 1),
    need('police.fpu', 2),
  ],
  existing: [
    [invented('A'), invented('C')],
    [invented('E'), invented('F')],
    [invented('K'), ORGANISATION],
  ],
  accepted: null,
}
