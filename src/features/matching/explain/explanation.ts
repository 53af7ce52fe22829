import type { PartyCode } from '../../../kernel/ids.ts'
import type { CapabilityCode } from '../../capabilities/model.ts'
import type { Share } from '../model/plan.ts'
import type { Amount, ComponentCode } from '../model/recipe.ts'

/** All units are whole; some are, or parts of one are there; nothing is. */
export const STANDINGS = ['covered', 'half', 'not'] as const
export type Standing = (typeof STANDINGS)[number]

/** What a share of an offer is used for. Needs in return are filled for somebody, beside the recipe. */
export interface Contribution extends Share {
  /** What the offer is subject to: codes such as `funding`. */
  conditions: readonly string[]
}

/** So much more of a component in these days, and one more unit would be whole. */
export interface Missing extends Amount {
  from: string
  until: string
}

/** One additional offer that would complete more units, confirmed by calculating again with it. */
export interface Completing extends Missing {
  /** Whole units of this requirement that would be added, and of all requirements together, weighted. */
  units: number
  weight: number
}

/**
 * Why a component is missing: nobody offers it; those who do are too few; it is used for a need that counts more (or as
 * much); it is there at other times; too little readiness; no common language; it is counted in something else; it waits
 * for something in return that nobody gives; a caveat on missions, partners or partners' readiness; or, for all who may
 * not know which, no combination under the current constraints.
 */
export const REASONS = [
  'nobody-offers',
  'too-little',
  'taken',
  'date',
  'readiness',
  'language',
  'needs-in-return',
  'mission-excluded',
  'partner-excluded',
  'partners-readiness',
  'no-combination',
] as const
export type ReasonCode = (typeof REASONS)[number]

export interface Reason {
  code: ReasonCode
  component: ComponentCode | null
  /** How much stands behind it, in the unit of the component; null where that is not told. */
  amount: number | null
  /** Whose offer, where it is about one: told to those who may read it. */
  offer: string | null
  party: PartyCode | null
  /** For a need that took it: which. */
  requirement: string | null
  /** Rests on a caveat or on readiness: for its author and the desk only; others read `no-combination`. */
  confidential: boolean
}

export interface Explained {
  requirement: string
  standing: Standing
  /** Whole units, of how many. */
  units: number
  wanted: number
  by: readonly Contribution[]
  /** For one more whole unit, by the alternative that lacks least; empty where all are covered. */
  alternative: string | null
  missing: readonly Missing[]
  completing: readonly Completing[]
  reasons: readonly Reason[]
}

/** What one more of a component would be worth: «one more transport crew would complete three units». */
export interface Scarce {
  component: ComponentCode
  unit: string
  /** Null where it would serve any capability. */
  capability: CapabilityCode | null
  amount: number
  units: number
  weight: number
  /** The requirements whose units it would complete, and how many of each. */
  completes: readonly { requirement: string; units: number }[]
}

export interface Explanation {
  requirements: readonly Explained[]
  scarce: readonly Scarce[]
}
