import { type ColumnType, sql } from 'kysely'
import { ConferenceId } from '../../kernel/ids.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { ParticipantId } from '../delegations/participants/model.ts'
import { type Badge, type Settings, usualSettings } from './model.ts'

type Moment = Temporal.Instant

declare module '../../platform/database/tables.ts' {
  interface Tables {
    badgeSettings: {
      conference: string
      version: number
      content: ColumnType<Settings, string, string>
    }
    badgeKey: {
      conference: ConferenceId
      number: number
      publicKey: string
      privateKey: string
      madeAt: Moment
    }
    badge: Badge
  }
}

/** The badges of a conference as it decided them, or as is usual. */
export const settingsOf = (
  db: Reading | Writing,
  conference: string,
): Promise<{ settings: Settings; version: number }> =>
  db
    .selectFrom('badgeSettings')
    .select(['content', 'version'])
    .where('conference', '=', conference)
    .executeTakeFirst()
    .then((row) =>
      row
        ? { settings: row.content, version: row.version }
        : { settings: usualSettings(ConferenceId.parse(conference)), version: 0 },
    )

/** The newest key of a conference, private half and all: for signing alone. */
export const signingKey = (db: Writing, conference: ConferenceId) =>
  db
    .selectFrom('badgeKey')
    .select(['number', 'publicKey', 'privateKey'])
    .where('conference', '=', conference)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** The public keys of a conference, by number. */
export const publicKeys = (
  db: Reading,
  conference: ConferenceId,
): Promise<{ number: number; publicKey: string }[]> =>
  db
    .selectFrom('badgeKey')
    .select(['number', 'publicKey'])
    .where('conference', '=', conference)
    .orderBy('number')
    .execute()

/** Every badge and card of a conference, in the order of their identifiers. */
export const badgesAt = (db: Reading | Writing, conference: ConferenceId): Promise<Badge[]> =>
  db.selectFrom('badge').selectAll().where('conference', '=', conference).orderBy('id').execute()

/** The badges that some people hold and that are good. */
export async function heldBy(
  db: Reading | Writing,
  participants: readonly ParticipantId[],
): Promise<Badge[]> {
  if (participants.length === 0) return []
  return db
    .selectFrom('badge')
    .selectAll()
    .where('participant', 'in', participants)
    .where('zone', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
}

/** What was issued together, and is still good. */
export const batchOf = (db: Reading, conference: ConferenceId, batch: string): Promise<Badge[]> =>
  db
    .selectFrom('badge')
    .selectAll()
    .where('conference', '=', conference)
    .where('batch', '=', batch)
    .where('revokedAt', 'is', null)
    .orderBy('id')
    .execute()

/** When how many were issued together, newest first. */
export const batchesAt = (db: Reading, conference: ConferenceId) =>
  db
    .selectFrom('badge')
    .select([
      'batch',
      'zone',
      sql<Moment>`min(issued_at)`.as('at'),
      sql<number>`count(*)::int`.as('issued'),
      sql<number>`count(*) filter (where revoked_at is null)::int`.as('good'),
    ])
    .where('conference', '=', conference)
    .groupBy(['batch', 'zone'])
    .orderBy('at', 'desc')
    .execute()
