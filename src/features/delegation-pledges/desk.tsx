import type { PartyCode } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import type { FormReader } from '../../ui/form/attempt.ts'
import type { Outline } from '../conferences/outline.ts'
import { nameOn, type Party } from '../parties/model.ts'

/** For whom a page is: its reader, with whatever their form needs, and the delegation that they work for. */
export interface Desk {
  viewer: FormReader
  conference: string
  conferenceName: string
  /** In which instants are told. */
  zone: string
  party: PartyCode
  partyName: string
  now: Temporal.Instant
}

/** The day of a visit, by the clock of the record (UTC). */
export const dayOf = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('UTC').toPlainDate().toString()

export const deskOf = (
  viewer: FormReader & { now: Temporal.Instant },
  { outline, party }: { outline: Outline; party: Party },
): Desk => ({
  ...{ viewer, now: viewer.now, zone: outline.zone, party: party.code, conference: outline.id },
  conferenceName: readingOf(outline.shortName, viewer.language).value,
  partyName: nameOn(party, dayOf(viewer.now), viewer.language).short,
})

/** What stands around every page of a delegation. */
export const framed = (desk: Desk, title: string) => ({
  title: `${title} · ${desk.partyName}`,
  conference: { id: desk.conference, name: desk.conferenceName },
})
