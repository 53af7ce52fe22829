import type { PartyCode } from '../../../kernel/ids.ts'
import type { Writing } from '../../../platform/command/command.ts'
import { pairsIn } from '../calculated/instance.ts'
import { givingTogether } from '../calculated/queries.ts'
import type { WorkingPair } from './queries.ts'

/** The pairs of some parties, each new or strengthened by what was known before. */
export async function pairsOf(
  db: Writing,
  parties: readonly PartyCode[],
): Promise<Pick<WorkingPair, 'one' | 'other' | 'kind'>[]> {
  const keyOf = ([one, other]: readonly [PartyCode, PartyCode]) => `${one} ${other}`
  const known = new Set(pairsIn(await givingTogether(db)).map(keyOf))
  return pairsIn([parties]).map((pair) => ({
    ...{ one: pair[0], other: pair[1] },
    kind: known.has(keyOf(pair)) ? 'strengthened' : 'new',
  }))
}

/** Keeps that parties agreed to give something together: the next calculation counts them as existing pairs. */
export async function keepPairs(db: Writing, pairs: readonly WorkingPair[]): Promise<void> {
  if (pairs.length > 0)
    await db
      .insertInto('workingPair')
      .values([...pairs])
      .execute()
}
