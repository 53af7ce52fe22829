import type { ColumnType } from 'kysely'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { type Audience, reaches } from '../../kernel/people/audience.ts'
import type { Text } from '../../kernel/text.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Signature } from '../conferences/settings.model.ts'
import type { ParticipantId } from '../delegations/participants/model.ts'
import type { Line, List, ListAudience, Named, State } from './model.ts'

type Moment = Temporal.Instant
type Json<Kept> = ColumnType<Kept, string | null, string | null>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    participantList: {
      conference: ConferenceId
      number: number
      state: State
      audience: ListAudience
      note: Json<Text | null>
      preparedAt: Moment
      preparedBy: string
      publishedAt: Moment | null
      publishedBy: string | null
    }
    participantListLine: {
      conference: ConferenceId
      number: number
      participant: ParticipantId | null
      kind: string
      party: PartyCode | null
      named: Json<Named | null>
    }
    participantListSignOff: Signature & {
      conference: ConferenceId
      number: number
      signedAt: Moment
    }
  }
}

/** A list without its lines. */
export type Head = Omit<List, 'lines'>

/** Every list of a conference without its lines, newest first. */
export const headsOf = (db: Reading | Writing, conference: ConferenceId): Promise<Head[]> =>
  db
    .selectFrom('participantList')
    .select(['conference', 'number', 'state', 'audience', 'note', 'preparedAt', 'publishedAt'])
    .where('conference', '=', conference)
    .orderBy('number', 'desc')
    .execute()

/** The lists that a reader of an audience may see, newest first. */
export const publishedFor = async (
  db: Reading,
  conference: ConferenceId,
  reader: Audience,
): Promise<Head[]> =>
  (await headsOf(db, conference)).filter(
    ({ state, audience }) => state === 'published' && reaches(reader, audience),
  )

export const linesOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  number: number,
): Promise<Line[]> =>
  db
    .selectFrom('participantListLine')
    .select(['participant', 'kind', 'party', 'named'])
    .where('conference', '=', conference)
    .where('number', '=', number)
    .execute()

/** Who has signed a list, in the order in which they did. */
export const signaturesOf = (db: Reading | Writing, conference: ConferenceId, number: number) =>
  db
    .selectFrom('participantListSignOff')
    .select(['side', 'signedBy', 'signedAt'])
    .where('conference', '=', conference)
    .where('number', '=', number)
    .orderBy('signedAt')
    .execute()
