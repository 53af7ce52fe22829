import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { holdingLane } from './lane.ts'
import { type InCompany, together } from './together.ts'

/** How many go together at most: all of them wait for the last. */
const LARGEST_COMPANY = 32

/** How many companies go before another process may have the lane. */
const COMPANIES = 4

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

  async function go(connection: Kysely<Tables>, company: readonly Waiting<Deed, Left>[]) {
    const deeds = company.map(({ deed }) => deed)
    const ends = await together(connection, deeds, how)
    for (const [place, one] of company.entries()) {
      const end = ends[place]
      if (end?.status === 'fulfilled') one.resolve(end.value)
      else one.reject(end?.reason)
    }
  }

  async function serve(lane: string, line: Waiting<Deed, Left>[]): Promise<void> {
    while (line.length > 0) {
      try {
        await holdingLane(db, lane, async (connection) => {
          for (let left = COMPANIES; left > 0 && line.length > 0; left -= 1) {
            await go(connection, line.splice(0, LARGEST_COMPANY))
          }
        })
      } catch (error) {
        // There is no connection, or it broke between two companies.
        for (const one of line.splice(0)) one.reject(error)
      }
    }
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
