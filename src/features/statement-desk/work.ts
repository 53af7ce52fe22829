import type { FileId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Text } from '../../kernel/text.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Speaker } from '../floor/model.ts'
import type { SpeechId } from '../floor/queue/deeds.ts'
import type { Speech } from '../floor/queue/floor.ts'
import type { Party } from '../parties/model.ts'
import type { Content, Outcome } from '../statements/model.ts'
import type { PledgeShown } from '../statements/shown.ts'
import type { Delivered, Stage } from '../statements/standing.ts'

/** A pledge of a speech, as those who confirm it see it. */
export interface PledgeAtWork extends PledgeShown {
  outcome: Outcome | null
  summary: Text
  isAccepted: boolean
}

/** A speech as those who work on its statement see it; of the text itself, no more than they may. */
export interface AtWork {
  outline: Outline
  sessionId: string
  /** As it is announced; without a title, it is not yet. */
  session: { title: Text | null; day: string; slug: string }
  speech: Speech
  party: Party
  speaker: Speaker | null
  onBehalfOf: string | null
  stage: Stage
  releaseAt: Temporal.Instant | null
  delivered: Delivered | null
  /** Until when the list takes a recording. */
  videoBy: Temporal.Instant | null
  /** The version that holds; 0: none. */
  number: number
  deposited: {
    at: Temporal.Instant
    languages: readonly Language[]
    hasVideo: boolean
    check: boolean
    use: Content['use']
  } | null
  /** Null: this reader does not see it. */
  versions: readonly { number: number; at: Temporal.Instant; content: Content }[] | null
  papers: ReadonlyMap<FileId, string>
  /** Who opened it, and when; a name is null where the account is closed, or the time of the log is over. */
  readings: readonly {
    name: string | null
    isOver: boolean
    number: number
    at: Temporal.Instant
  }[]
  /** How many pledges are named in it; which, where this reader may know. */
  named: number
  pledges: readonly PledgeAtWork[] | null
  /** What could be named. */
  offered: readonly PledgeShown[]
  seen: { deposit: string; pledges: string; confirm: string }
}

/** How far a statement is, for a list that names no more of it. */
export type HowFar = 'none' | 'deposited' | Exclude<Stage, 'ahead'>

/** A line in a list of speeches, for those who work on statements. */
export interface WorkLine {
  speech: SpeechId
  party: Party
  session: { id: string; title: Text | null }
  stage: Stage
  way: Speech['way']
  languages: readonly Language[] | null
  named: number
}
