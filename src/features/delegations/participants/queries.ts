import { type ColumnType, sql } from 'kysely'
import type { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { State } from './life.model.ts'
import type { Participant, ParticipantId, Person } from './model.ts'

export type { Participant } from './model.ts'

type Moment = Temporal.Instant
type Json<Kept> = ColumnType<Kept, string | null, string | null>

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    participant: Omit<Participant, 'person' | 'portrait'> & { content: Json<Person | null> }
    participantVersion: {
      participant: ParticipantId
      version: number
      at: Moment
      by: string
      deed: string
      state: State
      reason: string | null
      content: Json<Person | null>
    }
    participantPortrait: { participant: ParticipantId; image: Buffer | null; madeAt: Moment }
    participantKey: { digest: string; participant: ParticipantId; at: Moment }
  }
}

const rows = (db: Reading | Writing) =>
  db
    .selectFrom('participant')
    .leftJoin('participantPortrait', 'participantPortrait.participant', 'participant.id')
    .selectAll('participant')
    .select(
      sql<Participant['portrait']>`case
        when participant_portrait.image is not null then 'ready'
        when participant_portrait.participant is not null then 'unreadable'
        when participant.content ->> 'photo' is not null then 'expected'
        else 'none' end`.as('portrait'),
    )

type Row = Omit<Participant, 'person'> & { content: Person | null }
const participantFrom = ({ content, ...columns }: Row): Participant => ({
  ...columns,
  person: content,
})

export const participantOf = (
  db: Reading | Writing,
  id: ParticipantId,
): Promise<Participant | null> =>
  rows(db)
    .where('participant.id', '=', id)
    .executeTakeFirst()
    .then((row) => (row ? participantFrom(row) : null))

/** Some people of a conference; whoever belongs to another is not among them. */
export async function participantsAmong(
  db: Reading | Writing,
  conference: ConferenceId,
  ids: readonly ParticipantId[],
): Promise<Participant[]> {
  if (ids.length === 0) return []
  const found = await rows(db)
    .where('participant.conference', '=', conference)
    .where('participant.id', 'in', ids)
    .orderBy('participant.id')
    .execute()
  return found.map(participantFrom)
}

/** The members of a delegation, in the order in which they were named. */
export const membersOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  party: PartyCode,
): Promise<Participant[]> =>
  rows(db)
    .where('participant.conference', '=', conference)
    .where('participant.party', '=', party)
    .orderBy('participant.createdAt')
    .orderBy('participant.id')
    .execute()
    .then((all) => all.map(participantFrom))

/** Everybody of a conference, whoever they are with. */
export const everyParticipant = (
  db: Reading | Writing,
  conference: ConferenceId,
): Promise<Participant[]> =>
  rows(db)
    .where('participant.conference', '=', conference)
    .orderBy('participant.createdAt')
    .orderBy('participant.id')
    .execute()
    .then((all) => all.map(participantFrom))

/** How many people a delegation has in each state. */
export const countsAt = (
  db: Reading,
  conference: ConferenceId,
): Promise<{ party: PartyCode | null; kind: string; state: State; people: number }[]> =>
  db
    .selectFrom('participant')
    .select(['party', 'kind', 'state', sql<number>`count(*)::int`.as('people')])
    .where('conference', '=', conference)
    .groupBy(['party', 'kind', 'state'])
    .execute()

/** What was changed of a person, newest first. */
export const pastOf = (db: Reading, id: ParticipantId) =>
  db
    .selectFrom('participantVersion')
    .select(['version', 'at', 'by', 'deed', 'state', 'reason', 'content'])
    .where('participant', '=', id)
    .orderBy('version', 'desc')
    .execute()

/** The photo of a person as it is printed, JPEG. */
export const portraitOf = (db: Reading, id: ParticipantId): Promise<Buffer | null> =>
  db
    .selectFrom('participantPortrait')
    .select('image')
    .where('participant', '=', id)
    .executeTakeFirst()
    .then((row) => row?.image ?? null)

/** The photos of some people as they are printed, by person. */
export async function portraitsOf(
  db: Reading,
  ids: readonly ParticipantId[],
): Promise<ReadonlyMap<ParticipantId, Buffer>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('participantPortrait')
    .select(['participant', 'image'])
    .where('participant', 'in', ids)
    .where('image', 'is not', null)
    .execute()
  return new Map(found.map(({ participant, image }) => [participant, image as Buffer]))
}

/** Who holds a link. */
export const participantByKey = (db: Reading | Writing, key: string): Promise<Participant | null> =>
  rows(db)
    .innerJoin('participantKey', 'participantKey.participant', 'participant.id')
    .where('participantKey.digest', '=', digestOfKey(key))
    .executeTakeFirst()
    .then((row) => (row ? participantFrom(row) : null))

/** What is kept of a link: whoever reads the table cannot follow it. */
export const digestOfKey = (key: string) =>
  sql<string>`encode(sha256(convert_to(${key}, 'UTF8')), 'hex')`
