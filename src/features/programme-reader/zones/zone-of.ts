import type { Line } from '../lines.ts'
import type { Doubt, Hints } from '../understood.ts'
import { type ZoneSaid, zoneIn, zoneOfPlace } from './zones.ts'

interface Spoken {
  said: ZoneSaid
  line: number
  text: string
}

const spokenIn = (line: Pick<Line, 'number' | 'text'>): Spoken[] => {
  const said = zoneIn(line.text)
  return said ? [{ said, line: line.number, text: line.text }] : []
}

/** Any day will do: what counts is which zone could be meant at all, in winter or in summer. */
const WINTER = '2021-01-15T12:00Z'
const SUMMER = '2021-07-15T12:00Z'
const hasOffset = (zone: string, offset: string) =>
  [WINTER, SUMMER].some(
    (instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offset === offset,
  )

function settle(
  { said, line, text }: Spoken,
  place: string | null,
): { zone: string; doubts: Doubt[] } {
  if ('zone' in said) return { zone: said.zone, doubts: [] }
  if ('offset' in said) {
    if (place && hasOffset(place, said.offset)) return { zone: place, doubts: [] }
    return { zone: said.offset, doubts: [{ code: 'zone-offset', line, text }] }
  }
  if (place && said.among.includes(place)) return { zone: place, doubts: [] }
  const only = said.among.length === 1
  const zone = said.among[0] as string
  return { zone, doubts: only ? [] : [{ code: 'zone-ambiguous', line, text }] }
}

/**
 * The zone of the times: as it was told, as the text says, or of the place of the conference. A text that says
 * something else than was told leaves a doubt.
 */
export function zoneOf(
  {
    lines,
    timed,
    place,
  }: {
    lines: readonly Pick<Line, 'number' | 'text'>[]
    timed: readonly { number: number; text: string }[]
    place: string
  },
  hints: Hints,
): { zone: string | null; doubts: Doubt[] } {
  const ofPlace = zoneOfPlace(place)
  const [spoken] = [...lines.flatMap(spokenIn), ...timed.flatMap(spokenIn)]
  if (spoken) {
    const settled = settle(spoken, hints.zone ?? ofPlace)
    if (!hints.zone || hints.zone === settled.zone) return settled
    return {
      zone: hints.zone,
      doubts: [{ code: 'zone-differs', line: spoken.line, text: spoken.text }],
    }
  }
  if (hints.zone) return { zone: hints.zone, doubts: [] }
  if (ofPlace) return { zone: ofPlace, doubts: [{ code: 'zone-from-place', line: 0, text: place }] }
  return { zone: null, doubts: [{ code: 'zone-missing', line: 0, text: '' }] }
}
