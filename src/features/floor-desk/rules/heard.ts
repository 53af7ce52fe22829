import type { Floor, Heard } from '../../floor/queue/floor.ts'

export type { Heard } from '../../floor/queue/floor.ts'

/** Half a second is the way of a hand to the key. */
const GRACE = 500

export const isOver = ({ spent, limit }: Pick<Heard, 'spent' | 'limit'>): boolean =>
  spent > limit * 1000 + GRACE

/** What was said in the session; how it is to be run was discussed apart. */
export const statementsOf = ({ heard }: Pick<Floor, 'heard'>): readonly Heard[] =>
  heard.filter(({ speech }) => speech.kind !== 'point-of-order')
