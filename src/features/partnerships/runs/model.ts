import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { ConferenceId } from '../../../kernel/ids.ts'
import type { Explanation } from '../../matching/explain/explanation.ts'
import type { Instance } from '../../matching/model/instance.ts'
import { LevelName, type Solution } from '../../matching/model/plan.ts'
import type { Problem } from '../../matching/model/problems.ts'
import { isSecretariat } from '../../pledges/life.model.ts'
import type { AssumedOf } from './assumed.model.ts'
import type { Change } from './changes.model.ts'

export const RunId = z.uuid().brand<'RunId'>()
export type RunId = z.infer<typeof RunId>

export const RUN_STATES = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const
export type RunState = (typeof RUN_STATES)[number]
/** Whether something is still to come of it. */
export const isOpen = (state: RunState): boolean => state === 'waiting' || state === 'running'

/**
 * What is calculated with: what is offered and sought at a conference, or what the record says that papers named and
 * pledges agreed to give.
 */
export const BASES = ['offers', 'record'] as const
export type BasisOf = (typeof BASES)[number]

/** How far a calculation is. */
export const Progress = z.object({
  level: LevelName,
  part: z.int(),
  parts: z.int(),
  value: z.number(),
  bound: z.number(),
})
export type Progress = z.infer<typeof Progress>

/** A calculation, without what it was made of and what came out. */
export interface Run {
  id: RunId
  conference: ConferenceId
  parent: RunId | null
  change: Change | null
  basis: BasisOf
  state: RunState
  /** The day for which it was made. */
  asOf: string
  askedBy: string
  askedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  progress: Progress | null
  digest: string | null
}

/** What came out of a calculation, and of what it was made. */
export interface Made {
  instance: Instance
  solution: Solution
  explanation: Explanation
  /** What nobody said of its needs, need by need. */
  assumed: readonly AssumedOf[]
  /** What is wrong with the data of which it was made. */
  problems: readonly Problem[]
}

/** A calculation that is done. */
export type RunMade = Run & Made

export const OfConference = z.strictObject({ conference: ConferenceId })
export const OfRun = OfConference.extend({ run: RunId })

/** Who calculates, and reads what came out: it names parties, and rests on their caveats (DIPLOMACY 19). */
export const calculates = (actor: Actor, conference: string): boolean =>
  isSecretariat(actor, conference)

/** In whose name the program itself says how far a calculation is. */
export const CALCULATOR: Actor = { kind: 'system', id: 'calculations', grants: [] }
export const isCalculator = ({ kind, id }: Actor): boolean =>
  kind === CALCULATOR.kind && id === CALCULATOR.id

export const addressOfGaps = (conference: string): string => `/${conference}/desk/gaps`
export const addressOfRuns = (conference: string): string => `/${conference}/desk/partnerships`
export const addressOfRun = ({ conference, id }: Pick<Run, 'conference' | 'id'>): string =>
  `${addressOfRuns(conference)}/${id}`
export const addressOfNeed = (run: Pick<Run, 'conference' | 'id'>, requirement: string): string =>
  `${addressOfRun(run)}/${encodeURIComponent(requirement)}`
