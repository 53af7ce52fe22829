import type { PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Party } from '../parties/model.ts'
import { partiesOf } from '../parties/queries.ts'
import type { Session } from '../programme/model.ts'
import { announced } from '../programme/queries.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'
import type { OfList } from './model.ts'
import { foldedOf, type SpeakerRow, sessionOf, speakersOf } from './queries.ts'
import type { SpeechId } from './queue/deeds.ts'
import type { Floor } from './queue/floor.ts'
import { everySpeech } from './queue/queues.ts'
import { type Window, windowOf } from './queue/settings.ts'

/** All that pages tell of a list. */
export interface ListOfSpeakers {
  of: OfList
  conference: Outline
  /** The session as its secretariat works on it: for those who run it, never for the public. */
  session: Session
  /** The session as the public sees it, with its delay; null: it is not announced, and neither is the list. */
  published: ProgrammeSession | null
  floor: Floor
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
  list: ListOfSpeakers | null
}

/** The list of speakers of a session; null where there is no such session. */
export async function floorOf(db: Reading, of: OfList): Promise<FloorFacts | null> {
  const found = await announced(db, of.conference)
  const session = await sessionOf(db, of)
  if (!found || !session) return null
  const { conference, programme } = found
  const published = programme?.sessions.find(({ id }) => id === of.session) ?? null
  const floor = await foldedOf(db, of)
  if (!floor) return { conference, session, published, list: null }
  const speakers = await speakersOf(db, of)
  const parties = await partiesOf(db, [...new Set(everySpeech(floor).map(({ party }) => party))])
  const window = windowOf(floor.settings, conference.zone)
  return {
    ...{ conference, session, published },
    list: { of, conference, session, published, floor, window, speakers, parties },
  }
}
