import { z } from 'zod'
import type { ConferenceId } from '../../../kernel/ids.ts'
import { Language } from '../../../kernel/language.ts'
import { boundsOf } from '../../../kernel/quantity.ts'
import { Day } from '../../../kernel/time.ts'
import { CapabilityCode } from '../../capabilities/model.ts'
import { type Requirement, RequirementId } from '../../capabilities/requirements.model.ts'
import { Amount, OFFER_AUDIENCES, OfConference, Readiness } from '../model.ts'

export const NeedId = z.uuid().brand<'NeedId'>()
export type NeedId = z.infer<typeof NeedId>

/** A need of a conference, made ready to be set against offers: what papers leave open, the secretariat assumes. */
export const NeedTerms = z
  .strictObject({
    capability: CapabilityCode,
    /** What a paper says of it, where one does. */
    requirement: RequirementId.nullable().default(null),
    units: z.int().min(1).max(10_000),
    /** What a unit of it counts for beside a unit of another need; known to the secretariat only. */
    weight: z.int().min(1).max(10_000).default(1),
    mission: z.string().min(1).max(40).nullable().default(null),
    from: Day,
    until: Day,
    /** The last day on which a unit may begin; null where all begin on the first day. */
    startBy: Day.nullable().default(null),
    languages: z.array(Language).max(20).default([]),
    minimumReadiness: Readiness.default(0),
    words: z.string().trim().max(400).nullable().default(null),
    audience: z.enum(OFFER_AUDIENCES).default('secretariat'),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'offers.ends-before' })
  .refine(({ from, until, startBy }) => startBy === null || (from <= startBy && startBy <= until), {
    path: ['startBy'],
    error: 'offers.begins-outside',
  })
export type NeedTerms = z.infer<typeof NeedTerms>

export interface Need {
  id: NeedId
  conference: ConferenceId
  terms: NeedTerms
  version: number
  changedAt: Temporal.Instant
  /** Null as long as it is sought. */
  droppedAt: Temporal.Instant | null
}

export const OfNeed = OfConference.extend({ need: NeedId })

/** One way to make up a whole unit: all of its parts. */
const Alternative = z.strictObject({
  components: z
    .array(Amount)
    .min(1)
    .max(8)
    .refine(
      (all) => new Set(all.map(({ component }) => component)).size === all.length,
      'offers.need-twice',
    ),
})

/** How the secretariat assumes that whole units of a capability are made up; any of its alternatives will do. */
export const Alternatives = z.array(Alternative).min(1).max(6)
export type Alternatives = z.infer<typeof Alternatives>

export interface Assumed {
  capability: CapabilityCode
  alternatives: Alternatives
  version: number
}

/** The parts of a need about which a paper may say something. */
export const ASSUMABLE = ['units', 'mission', 'from', 'languages', 'until', 'readiness'] as const
export type Assumable = (typeof ASSUMABLE)[number]

type Said = Pick<Requirement, 'quantity' | 'mission' | 'neededBy' | 'language'>

/** What of a need no paper says: the secretariat's assumptions, in the order in which they are told. */
export function assumptionsOf(need: NeedTerms, paper: Said | null): Assumable[] {
  const bounds = paper && boundsOf(paper.quantity)
  const isSaid: Record<Assumable, boolean> = {
    units: bounds !== null && (bounds.low === need.units || bounds.high === need.units),
    mission: need.mission === (paper?.mission ?? null),
    from: paper?.neededBy?.on != null && need.from.startsWith(paper.neededBy.on),
    until: false,
    languages: need.languages.every((language) => language === paper?.language),
    readiness: need.minimumReadiness === 0,
  }
  return ASSUMABLE.filter((part) => !isSaid[part])
}

/** What other delegations read of a need: never what it counts for. */
export interface Sought extends Pick<Need, 'id'> {
  terms: Omit<NeedTerms, 'weight' | 'audience'>
}

/** A need as delegations read it; null where the secretariat keeps it, or it is over. */
export function soughtOn(need: Need | null, day: string): Sought | null {
  if (need?.terms.audience !== 'participants' || need.droppedAt !== null) return null
  if (need.terms.until < day) return null
  const { weight: _, audience: __, ...terms } = need.terms
  return { id: need.id, terms }
}
