import type { Child } from 'hono/jsx'
import { sayZoneOffset } from '../../../i18n/clock.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Frame } from '../../../ui/frame/frame.tsx'
import type { Step } from '../../../ui/navigation.tsx'
import { OwnOffset, ReaderTimes, type Zones } from '../../../ui/reader-time.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Outline } from '../../conferences/outline.ts'
import { sayTerm } from '../../floor/terms.print.ts'
import { addressOfDelegation, type Desk, deskOf, shortName } from '../../own-delegation/desk.tsx'
import type { Party } from '../../parties/model.ts'
import { readerWords, sayPlace } from '../../programme/pages/marks.tsx'
import { addressOfFloor } from '../model.ts'
import { say } from '../words.ts'

/** For whom a page is: its reader, the delegation that they are of, and the zones in which they are told times. */
export interface Place extends Desk {
  party: string
  partyName: string
  zones: Zones
}

/** The place of a reader; `own` is the zone that they chose for themselves, and their browser’s without one. */
export function placeOf(
  viewer: FormReader & { now: Temporal.Instant },
  { outline, party, own }: { outline: Outline; party: Party; own: string | null },
): Place {
  const desk = deskOf(viewer, outline)
  return {
    ...desk,
    ...{ party: party.code, partyName: shortName(party, desk) },
    zones: {
      ...{ language: viewer.language, conference: outline.zone },
      chosen: own === outline.zone ? null : own,
    },
  }
}

/** The heading of a page on which a delegation asks for the floor, the way back, and whose times it tells. */
export function FloorFrame({
  place,
  title,
  steps,
  at,
  children,
}: {
  place: Place
  title: Child
  /** The way below the list of all sessions. */
  steps: readonly Step[]
  /** The moment whose distance from UTC is told. */
  at: Temporal.Instant
  children?: Child
}) {
  const { zones, conference, party, partyName } = place
  const { language } = zones
  return (
    <ReaderTimes {...zones} words={readerWords(language)}>
      <Frame
        place={place}
        title={title}
        steps={[
          { href: addressOfDelegation(conference, party), label: partyName },
          { href: addressOfFloor(conference, party), label: sayTerm(language, 'floor') },
          ...steps,
        ]}
      >
        <p class="label">
          {say(language, 'times')} {sayZoneOffset(language, at, zones.conference)}
          {BETWEEN}
          <OwnOffset at={at} zones={zones} say={(offset) => sayPlace(zones, offset)} />
        </p>
        {children}
      </Frame>
    </ReaderTimes>
  )
}
