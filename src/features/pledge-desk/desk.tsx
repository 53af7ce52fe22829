import type { PartyCode } from '../../kernel/ids.ts'
import type { FormReader } from '../../ui/form/attempt.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Side } from '../conferences/settings.model.ts'
import type { Labels, Party } from '../parties/model.ts'
import { nameOn } from '../parties/model.ts'

/** For whom a page of the desk is, and what it calls by name. */
export interface Desk {
  viewer: FormReader
  conference: string
  conferenceName: string
  zone: string
  now: Temporal.Instant
  today: string
  parties: ReadonlyMap<PartyCode, Party>
  editions: ReadonlyMap<string, Outline>
  capabilities: ReadonlyMap<string, Labels>
  /** Whether the reader decides; a co-chair reads and says a word. */
  decides: boolean
  /** For whom the reader may sign. */
  sides: readonly Side[]
}

/** What a party is called today. */
export const nameIn = ({ parties, today, viewer }: Desk, code: PartyCode): string => {
  const party = parties.get(code)
  return party ? nameOn(party, today, viewer.language).short : code
}
