import type { Kysely } from 'kysely'
import type { Tables, Writing } from '../../database/tables.ts'
import { retrying } from './retry.ts'

/** How deeds are done in one transaction. */
export interface InCompany<Deed, Ground, Left> {
  /** What they all need. */
  begin(db: Writing, deeds: readonly Deed[]): Promise<Ground>
  /** The deeds in their order, in runs that are done at once. */
  runs(deeds: readonly Deed[]): readonly (readonly Deed[])[]
  /** Does a run. Whoever is refused in its end has written nothing; what is thrown takes all of it back. */
  act(ground: Ground, run: readonly Deed[]): Promise<readonly PromiseSettledResult<Left>[]>
  /** Writes what all of them leave behind, in their order. */
  finish(ground: Ground, left: readonly Left[]): Promise<void>
}

/**
 * Does deeds one after the other in one transaction, tried again where PostgreSQL gave it up for the sake of another.
 * Where one of them fails that has begun to write, nothing of it stands, and each goes once more, alone.
 */
export async function together<Deed, Ground, Left>(
  connection: Kysely<Tables>,
  deeds: readonly Deed[],
  how: InCompany<Deed, Ground, Left>,
): Promise<readonly PromiseSettledResult<Left>[]> {
  try {
    return await retrying(() =>
      connection
        .transaction()
        .setIsolationLevel('serializable')
        .execute((db) => inOrder(db, deeds, how)),
    )
  } catch (reason) {
    if (deeds.length === 1) return [{ status: 'rejected', reason }]
    const ends: PromiseSettledResult<Left>[] = []
    for (const deed of deeds) ends.push(...(await together(connection, [deed], how)))
    return ends
  }
}

async function inOrder<Deed, Ground, Left>(
  db: Writing,
  deeds: readonly Deed[],
  { begin, runs, act, finish }: InCompany<Deed, Ground, Left>,
): Promise<readonly PromiseSettledResult<Left>[]> {
  const ground = await begin(db, deeds)
  const ends: PromiseSettledResult<Left>[] = []
  for (const run of runs(deeds)) ends.push(...(await act(ground, run)))
  const left = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  await finish(ground, left)
  return ends
}
