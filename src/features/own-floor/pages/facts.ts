import type { PartyCode } from '../../../kernel/ids.ts'
import type { Speaker } from '../../floor/model.ts'
import type { SpeechId } from '../../floor/queue/deeds.ts'
import type { Floor } from '../../floor/queue/floor.ts'
import type { Window } from '../../floor/queue/settings.ts'
import type { Standing } from '../../floor/standing.ts'
import type { Party } from '../../parties/model.ts'
import type { ProgrammeSession } from '../../programme/timeline.ts'
import type { OwnSpeech } from '../own.ts'

/** Who speaks, as it is kept beside a request. */
export interface Named {
  participant: string | null
  content: Speaker | null
  onBehalfOf: string | null
}

/** A member of the delegation whom it may name. */
export interface Member {
  id: string
  name: string
}

/** A list of speakers as a delegation works with it. */
export interface OwnList {
  session: ProgrammeSession
  floor: Floor
  window: Window
  standing: Standing
  own: readonly OwnSpeech[]
  /** Who speaks, by the delegation’s own requests alone. */
  speakers: ReadonlyMap<SpeechId, Named>
  parties: ReadonlyMap<PartyCode, Party>
  members: readonly Member[]
  /** Whether the reader asks for the delegation, or only reads. */
  writes: boolean
}
