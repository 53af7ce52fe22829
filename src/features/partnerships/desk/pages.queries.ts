import type { ConferenceId } from '../../../kernel/ids.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { capabilityNamesOf } from '../../capabilities/queries.ts'
import { outlineById } from '../../conferences/queries.ts'
import { everyParty } from '../../parties/queries.ts'

/** What every page of calculations knows; null where there is no such conference. */
export async function deskFacts(db: Reading, conference: ConferenceId) {
  const outline = await outlineById(db, conference)
  if (!outline) return null
  const parties = await everyParty(db)
  return {
    outline,
    capabilities: await capabilityNamesOf(db),
    parties: new Map(parties.map((one) => [one.code, one])),
  }
}
