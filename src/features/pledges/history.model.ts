import { z } from 'zod'
import { PartyCode } from '../../kernel/ids.ts'
import { Currency } from '../../kernel/money.ts'
import { Audience } from '../../kernel/people/audience.ts'
import { Unit } from '../../kernel/quantity.ts'
import { must } from '../../kernel/refusal.ts'
import { Source } from '../../kernel/source.ts'
import { Text } from '../../kernel/text.ts'
import { PartialDay } from '../../kernel/time.ts'

/** How far a promise is carried out. `ready-not-requested` stands for itself: the pledger has done its part. */
export const STAGES = [
  'announced',
  'registered',
  'preparing',
  'ready-not-requested',
  'partly-delivered',
  'delivered',
  'suspended',
  'withdrawn',
  'ended',
] as const
export const Stage = z.enum(STAGES)
export type Stage = z.infer<typeof Stage>

/**
 * What a party may report after what. Whoever else reports is taken at their word: sources may differ, and a pledge
 * that is delivered in turns is delivered again.
 */
export const STAGES_AFTER: Readonly<Record<Stage, readonly Stage[]>> = {
  announced: [
    'registered',
    'preparing',
    'ready-not-requested',
    'partly-delivered',
    'delivered',
    'suspended',
    'withdrawn',
    'ended',
  ],
  registered: [
    'preparing',
    'ready-not-requested',
    'partly-delivered',
    'delivered',
    'suspended',
    'withdrawn',
    'ended',
  ],
  preparing: [
    'registered',
    'preparing',
    'ready-not-requested',
    'partly-delivered',
    'delivered',
    'suspended',
    'withdrawn',
    'ended',
  ],
  'ready-not-requested': [
    'preparing',
    'ready-not-requested',
    'partly-delivered',
    'delivered',
    'suspended',
    'withdrawn',
    'ended',
  ],
  'partly-delivered': ['partly-delivered', 'delivered', 'suspended', 'withdrawn', 'ended'],
  delivered: ['delivered', 'suspended', 'ended'],
  suspended: ['preparing', 'partly-delivered', 'delivered', 'withdrawn', 'ended'],
  withdrawn: [],
  ended: [],
}

/** States that a stage may be reported after another. */
export function mustFollow(before: Stage, next: Stage): void {
  must(STAGES_AFTER[before].includes(next), 'pledges.stage-does-not-follow', {
    before,
    next,
  })
}

/** Who says it. `pledger` is a party in its own words, `partner` another party of the same pledge. */
export const VOICES = [
  'pledger',
  'partner',
  'secretariat',
  'parliament',
  'press',
  'scholar',
  'reviewer',
] as const
export const Voice = z.enum(VOICES)
export type Voice = z.infer<typeof Voice>

/** The level reached by a day, never an addition to what was reached before: 6 of 16 helicopters. */
export const Reached = z
  .strictObject({ value: z.int().nonnegative(), unit: Unit, currency: Currency.nullable() })
  .refine(({ unit, currency }) => (unit === 'money') === (currency !== null), {
    error: 'quantity.currency-of-money',
  })
export type Reached = z.infer<typeof Reached>

const told = {
  /** When it was so, as far as that is known; null where the source has no date. */
  on: PartialDay.nullable(),
  voice: Voice,
  /** Where it was found; null where it was reported here, by the party or by the secretariat for it. */
  source: Source.nullable(),
  note: Text.nullable().default(null),
  /** Read between the lines by us: shown, never counted. */
  inferred: z.boolean().default(false),
  audience: Audience.default('public'),
}

export const DeliveryEvent = z.strictObject({
  stage: Stage,
  ...told,
  quantity: Reached.nullable().default(null),
  /** The party whose share this is about; null where the whole pledge is meant. */
  party: PartyCode.nullable().default(null),
})
export type DeliveryEvent = z.infer<typeof DeliveryEvent>

/** Stages that speak against a promise. */
const UNFAVOURABLE: ReadonlySet<Stage> = new Set(['suspended', 'withdrawn', 'ended'])

/**
 * What is unfavourable to a party is public only by a source of grade A or B, or where it was reported here. That a
 * promise came to rest is never told by a reprint alone.
 */
export function mustBeWellSourced(event: DeliveryEvent): void {
  const { stage, audience, source } = event
  const isWeak = source !== null && source.grade !== 'A' && source.grade !== 'B'
  must(
    !(UNFAVOURABLE.has(stage) && audience === 'public' && isWeak),
    'pledges.unfavourable-needs-source',
  )
}

/** The levels of the Peacekeeping Capability Readiness System; `RDL` is the rapid deployment level. */
export const LEVELS = ['1', '2', '3', 'RDL'] as const
export const Level = z.enum(LEVELS)
export type Level = z.infer<typeof Level>

/** `renewed` keeps a level, `ended` gives it up. */
export const ReadinessEvent = z.strictObject({
  level: Level,
  what: z.enum(['reached', 'renewed', 'ended']).default('reached'),
  ...told,
})
export type ReadinessEvent = z.infer<typeof ReadinessEvent>
