import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { Language } from '../../../kernel/language.ts'
import { Day } from '../../../kernel/time.ts'
import { CapabilityCode } from '../../capabilities/model.ts'
import { Plan } from './plan.ts'
import { Amount, ComponentCode, Kind, Recipe } from './recipe.ts'

/** Announced for this occasion, or there until it is taken back. The calculation treats both alike. */
export const OFFER_STATES = ['announced', 'standing'] as const

/** What somebody offers on condition that …; known to its author and the desk only. All of it is hard but preferences. */
export const Caveats = z.strictObject({
  missionsExcluded: z.array(z.string().min(1)),
  partnersExcluded: z.array(PartyCode),
  /** Wished for, never demanded: counts like an existing partnership. */
  partnersPreferred: z.array(PartyCode),
  /** The least readiness of every other share for the same requirement; null where nothing is asked. */
  partnersReadiness: z.number().nullable(),
})
export type Caveats = z.infer<typeof Caveats>

/** What a party would give. Every field that is not said to be a wish is hard. */
export const Offer = z.strictObject({
  id: z.string().min(1).max(80),
  party: PartyCode,
  /** For units of this capability or any below it; null for any capability at all, such as lift. */
  capability: CapabilityCode.nullable(),
  component: ComponentCode,
  /** How much there is at any time. */
  amount: z.number(),
  unit: z.string().min(1).max(40),
  /** First and last day on which it is there. */
  from: Day,
  until: Day,
  state: z.enum(OFFER_STATES),
  /** Held for so many turns of so many months from its first day, and no longer. */
  rotation: z.strictObject({ turnMonths: z.number(), turns: z.number() }).nullable(),
  /** Level of readiness, 0 where none is known. */
  readiness: z.number(),
  /** Empty where nobody said; that satisfies no need for a language. */
  languages: z.array(Language),
  /** Codes such as `funding`, `agreement-pending`: carried into the plan and said, not calculated. */
  conditions: z.array(z.string().min(1)),
  caveats: Caveats,
  /** What others must give in return for each lot of it, for the same requirement. */
  needs: z.array(Amount),
  /** Given in whole lots of so many. */
  lot: z.number(),
})
export type Offer = z.infer<typeof Offer>

/** What is needed: so many whole units for a time. */
export const Requirement = z.strictObject({
  id: z.string().min(1).max(80),
  capability: CapabilityCode,
  units: z.number(),
  /** What a unit of it counts for beside a unit of another requirement. */
  weight: z.number(),
  mission: z.string().min(1).nullable(),
  from: Day,
  until: Day,
  /** The last day on which a unit may begin; null where all begin on the first day. */
  startBy: Day.nullable(),
  /** One of them must be spoken by whoever gives what speaks; empty where any will do. */
  languages: z.array(Language),
  minimumReadiness: z.number(),
})
export type Requirement = z.infer<typeof Requirement>

/** All that a calculation knows. It reads nothing else, and no clock. */
export const Instance = z.strictObject({
  asOf: Day,
  kinds: z.array(Kind),
  recipes: z.array(Recipe),
  offers: z.array(Offer),
  requirements: z.array(Requirement),
  /** Pairs of parties that already work together, in any order. */
  existing: z.array(z.tuple([PartyCode, PartyCode])),
  /** The plan that was agreed last, from which as little as possible should change. */
  accepted: Plan.nullable(),
})
export type Instance = z.infer<typeof Instance>
