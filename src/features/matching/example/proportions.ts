/**
 * The shape of the record, for what is invented: capabilities with a recipe, how many of 258 pledges of eight editions
 * concern their family, and how often papers name it as needed. Counted on 1 January 2026; it need not be exact.
 */
export const CAPABILITIES: readonly (readonly [code: string, pledged: number, needed: number])[] = [
  ['infantry.battalion', 15, 2],
  ['infantry.qrf', 12, 3],
  ['special-forces.company', 3, 1],
  ['aviation.helicopter.utility', 11, 5],
  ['aviation.helicopter.armed', 5, 2],
  ['aviation.medevac', 6, 2],
  ['aviation.transport.tactical', 7, 2],
  ['aviation.uas', 6, 2],
  ['pisr.aerial', 4, 3],
  ['engineering.company', 16, 2],
  ['eod.company', 6, 2],
  ['logistics.transport-company', 3, 1],
  ['logistics.combat-convoy', 2, 1],
  ['medical.hospital.level2', 19, 3],
  ['signals.company', 4, 1],
  ['maritime.riverine', 2, 1],
  ['cbrn.laboratory', 1, 1],
  ['police.fpu', 30, 2],
]

/** How many pledges each of those who pledged has in the record, the most first. */
export const SIZES: readonly number[] = [
  ...[25, 22, 17, 13, 13, 12, 12, 12, 10, 9, 9, 9, 9, 7, 7, 6, 6, 5, 5, 5, 5, 4, 4, 4],
  ...[3, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
]
