import type { Text } from '../../../kernel/text.ts'
import type { DraftDeed, SessionState } from '../../programme/draft/deeds.ts'
import type { Session } from '../../programme/model.ts'
import type { ProgrammeSession } from '../../programme/timeline.ts'
import type { Board } from '../board/list.tsx'

/** What the page of a session in the draft is drawn from. */
export interface SessionProps {
  board: Board
  session: Session
  zone: string
  themes: ReadonlyMap<string, Text>
  /** What somebody saw of the parts that they change. */
  saw: { place: string; status: string; words: string; participants: string; channels: string }
  parties: readonly { value: string; label: string }[]
  /** As the public sees it, where it was released and has a time. */
  published: ProgrammeSession | null
  history: readonly (DraftDeed & SessionState)[]
  names: ReadonlyMap<string, string>
}
