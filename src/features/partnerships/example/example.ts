import { PartyCode } from '../../../kernel/ids.ts'
import type { Instance, Offer, Requirement } from '../../matching/model/instance.ts'
import type { Alternative, Recipe } from '../../matching/model/recipe.ts'
import { KINDS, type Offered, type OfferUnit } from '../../offers/units.model.ts'

/** Whom an example may name: states that do not exist, and an organisation, each by a letter. */
export const invented = (letter: string) => PartyCode.parse(`X-${letter}`)
export const ORGANISATION = invented('R')
export const letterOf = (code: PartyCode): string => code.slice(2)

type Part = readonly [component: Offered, amount: number, unit: OfferUnit]
type Given = Partial<Omit<Offer, 'id' | 'party' | 'component' | 'amount' | 'unit'>>

const BEGINS = '2028-03-01'
const ENDS = '2029-02-28'

const amountOf = ([component, amount, unit]: Part) => ({ component, amount, unit })

const recipe = (capability: string, ...parts: readonly Part[]): Recipe => ({
  capability,
  alternatives: [{ id: 'whole', components: parts.map(amountOf) } satisfies Alternative],
})

const need = (capability: string, units: number, more: Partial<Requirement> = {}): Requirement => ({
  ...{ id: capability, capability, units, weight: 1, mission: null },
  ...{ from: BEGINS, until: ENDS, startBy: null, languages: [], minimumReadiness: 0 },
  ...more,
})

const offer = (letter: string, part: Part, more: Given = {}): Offer => ({
  ...{ id: `${letter}.${part[0]}`, party: invented(letter), capability: null },
  ...amountOf(part),
  ...{ from: '2028-01-01', until: '2029-12-31', state: 'announced', rotation: null },
  ...{ readiness: 2, languages: ['en', 'fr'], conditions: [], needs: [], lot: 1 },
  caveats: {
    ...{ missionsExcluded: [], partnersExcluded: [], partnersPreferred: [] },
    partnersReadiness: null,
  },
  ...more,
})

/**
 * Seven needs such as papers name again and again, and what invented states would give: helicopters given by one,
 * refurbished by a second and crewed by a third; an organisation that trains whom another state equips; and gaps that no
 * set of offers closes, each for another reason.
 */
export const EXAMPLE: Instance = {
  asOf: '2027-12-01',
  kinds: [...KINDS],
  recipes: [
    recipe(
      'aviation.helicopter.utility',
      ...([
        ['equipment', 2, 'helicopter'],
        ['people', 2, 'team'],
        ['sustainment', 1, 'kit'],
        ['transport', 1, 'flight'],
      ] satisfies Part[]),
    ),
    recipe('aviation.uas', ['equipment', 4, 'aircraft'], ['people', 1, 'team']),
    recipe(
      'engineering.company',
      ...([
        ['people', 3, 'team'],
        ['equipment', 1, 'kit'],
        ['transport', 1, 'voyage'],
      ] satisfies Part[]),
    ),
    recipe(
      'eod.company',
      ...([
        ['people', 2, 'team'],
        ['training', 1, 'course'],
        ['equipment', 1, 'kit'],
      ] satisfies Part[]),
    ),
    recipe(
      'medical.hospital.level2',
      ...([
        ['equipment', 1, 'hospital'],
        ['people', 3, 'team'],
        ['transport', 1, 'voyage'],
      ] satisfies Part[]),
    ),
    recipe('police.fpu', ['unit', 1, 'unit']),
    recipe('signals.company', ['people', 2, 'team'], ['equipment', 1, 'kit']),
  ],
  offers: [
    offer('A', ['equipment', 4, 'helicopter'], { capability: 'aviation' }),
    offer('B', ['sustainment', 2, 'kit'], { capability: 'aviation' }),
    offer('B', ['transport', 2, 'flight'], { capability: 'aviation' }),
    offer('C', ['people', 3, 'team'], { capability: 'aviation' }),
    offer('D', ['equipment', 1, 'hospital'], { capability: 'medical' }),
    offer('E', ['people', 3, 'team'], { capability: 'medical' }),
    offer('F', ['transport', 2, 'voyage']),
    offer('G', ['people', 6, 'team'], { capability: 'engineering' }),
    offer('H', ['equipment', 2, 'kit'], { capability: 'engineering' }),
    offer('I', ['people', 2, 'team'], { capability: 'eod', state: 'standing' }),
    offer('J', ['equipment', 1, 'kit'], { capability: 'eod' }),
    offer('K', ['unit', 1, 'unit'], { capability: 'police.fpu', from: '2028-09-01' }),
    offer('R', ['training', 1, 'course'], { capability: 'eod' }),
  ],
  requirements: [
    need('aviation.helicopter.utility', 2, { weight: 3 }),
    need('aviation.uas', 1, { weight: 2 }),
    need('engineering.company', 2),
    need('eod.company', 1, { weight: 2 }),
    need('medical.hospital.level2', 1, { weight: 3 }),
    need('police.fpu', 1, { weight: 2, languages: ['fr'] }),
    need('signals.company', 1),
  ],
  existing: [
    [invented('A'), invented('C')],
    [invented('I'), invented('R')],
  ],
  accepted: null,
}
