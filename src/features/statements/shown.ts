import type { ConferenceId, FileId, PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Text } from '../../kernel/text.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Speaker } from '../floor/model.ts'
import type { SpeechId } from '../floor/queue/deeds.ts'
import type { Party } from '../parties/model.ts'
import type { PledgeId } from '../pledges/model.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'
import type { Content } from './model.ts'
import type { Delivered } from './standing.ts'

/** A paper, by its own name. */
export interface PaperShown {
  id: FileId
  name: string
  language: Language
}

/** A pledge by its title. */
export interface PledgeShown {
  id: PledgeId
  title: Text
}

/** A statement that everybody reads. */
export interface PublicStatement {
  speech: SpeechId
  conference: ConferenceId
  session: Pick<ProgrammeSession, 'slug' | 'title' | 'day'> | null
  party: PartyCode
  delivered: Delivered
  publicAt: Temporal.Instant
  /** Null: no text was handed in for publication. */
  content: Content | null
  papers: readonly PaperShown[]
  speaker: Speaker | null
  onBehalfOf: string | null
  pledges: readonly PledgeShown[]
}

/** Statements of one conference, with whatever their pages name. */
export interface Published {
  outline: Outline
  statements: readonly PublicStatement[]
  parties: ReadonlyMap<PartyCode, Party>
}
