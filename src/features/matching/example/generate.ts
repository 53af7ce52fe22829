import { PartyCode } from '../../../kernel/ids.ts'
import type { Instance, Offer, Requirement } from '../model/instance.ts'
import type { Kind, Recipe } from '../model/recipe.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { CAPABILITIES, SIZES } from './proportions.ts'

/** How large an invented instance is. */
export interface Size {
  parties: number
  offers: number
  requirements: number
}

export const KINDS: readonly Kind[] = [
  { code: 'people', once: false, speaks: true },
  { code: 'equipment', once: false, speaks: false },
  { code: 'sustainment', once: false, speaks: false },
  { code: 'training', once: true, speaks: false },
  { code: 'transport', once: true, speaks: false },
]

/** A unit takes several contingents of people, sets of equipment, one training, some lifts and a sustainment. */
const AMOUNTS: Readonly<Record<string, readonly number[]>> = {
  people: [1, 2, 3, 4],
  equipment: [1, 2, 3],
  sustainment: [1],
  training: [1],
  transport: [1, 2],
}
const UNITS: Readonly<Record<string, string>> = {
  ...{ people: 'team', equipment: 'kit', sustainment: 'commitment' },
  ...{ training: 'course', transport: 'aircraft' },
}

/** Rotations begin with quarters of a year; most offers last for one year or two. */
const QUARTERS = ['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01']
const ENDS = ['2027-12-31', '2028-06-30', '2028-12-31', '2029-12-31']
const LASTING = ['2027-12-31', '2028-06-30', '2028-12-31']

const amongWeighted = <One>(chance: Chance, all: readonly (readonly [One, number])[]): One => {
  let at = chance.number() * all.reduce((sum, [, weight]) => sum + weight, 0)
  return (all.find(([, weight]) => {
    at -= weight
    return at < 0
  }) ?? (all[0] as readonly [One, number]))[0]
}
const whole = (chance: Chance, from: number, to: number) =>
  from + Math.floor(chance.number() * (to - from + 1))

/** Fictional parties: P001, P002 …; how much each offers follows the record. */
export const partyCode = (at: number): PartyCode =>
  PartyCode.parse(`P${String(at + 1).padStart(3, '0')}`)

/**
 * Invents an instance in the proportions of the record, the same from the same seed: few parties offer much and many a
 * little, components come from different parties, lift is short, one offer in eight carries a caveat.
 */
export function generate(seed: number, { parties, offers, requirements }: Size): Instance {
  const chance = chanceFrom(seed)
  const recipes = CAPABILITIES.map(([code]) => recipeOf(chance, code))
  const weights = Array.from({ length: parties }, (_, at): [PartyCode, number] => [
    partyCode(at),
    SIZES[Math.floor((at * SIZES.length) / parties)] ?? 1,
  ])
  return {
    asOf: '2026-12-01',
    kinds: [...KINDS],
    recipes,
    offers: Array.from({ length: offers }, (_, at) => anyOffer(chance, at, weights)),
    requirements: Array.from({ length: requirements }, (_, at) => anyNeed(chance, at)),
    existing: Array.from({ length: parties }, (): [PartyCode, PartyCode] => [
      amongWeighted(chance, weights),
      amongWeighted(chance, weights),
    ]).filter(([a, b]) => a !== b),
    accepted: null,
  }
}

function recipeOf(chance: Chance, capability: string): Recipe {
  const components = KINDS.map(({ code }) => ({
    component: code,
    amount: chance.of(AMOUNTS[code] as readonly number[]),
    unit: UNITS[code] as string,
  }))
  return { capability, alternatives: [{ id: 'whole', components }] }
}

const SHARES: readonly (readonly [string, number])[] = [
  ['people', 9],
  ['equipment', 7],
  ['sustainment', 3],
  ['training', 3],
  ['transport', 3],
]

function anyOffer(chance: Chance, at: number, weights: readonly [PartyCode, number][]): Offer {
  const component = amongWeighted(chance, SHARES)
  const lot = chance.once(8) ? 2 : 1
  const from = chance.once(3) ? chance.of(QUARTERS) : '2027-01-01'
  const languages = chance.of([['en'], ['fr'], ['en', 'fr'], ['en', 'es'], ['ar', 'fr']] as const)
  return {
    id: `offer-${String(at + 1).padStart(5, '0')}`,
    party: amongWeighted(chance, weights),
    capability:
      component === 'transport' && chance.once(2)
        ? null
        : amongWeighted(
            chance,
            CAPABILITIES.map(([code, pledged]) => [code, pledged] as const),
          ),
    component,
    amount: lot * whole(chance, 1, (component === 'people' ? 6 : 4) / lot),
    unit: UNITS[component] as string,
    from,
    until: chance.of(ENDS),
    state: chance.once(2) ? 'announced' : 'standing',
    rotation:
      component === 'people' && chance.once(6)
        ? { turnMonths: 6, turns: whole(chance, 2, 4) }
        : null,
    readiness: whole(chance, 1, 3),
    languages: [...languages],
    conditions: chance.once(5) ? [chance.of(['funding', 'equipment', 'agreement-pending'])] : [],
    caveats: {
      missionsExcluded: chance.once(16) ? [chance.of(MISSIONS)] : [],
      partnersExcluded: chance.once(60) ? [amongWeighted(chance, weights)] : [],
      partnersPreferred: chance.once(20) ? [amongWeighted(chance, weights)] : [],
      partnersReadiness: chance.once(60) ? 2 : null,
    },
    needs:
      component === 'people' && chance.once(12)
        ? [{ component: 'transport', amount: 1, unit: 'aircraft' }]
        : [],
    lot,
  }
}

const MISSIONS = ['MISSION-A', 'MISSION-B', 'MISSION-C', 'MISSION-D']

function anyNeed(chance: Chance, at: number): Requirement {
  return {
    id: `need-${String(at + 1).padStart(4, '0')}`,
    capability: amongWeighted(
      chance,
      CAPABILITIES.map(([code, pledged, needed]) => [code, pledged + 4 * needed] as const),
    ),
    units: whole(chance, 1, 3),
    weight: chance.of([1, 2, 3, 5]),
    mission: chance.once(3) ? null : chance.of(MISSIONS),
    from: chance.of(['2027-01-01', '2027-01-01', '2027-04-01', '2027-07-01']),
    until: chance.of(LASTING),
    startBy: chance.once(4) ? '2027-10-01' : null,
    languages: chance.once(3) ? ['fr'] : [],
    minimumReadiness: chance.of([1, 1, 2]),
  }
}
