import { z } from 'zod'

/**
 * The ranks that the protocol of the United Nations counts, from the highest: those of the list of speakers of the
 * general debate. `official` is everybody who holds none of them.
 */
export const RANKS = [
  'head-of-state',
  'head-of-government',
  'vice-president',
  'crown-prince',
  'deputy-prime-minister',
  'minister',
  'vice-minister',
  'chair-of-delegation',
  'observer',
  'official',
] as const
export const Rank = z.enum(RANKS)
export type Rank = z.infer<typeof Rank>

/** Whether a rank is at least another. */
export const isAtLeast = (rank: Rank, required: Rank): boolean =>
  RANKS.indexOf(rank) <= RANKS.indexOf(required)

/** The higher rank first. */
export const byRank = (a: Rank, b: Rank): number => RANKS.indexOf(a) - RANKS.indexOf(b)
