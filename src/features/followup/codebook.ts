import type { Stage } from '../pledges/history.model.ts'
import type { Point, SelfStage } from './scale.model.ts'

/** What reviewers code by. It is published; what it says changes with a new version only. */
export interface Codebook {
  version: string
  /** The day from which it is used. */
  since: string
  /** How many days a party has for its comment before a first publication, and before a later one. */
  comment: { first: number; later: number }
  /** Within how many days the secretariat answers a reply. */
  answer: number
}

export const CODEBOOKS: readonly [Codebook, ...Codebook[]] = [
  { version: '1.0', since: '2026-11-26', comment: { first: 30, later: 10 }, answer: 10 },
]

export const CODEBOOK: Codebook = CODEBOOKS[0]

/**
 * What a reported stage says of itself on the three stages. Null: the pledger has done its part, or the pledge has come
 * to rest; no stage stands for that.
 */
export const SELF_STAGE_OF: Readonly<Record<Stage, SelfStage | null>> = {
  announced: 'planning',
  registered: 'planning',
  preparing: 'in-progress',
  'ready-not-requested': null,
  'partly-delivered': 'in-progress',
  delivered: 'fulfilled',
  suspended: null,
  withdrawn: null,
  ended: null,
}

/** What a point is beside on the three stages: for reading, nothing is computed from it. */
export const SELF_STAGE_BESIDE: Readonly<Record<Point, SelfStage | null>> = {
  'no-evidence': null,
  'not-started': 'planning',
  limited: 'in-progress',
  substantial: 'in-progress',
  complete: 'fulfilled',
}
