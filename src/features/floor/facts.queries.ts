import type { PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Party } from '../parties/model.ts'
import { partiesOf } from '../parties/queries.ts'
import type { Session } from '../programme/model.ts'
import { announced } from '../programme/queries.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'
import { chairsOf } from './chairs/queries.ts'
import type { Chairs, OfList } from './model.ts'
import { foldedOf, type SpeakerRow, speakersOf } from './queries.ts'
import type { SpeechId } from './queue/deeds.ts'
import type { Floor } from './queue/floor.ts'
import { everySpeech } from './queue/queues.ts'
import { type Window, windowOf } from './queue/settings.ts'
import { INVENTED } from './rehearsal/cast.ts'
import { type Rehearsal, shownIn } from './rehearsal/rehearsal.model.ts'
import { type Held, heldOf } from './rehearsal/rehearsals.queries.ts'

/** All that pages tell of a list. */
export interface ListOfSpeakers {
  of: OfList
  conference: Outline
  /** The session as its secretariat works on it: for those who run it, never for the public. */
  session: Session
  /** The session as the public sees it, with its delay; null: it is not announced, and neither is the list. */
  published: ProgrammeSession | null
  /** Null: it is in earnest. */
  rehearsal: Rehearsal | null
  floor: Floor
  /** Who was named to preside. */
  chairs: Chairs
  /** The instants of inscription, by the clock of the conference as it is now. */
  window: Window
  /** Who speaks, by speech; whoever is not named is not in it, or without content. */
  speakers: ReadonlyMap<SpeechId, SpeakerRow>
  /** Everybody who stands or stood in the list, by code. */
  parties: ReadonlyMap<PartyCode, Party>
}

/** A conference and one of its sessions; `list` is null where that has no list of speakers. */
export interface FloorFacts {
  conference: Outline
  session: Session
  published: ProgrammeSession | null
  rehearsal: Rehearsal | null
  list: ListOfSpeakers | null
}

/** A session as it is announced; a rehearsal is announced to whoever may watch it. */
const publishedIn = (
  sessions: readonly ProgrammeSession[],
  { session, rehearsal, programmed }: Held,
): ProgrammeSession | null =>
  rehearsal
    ? shownIn(session, programmed, rehearsal)
    : (sessions.find(({ id }) => id === session.id) ?? null)

const partiesIn = (db: Reading, floor: Floor, { rehearsal }: Held) =>
  rehearsal ? INVENTED : partiesOf(db, [...new Set(everySpeech(floor).map(({ party }) => party))])

/** The list of speakers of a session; null where there is no such session. */
export async function floorOf(db: Reading, of: OfList): Promise<FloorFacts | null> {
  const found = await announced(db, of.conference)
  const held = await heldOf(db, of)
  if (!found || !held) return null
  const { conference, programme } = found
  const { session, rehearsal } = held
  const published = publishedIn(programme?.sessions ?? [], held)
  const floor = await foldedOf(db, of)
  const facts = { conference, session, published, rehearsal }
  if (!floor) return { ...facts, list: null }
  const speakers = await speakersOf(db, of)
  const chairs = await chairsOf(db, of)
  const parties = await partiesIn(db, floor, held)
  const window = windowOf(floor.settings, conference.zone)
  return { ...facts, list: { of, ...facts, floor, chairs, window, speakers, parties } }
}
