import type { ConferenceId } from '../../kernel/ids.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Door, KeptScan } from './model.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    door: Door & { openedBy: string; seenAt: Temporal.Instant | null }
    doorScan: KeptScan
  }
}

/** Every door of a conference, those that are open first. */
export const doorsAt = (db: Reading, conference: ConferenceId) =>
  db
    .selectFrom('door')
    .selectAll()
    .where('conference', '=', conference)
    .orderBy('closedAt', (order) => order.desc().nullsFirst())
    .orderBy('openedAt')
    .execute()

/** The open door of a secret; null: there is none, or it is closed. */
export const doorByKey = (db: Reading | Writing, key: string): Promise<Door | null> =>
  db
    .selectFrom('door')
    .select(['id', 'conference', 'name', 'zone', 'key', 'openedAt', 'closedAt'])
    .where('key', '=', key)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** What the doors of a conference wrote down, those of one zone where one is named. */
export const scansAt = (
  db: Reading | Writing,
  conference: ConferenceId,
  zone?: string,
): Promise<KeptScan[]> =>
  db
    .selectFrom('doorScan')
    .innerJoin('door', 'door.id', 'doorScan.door')
    .selectAll('doorScan')
    .where('doorScan.conference', '=', conference)
    .$if(zone !== undefined, (query) => query.where('door.zone', '=', zone as string))
    .orderBy('doorScan.at')
    .execute()
