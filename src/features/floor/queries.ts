import type { ColumnType } from 'kysely'
import type { ConferenceId, PartyCode, SessionId } from '../../kernel/ids.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { ParticipantId } from '../delegations/participants/model.ts'
import type { Session } from '../programme/model.ts'
import type { OfList, Speaker } from './model.ts'
import type { Deed, Hand, SpeechId, What } from './queue/deeds.ts'
import type { Floor, Meeting } from './queue/floor.ts'
import type { Preset } from './queue/presets.ts'
import { replayed } from './queue/queue.ts'

type Json<Kept> = ColumnType<Kept, string | null, string | null>

/** Who speaks, as kept beside the list. `content` is null where nobody is named, or not any more. */
export interface SpeakerRow {
  speech: SpeechId
  conference: ConferenceId
  session: SessionId
  party: PartyCode
  participant: ParticipantId | null
  content: Speaker | null
  onBehalfOf: string | null
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    floorPreset: { id: string; position: number; content: ColumnType<Preset, string, string> }
    floorList: { conference: ConferenceId; session: SessionId; seq: number; meeting: Meeting }
    floorDeed: {
      conference: ConferenceId
      session: SessionId
      seq: number
      at: Temporal.Instant
      what: What
      hand: Hand
      data: ColumnType<object, string, never>
      by: string
      note: string | null
    }
    floorSpeaker: Omit<SpeakerRow, 'content'> & { content: Json<Speaker | null> }
  }
}

type Db = Reading | Writing

/** A deed with who did it, and what the desk wrote beside it. */
export type DeedRow = Deed & { by: string; note: string | null }

type Columns = Pick<Deed, 'seq' | 'what' | 'hand'> & { at: Temporal.Instant; data: object }

/** A deed as it was done, from the columns of its table that tell of it. */
export const bareFrom = ({ seq, what, hand, data, at }: Columns): Deed =>
  ({ ...data, seq, what, hand, at: at.epochMilliseconds }) as Deed

/** What happened to a list, oldest first; all of it, or what came after a number. */
export const deedsOf = (db: Db, { conference, session }: OfList, after = 0): Promise<DeedRow[]> =>
  db
    .selectFrom('floorDeed')
    .select(['seq', 'at', 'what', 'hand', 'data', 'by', 'note'])
    .where('conference', '=', conference)
    .where('session', '=', session)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute()
    .then((rows) => rows.map((row) => ({ ...bareFrom(row), by: row.by, note: row.note })))

/** The list of a session as it stands; null where none was set up. */
export const foldedOf = (db: Db, { conference, session }: OfList): Promise<Floor | null> =>
  db
    .selectFrom('floorDeed')
    .select(['seq', 'at', 'what', 'hand', 'data'])
    .where('conference', '=', conference)
    .where('session', '=', session)
    .orderBy('seq')
    .execute()
    .then((rows) => replayed(rows.map(bareFrom)))

/** Who speaks, by speech. */
export const speakersOf = async (
  db: Db,
  { conference, session }: OfList,
): Promise<ReadonlyMap<SpeechId, SpeakerRow>> => {
  const rows = await db
    .selectFrom('floorSpeaker')
    .selectAll()
    .where('conference', '=', conference)
    .where('session', '=', session)
    .execute()
  return new Map(rows.map((row) => [row.speech, row]))
}

/** The lists of the programme of a conference, and how far each is; in no order of theirs, and without rehearsals. */
export const listsAt = (db: Db, conference: ConferenceId) =>
  db
    .selectFrom('floorList')
    .select(['session', 'seq', 'meeting'])
    .where('conference', '=', conference)
    .where('session', 'not in', db.selectFrom('floorRehearsal').select('session'))
    .orderBy('session')
    .execute()

/** A session of a conference as its secretariat works on it; null where it is not one of that conference. */
export const sessionOf = (db: Db, { conference, session }: OfList): Promise<Session | null> =>
  db
    .selectFrom('session')
    .select('content')
    .where('id', '=', session)
    .where('conference', '=', conference)
    .executeTakeFirst()
    .then((row) => row?.content ?? null)

/** The session that an address names, `session-1`. */
export const sessionCalled = (
  db: Db,
  conference: ConferenceId,
  slug: string,
): Promise<Session | null> =>
  db
    .selectFrom('session')
    .select('content')
    .where('conference', '=', conference)
    .where('slug', '=', slug)
    .executeTakeFirst()
    .then((row) => row?.content ?? null)

/** The usual rules that a list may begin from. */
export const presetsOfUse = (db: Db): Promise<Preset[]> =>
  db
    .selectFrom('floorPreset')
    .select('content')
    .orderBy('position')
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(({ content }) => content))

export const presetOf = (db: Db, id: string): Promise<Preset | null> =>
  db
    .selectFrom('floorPreset')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row?.content ?? null)
