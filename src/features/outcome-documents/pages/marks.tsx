import { sayZoneOffset } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import {
  ConferenceTime,
  OwnOffset,
  OwnTime,
  ReaderTimes,
  type Zones,
} from '../../../ui/reader-time.tsx'
import { readerWords } from '../../programme/pages/marks.tsx'
import type { State } from '../model.ts'
import { say } from '../words.ts'

interface When {
  language: Language
  zone: string
}

export const dayIn = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDate().toString()

/** A day, as the conference's calendar has it. */
export const DayOf = ({ at, language, zone }: When & { at: Temporal.Instant }) => (
  <time datetime={dayIn(at, zone)}>{sayDay(language, dayIn(at, zone))}</time>
)

/** A day that was told as such. */
export const Day = ({ day, language }: { day: string; language: Language }) => (
  <time datetime={day}>{sayDay(language, day)}</time>
)

/** The end of a silence procedure: in the conference's zone, and for the reader in their own. */
export function Deadline({ at, language, zone }: When & { at: Temporal.Instant }) {
  const zones: Zones = { language, conference: zone, chosen: null }
  const span = { start: at, end: null }
  const day = dayIn(at, zone)
  return (
    <ReaderTimes {...zones} words={readerWords(language)}>
      <p class="lead">
        {say(language, 'deadline')} {sayDay(language, day, { weekday: true })}
        {' · '}
        <ConferenceTime span={span} day={day} zones={zones} /> (
        <bdi>{sayZoneOffset(language, at, zone)}</bdi>){' '}
        <small>
          <OwnTime span={span} day={day} zones={zones} />{' '}
          <OwnOffset at={at} zones={zones} say={(offset) => offset} />
        </small>
      </p>
    </ReaderTimes>
  )
}

/** How a document stands. */
export const StateMark = ({ state, language }: { state: State; language: Language }) => (
  <span class="mark">{say(language, `state.${state}`)}</span>
)
