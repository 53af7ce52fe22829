import type { ConferenceId, PartyCode, SessionId } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Outline } from '../conferences/outline.ts'
import { foldedOf, listsAt } from '../floor/queries.ts'
import type { Floor } from '../floor/queue/floor.ts'
import { type Window, windowOf } from '../floor/queue/settings.ts'
import type { Party } from '../parties/model.ts'
import { partyOf } from '../parties/queries.ts'
import { announced } from '../programme/queries.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'

/** A session of the published programme that has a list of speakers. */
export interface OpenList {
  session: ProgrammeSession
  floor: Floor
  window: Window
}

/** Every list that a delegation may know of, in the order of the programme; null: there is no such conference. */
export async function announcedLists(
  db: Reading,
  conference: ConferenceId,
): Promise<{ outline: Outline; lists: readonly OpenList[] } | null> {
  const found = await announced(db, conference)
  if (!found) return null
  const outline = found.conference
  const with_ = new Set((await listsAt(db, conference)).map(({ session }) => session as string))
  const lists: OpenList[] = []
  for (const session of found.programme?.sessions ?? []) {
    if (!with_.has(session.id)) continue
    const floor = await foldedOf(db, { conference, session: session.id as SessionId })
    if (floor) lists.push({ session, floor, window: windowOf(floor.settings, outline.zone) })
  }
  return { outline, lists }
}

/** The same, with the delegation that asks. */
export async function listsFor(
  db: Reading,
  { conference, party: code }: { conference: ConferenceId; party: PartyCode },
): Promise<{ outline: Outline; party: Party; lists: readonly OpenList[] } | null> {
  const party = await partyOf(db, code)
  const found = party && (await announcedLists(db, conference))
  return party && found && { ...found, party }
}
