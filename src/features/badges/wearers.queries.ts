import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import type { ParticipantId } from '../delegations/participants/model.ts'
import {
  type Participant,
  participantsAmong,
  portraitsOf,
} from '../delegations/participants/queries.ts'
import type { Party } from '../parties/model.ts'
import { partiesOf } from '../parties/queries.ts'
import type { Badge, Settings } from './model.ts'
import { settingsOf } from './queries.ts'

/** Badges, who wears them, and all that is printed on them. */
export interface Printing {
  outline: Outline
  settings: Settings
  badges: readonly Badge[]
  people: ReadonlyMap<ParticipantId, Participant>
  parties: ReadonlyMap<PartyCode, Party>
  portraits: ReadonlyMap<ParticipantId, Buffer>
}

/** Gathers what is printed on some badges of a conference; null: there is no such conference, or no badge. */
export async function printingOf(
  db: Reading,
  conference: ConferenceId,
  badges: readonly Badge[],
): Promise<Printing | null> {
  const outline = await outlineById(db, conference)
  if (!outline || badges.length === 0) return null
  const ids = badges.flatMap(({ participant }) => participant ?? [])
  const people = await participantsAmong(db, conference, ids)
  const codes = [...people, ...badges].flatMap(({ party }) => party ?? [])
  return {
    outline,
    settings: (await settingsOf(db, conference)).settings,
    badges,
    people: new Map(people.map((one) => [one.id, one])),
    parties: await partiesOf(db, [...new Set(codes)]),
    portraits: await portraitsOf(db, ids),
  }
}
