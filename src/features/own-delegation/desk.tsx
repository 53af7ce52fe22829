import type { Language } from '../../kernel/language.ts'
import type { FormReader } from '../../ui/form/attempt.ts'
import { barOf, type Outline } from '../conferences/outline.ts'
import { nameOn, type Party } from '../parties/model.ts'

/** For whom a page is: its reader, with whatever their form needs, and the conference at which they work. */
export interface Desk {
  viewer: FormReader
  conference: string
  conferenceName: string
  /** In which instants are told. */
  zone: string
  now: Temporal.Instant
  /** The day whose names stand on the page. */
  today: string
}

/** The desk of a reader at a conference. */
export function deskOf(
  viewer: FormReader & { now: Temporal.Instant },
  outline: Pick<Outline, 'id' | 'shortName' | 'palette' | 'zone'>,
): Desk {
  const { id: conference, name: conferenceName } = barOf(outline, viewer.language)
  const { now } = viewer
  return {
    ...{ viewer, conference, conferenceName, zone: outline.zone, now },
    today: now.toZonedDateTimeISO(outline.zone).toPlainDate().toString(),
  }
}

/** A party as a list names it today. */
export const shortName = (party: Party, { today, viewer }: Desk): string =>
  nameOn(party, today, viewer.language).short

/** A party in full, as a page of its own is headed. */
export const fullName = (party: Party, today: string, language: Language): string =>
  nameOn(party, today, language).formal

export const addressOfDelegation = (conference: string, party: string): string =>
  `/${conference}/delegation/${party}`

export const addressOfDesk = (conference: string, party?: string): string =>
  `/${conference}/desk/delegations${party === undefined ? '' : `/${party}`}`
