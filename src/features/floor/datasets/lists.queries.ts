import type { Reading } from '../../../platform/database/tables.ts'
import { everyLastRelease } from '../../programme/queries.ts'
import { isListed, type OfList } from '../model.ts'
import { bareFrom, type SpeakerRow } from '../queries.ts'
import type { Floor } from '../queue/floor.ts'
import { replayed } from '../queue/queue.ts'

/** A list that everybody may read. */
export interface PublicList {
  of: OfList
  floor: Floor
  speakers: readonly SpeakerRow[]
}

/** The clock opens no list to files: one that waits for its inscription to close is in them once the session begins. */
const NEVER = { opens: null, closes: null }

/** Every list of an announced session that everybody may read. */
export async function publicLists(db: Reading): Promise<PublicList[]> {
  const announced = new Set(
    (await everyLastRelease(db)).flatMap(({ sessions }) => sessions.map(({ id }) => String(id))),
  )
  const deeds = await db
    .selectFrom('floorDeed')
    .select(['conference', 'session', 'seq', 'at', 'what', 'hand', 'data'])
    .where('session', 'not in', db.selectFrom('floorRehearsal').select('session'))
    .orderBy('conference')
    .orderBy('session')
    .orderBy('seq')
    .execute()
  const speakers = Map.groupBy(
    await db.selectFrom('floorSpeaker').selectAll().orderBy('speech').execute(),
    ({ session }) => session,
  )
  return [...Map.groupBy(deeds, ({ session }) => session)].flatMap(([session, rows]) => {
    const floor = replayed(rows.map(bareFrom))
    const [first] = rows
    if (!floor || !first || !announced.has(session)) return []
    if (!isListed(floor, NEVER, 0)) return []
    const of = { conference: first.conference, session }
    return [{ of, floor, speakers: speakers.get(session) ?? [] }]
  })
}
