import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import type { Party } from '../parties/model.ts'
import { partyOf } from '../parties/queries.ts'

/** A conference, and the party that works at it. */
export interface Place {
  outline: Outline
  party: Party
}

/** Null where one of them is not there. */
export async function placeOf(
  db: Reading,
  { conference, party: code }: { conference: ConferenceId; party: PartyCode },
): Promise<Place | null> {
  const outline = await outlineById(db, conference)
  const party = await partyOf(db, code)
  return outline && party && { outline, party }
}
