import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { holdingLane } from './lane.ts'
import { type InCompany, together } from './together.ts'

/** How many go together at most: a lane is held for as long as they take, and all of them wait for the last. */
const LARGEST_COMPANY = 32

interface Waiting<Deed, Left> extends PromiseWithResolvers<Left> {
  readonly deed: Deed
}

/**
 * Lets deeds of one lane go one after the other, those of different lanes side by side. Whoever comes while others are at
 * work waits, and goes with all who wait: in one transaction, whose one commit makes all of them last. Each finds what the
 * one before has left, and one that is refused is refused alone.
 */
export function createTurns<Deed, Ground, Left>(
  db: Kysely<Tables>,
  how: InCompany<Deed, Ground, Left>,
): (lane: string, deed: Deed) => Promise<Left> {
  const lines = new Map<string, Waiting<Deed, Left>[]>()

  async function go(company: readonly Waiting<Deed, Left>[], lane: string): Promise<void> {
    const deeds = company.map(({ deed }) => deed)
    try {
      const ends = await holdingLane(db, lane, (connection) => together(connection, deeds, how))
      for (const [place, one] of company.entries()) {
        const end = ends[place]
        if (end?.status === 'fulfilled') one.resolve(end.value)
        else one.reject(end?.reason)
      }
    } catch (error) {
      for (const one of company) one.reject(error)
    }
  }

  async function serve(lane: string, line: Waiting<Deed, Left>[]): Promise<void> {
    while (line.length > 0) await go(line.splice(0, LARGEST_COMPANY), lane)
    lines.delete(lane)
  }

  return (lane, deed) => {
    const waiting = { ...Promise.withResolvers<Left>(), deed }
    const line = lines.get(lane)
    if (line) line.push(waiting)
    else {
      const begun = [waiting]
      lines.set(lane, begun)
      serve(lane, begun)
    }
    return waiting.promise
  }
}
