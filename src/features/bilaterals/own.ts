import type { PartyCode } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import type { Bilateral } from './model.ts'

/** A meeting with its time, as somebody of one of its delegations has it in their programme. */
export interface OwnMeeting
  extends Pick<Bilateral, 'id' | 'conference' | 'state' | 'version' | 'changedAt'> {
  /** For whom they take part, and with whom they meet. */
  party: PartyCode
  other: PartyCode
  day: string
  starts: string
  ends: string
  room: Text | null
  zone: string
}
