import type { ConferenceId, FileId, PartyCode } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { Document } from './model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    delegationDocument: Document
  }
}

/** The notes and credentials of a delegation, newest first. */
export const documentsOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  party: PartyCode,
): Promise<Document[]> =>
  db
    .selectFrom('delegationDocument')
    .selectAll()
    .where('conference', '=', conference)
    .where('party', '=', party)
    .orderBy('at', 'desc')
    .execute()

export const documentOf = (db: Reading | Writing, id: string): Promise<Document | null> =>
  db
    .selectFrom('delegationDocument')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** The parties of a conference whose delegation a verified document names. */
export const verifiedAt = (
  db: Reading | Writing,
  conference: ConferenceId,
): Promise<ReadonlySet<PartyCode>> =>
  db
    .selectFrom('delegationDocument')
    .select('party')
    .distinct()
    .where('conference', '=', conference)
    .where('state', '=', 'verified')
    .execute()
    .then((rows) => new Set(rows.map(({ party }) => party)))

/** Documents that wait for somebody to read them, by party. */
export const waitingAt = (
  db: Reading,
  conference: ConferenceId,
): Promise<{ party: PartyCode; id: string; file: FileId | null }[]> =>
  db
    .selectFrom('delegationDocument')
    .select(['party', 'id', 'file'])
    .where('conference', '=', conference)
    .where('state', '=', 'received')
    .orderBy('at')
    .execute()

/** How far the papers of each delegation are, by party: once for each state in which there is one. */
export const documentStatesAt = (
  db: Reading,
  conference: ConferenceId,
): Promise<{ party: PartyCode; state: Document['state'] }[]> =>
  db
    .selectFrom('delegationDocument')
    .select(['party', 'state'])
    .distinct()
    .where('conference', '=', conference)
    .execute()
