import { z } from 'zod'

/**
 * How far a pledge is carried out, as a reviewer finds it: the five points of the independent reviews of the Open
 * Government Partnership.
 */
export const POINTS = ['no-evidence', 'not-started', 'limited', 'substantial', 'complete'] as const
export const Point = z.enum(POINTS)
export type Point = z.infer<typeof Point>

/** Points that a state may find unfavourable: they need a source of grade A or B to be public. */
export const isUnfavourablePoint = (point: Point): boolean =>
  point !== 'substantial' && point !== 'complete'

/**
 * What a party says of itself: the three stages of the Global Refugee Forum. They are another scale than the points,
 * and never counted with them.
 */
export const SELF_STAGES = ['planning', 'in-progress', 'fulfilled'] as const
export const SelfStage = z.enum(SELF_STAGES)
export type SelfStage = z.infer<typeof SelfStage>

/** Whose reading of the words it is: ours, or the author's own, who used the scale. */
export const MappedBy = z.enum(['us', 'author'])
export type MappedBy = z.infer<typeof MappedBy>
