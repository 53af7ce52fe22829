import type { Reading } from '../../../platform/database/tables.ts'
import { capabilityNamesOf } from '../../capabilities/queries.ts'
import { everyGroup, everyParty, regionalMemberships } from '../../parties/queries.ts'
import { recordFacts } from '../facts.queries.ts'
import { knownOnDay } from '../ledger.model.ts'
import type { MapFacts } from './facts.ts'
import type { MapWish } from './presence.ts'

/** Everything that the map shows for a wish, with the names of a day. */
export async function mapFacts(db: Reading, wish: MapWish, day: string): Promise<MapFacts | null> {
  const facts = await recordFacts(db)
  if (!facts) return null
  const groups = await everyGroup(db)
  return {
    ...facts,
    wish,
    day,
    today: knownOnDay(facts.entries, day),
    parties: await everyParty(db),
    regional: await regionalMemberships(db),
    groups: new Map(
      groups
        .filter(({ kind }) => kind === 'regional-group')
        .map(({ code, names }) => [code, names]),
    ),
    names: await capabilityNamesOf(db),
  }
}
