import type { PartyCode } from '../../kernel/ids.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Chairs, OfList, Speaker } from '../floor/model.ts'
import type { Deed, SpeechId } from '../floor/queue/deeds.ts'
import type { Floor } from '../floor/queue/floor.ts'
import type { Window } from '../floor/queue/settings.ts'
import type { Rehearsal } from '../floor/rehearsal/rehearsal.model.ts'
import type { Party } from '../parties/model.ts'
import type { Session } from '../programme/model.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'

/** Who speaks, as it is kept beside the list. */
export interface SpeakerOf {
  participant: string | null
  content: Speaker | null
  onBehalfOf: string | null
}

/** A deed with who did it, and what the desk wrote beside it. */
export type ToldDeed = Deed & { by: string; note: string | null }

/** A list of speakers with all that is told of it. */
export interface DeskList {
  of: OfList
  conference: Outline
  session: Session
  published: ProgrammeSession | null
  /** Null: it is in earnest. */
  rehearsal: Rehearsal | null
  floor: Floor
  /** The accounts that were named to preside. */
  chairs: Chairs
  window: Window
  speakers: ReadonlyMap<SpeechId, SpeakerOf>
  /** Every party, by code: whoever may be asked for, or was. */
  parties: ReadonlyMap<PartyCode, Party>
}

/** A member of a delegation who may speak for it. */
export interface Member {
  id: string
  name: string
}
