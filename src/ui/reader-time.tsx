import type { Child } from 'hono/jsx'
import { TIME_WORDS } from '../i18n/calendar/time-words.ts'
import { sayOffset, sayZoneOffset } from '../i18n/clock.ts'
import { setRange, type TimeWords, type Wall, wallAt } from '../i18n/wall.ts'
import type { Language } from '../kernel/language.ts'
import { epochOf } from '../kernel/time.ts'
import type { ReaderWords } from './client/reader-time.ts'

/** From when to when; an end that is not known is null. */
export interface TimeSpan {
  start: Temporal.Instant
  end: Temporal.Instant | null
}

/** The zones in which a page says its times. */
export interface Zones {
  language: Language
  /** The zone of the conference. */
  conference: string
  /** The zone that the reader chose in the address; without one, the browser adds the reader's own. */
  chosen: string | null
}

interface WithinProps extends Zones {
  words: Omit<ReaderWords, keyof TimeWords | 'zone'>
  children?: Child
}

/** Around everything that says a time: what the browser needs to know to add the reader's. */
export function ReaderTimes({ language, conference, chosen, words, children }: WithinProps) {
  const reader = chosen ? undefined : { zone: conference, ...TIME_WORDS[language], ...words }
  return <div data-reader={reader && JSON.stringify(reader)}>{children}</div>
}

const MOST_MOMENTS = 2_000
const MOST_ZONES = 50
const remembered = new Map<string, Map<number, Wall>>()

/** Most of a programme begins and ends together: a wall time is worked out once for all of them. */
function wall(instant: Temporal.Instant, zone: string): Wall {
  const inZone = remembered.get(zone) ?? new Map<number, Wall>()
  const moment = epochOf(instant)
  const known = inZone.get(moment)
  if (known) return known
  if (inZone.size >= MOST_MOMENTS) inZone.clear()
  if (remembered.size >= MOST_ZONES) remembered.clear()
  const made = wallAt(moment, zone)
  remembered.set(zone, inZone.set(moment, made))
  return made
}

function utc(instant: Temporal.Instant): string {
  const { day, clock } = wall(instant, 'UTC')
  return `${day}T${clock}Z`
}

const atOf = ({ start, end }: TimeSpan) => (end ? `${utc(start)} ${utc(end)}` : utc(start))

/** A time of the conference: «19:30–20:00», each end in a `<time>` with its offset. */
export function ConferenceTime({
  span,
  day,
  zones,
}: {
  span: TimeSpan
  day: string
  zones: Zones
}) {
  const { start, end } = span
  const from = wall(start, zones.conference)
  const to = end && wall(end, zones.conference)
  const said = setRange(TIME_WORDS[zones.language], from, to, day)
  const first = said.indexOf(from.clock)
  const last = to ? said.lastIndexOf(to.clock) : said.length
  const time = ({ day, clock, offset }: Wall) => (
    <time datetime={`${day}T${clock}${offset}`}>{clock}</time>
  )
  return (
    <>
      {said.slice(0, first)}
      {time(from)}
      {said.slice(first + from.clock.length, last)}
      {to && time(to)}
      {to && said.slice(last + to.clock.length)}
    </>
  )
}

/** The same time for the reader: in the zone that they chose, else filled in by their browser. */
export function OwnTime({ span, day, zones }: { span: TimeSpan; day: string; zones: Zones }) {
  const { chosen, language } = zones
  if (!chosen) return <reader-time data-at={atOf(span)} data-day={day} />
  const from = wall(span.start, chosen)
  const to = span.end && wall(span.end, chosen)
  return (
    <time datetime={`${from.day}T${from.clock}${from.offset}`}>
      {setRange(TIME_WORDS[language], from, to, day)}
    </time>
  )
}

/** What stands above a column of own times: «your time, UTC+05:30», for the day that begins at the instant. */
export function OwnOffset({
  at,
  zones,
  say,
}: {
  at: Temporal.Instant
  zones: Zones
  say: (offset: string) => string
}) {
  if (!zones.chosen) return <reader-time data-says="offset" data-at={utc(at)} />
  return <>{say(sayZoneOffset(zones.language, at, zones.chosen))}</>
}

/**
 * Whether the reader's clock differs from the conference's, at any of some moments: said by the browser.
 * @param reserve the longest that it may say: it keeps the room, so that nothing moves when it is said.
 */
export function ClockRemark({
  moments,
  reserve,
}: {
  moments: readonly Temporal.Instant[]
  reserve: string
}) {
  return (
    <span class="reserved" data-reserve={reserve}>
      <reader-time data-says="remark" data-at={moments.map(utc).join(' ')} />
    </span>
  )
}

interface PickerProps {
  zones: Zones
  /** The cities that are offered, in our own spelling, each with its zone. */
  cities: readonly { zone: string; city: string }[]
  /** The moment whose offsets are told beside the cities. */
  at: Temporal.Instant
  ownDays: boolean
  /** What the address holds besides: a filter, kept. */
  kept: Readonly<Record<string, string | undefined>>
  words: Record<'summary' | 'place' | 'days' | 'conference' | 'own' | 'show', string>
}

/** A form that any browser can send: another place, and by whose days the sessions are grouped. */
export function ZonePicker({ zones, cities, at, ownDays, kept, words }: PickerProps) {
  const offered = [{ zone: 'UTC', city: 'UTC' }, ...cities]
    .map((one) => ({ ...one, east: minutesEast(wall(at, one.zone)) }))
    .toSorted((a, b) => a.east - b.east)
  const isOffered = offered.some(({ zone }) => zone === zones.chosen)
  return (
    <details class="screen-only mb-4" open={zones.chosen !== null}>
      <summary class="py-2 text-sm">{words.summary}</summary>
      <form method="get" class="mt-2 flex flex-wrap items-end gap-x-6 gap-y-3">
        {Object.entries(kept).map(
          ([name, value]) => value && <input type="hidden" name={name} value={value} />,
        )}
        <label class="grid gap-1">
          {words.place}
          <select name="zone">
            {zones.chosen && !isOffered && (
              <option value={zones.chosen} selected>
                {sayZoneOffset(zones.language, at, zones.chosen)}
              </option>
            )}
            {offered.map(({ zone, city }) => (
              <option value={zone} selected={zone === zones.chosen}>
                {zone === 'UTC'
                  ? city
                  : `${city} (${sayOffset(zones.language, wall(at, zone).offset)})`}
              </option>
            ))}
          </select>
        </label>
        <label class="grid gap-1">
          {words.days}
          <select name="days">
            <option value="conference">{words.conference}</option>
            <option value="own" selected={ownDays}>
              {words.own}
            </option>
          </select>
        </label>
        <button class="btn" type="submit">
          {words.show}
        </button>
      </form>
    </details>
  )
}

const minutesEast = ({ offset }: Wall): number => {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
