import type { ConferenceId } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import { floorOf, type ListOfSpeakers } from '../floor/facts.queries.ts'
import { listsAt } from '../floor/queries.ts'
import { heldCalled } from '../floor/rehearsal/rehearsals.queries.ts'

/** The list of a session that an address names; null where there is none. */
export async function listCalled(
  db: Reading,
  conference: ConferenceId,
  slug: string,
): Promise<ListOfSpeakers | null> {
  const held = await heldCalled(db, conference, slug)
  const found = held && (await floorOf(db, { conference, session: held.session.id }))
  return found?.list ?? null
}

/** All lists of a conference, in the order of its programme; null where there is no such conference. */
export async function listsOf(
  db: Reading,
  id: ConferenceId,
): Promise<{ conference: Outline; lists: readonly ListOfSpeakers[] } | null> {
  const conference = await outlineById(db, id)
  if (!conference) return null
  const lists: ListOfSpeakers[] = []
  for (const { session } of await listsAt(db, id)) {
    const found = await floorOf(db, { conference: id, session })
    if (found?.list) lists.push(found.list)
  }
  return { conference, lists: lists.toSorted(inProgramme) }
}

const placeOf = ({ session: { day, start, position, slug } }: ListOfSpeakers) =>
  `${day} ${start ?? ''} ${String(position).padStart(4, '0')} ${slug}`

const inProgramme = (a: ListOfSpeakers, b: ListOfSpeakers) => (placeOf(a) < placeOf(b) ? -1 : 1)
