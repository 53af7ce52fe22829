import type { Reading } from '../../platform/database/tables.ts'
import { aboutFiles } from '../../platform/files/uploads.ts'
import { type Participant, pastOf } from '../delegations/participants/queries.ts'
import { given } from './account.queries.ts'
import { lettersTo } from './letters.queries.ts'
import type { Everything } from './model.ts'

/** Everything that is held about somebody who registered. */
export async function heldAboutParticipant(
  db: Reading,
  participant: Participant,
): Promise<Everything> {
  const { id, person } = participant
  const badges = await db
    .selectFrom('badge')
    .select(['id', 'category', 'code', 'zone', 'issuedAt', 'expiresAt', 'revokedAt', 'reason'])
    .where('participant', '=', id)
    .orderBy('issuedAt')
    .execute()
  const files = await db
    .selectFrom('upload')
    .select('id')
    .where('owner', '=', `participant/${id}`)
    .execute()
  const { createdBy, decidedBy, ...told } = participant
  return {
    held: {
      participation: [told],
      earlier: (await pastOf(db, id)).map(({ by, ...past }) => past),
      badges,
      doors: await scansOf(
        db,
        badges.map((badge) => badge.id),
      ),
      lists: await listsOf(db, id),
      visas: await visasOf(db, id),
      speeches: await speechesOf(db, id),
      letters: person?.address ? await lettersTo(db, person.address) : [],
      deeds: await deedsTo(db, id),
    },
    files: given(
      await aboutFiles(
        db,
        files.map((file) => file.id),
      ),
    ),
  }
}

async function scansOf(db: Reading, badges: readonly string[]): Promise<object[]> {
  if (badges.length === 0) return []
  return db
    .selectFrom('doorScan')
    .innerJoin('door', 'door.id', 'doorScan.door')
    .select(['door.name as door', 'badge', 'at', 'direction', 'outcome'])
    .where('badge', 'in', badges)
    .orderBy('at')
    .execute()
}

const listsOf = (db: Reading, id: Participant['id']) =>
  db
    .selectFrom('participantListLine')
    .select(['conference', 'number', 'named'])
    .where('participant', '=', id)
    .orderBy('number')
    .execute()

const visasOf = (db: Reading, id: Participant['id']) =>
  db
    .selectFrom('visaLetter')
    .select(['number', 'language', 'issuedAt'])
    .where('participant', '=', id)
    .orderBy('number')
    .execute()

const speechesOf = (db: Reading, id: Participant['id']) =>
  db
    .selectFrom('floorSpeaker')
    .select(['speech', 'conference', 'session', 'party', 'content', 'onBehalfOf'])
    .where('participant', '=', id)
    .orderBy('speech')
    .execute()

const deedsTo = (db: Reading, id: Participant['id']) =>
  db
    .selectFrom('journal')
    .select(['at', 'action', 'conference'])
    .where('subject', '=', `participant/${id}`)
    .orderBy('seq')
    .execute()
