import { ConferenceId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import {
  choice,
  day,
  derived,
  instant,
  integer,
  label,
  list,
  object,
  text,
} from '../../../platform/dataset/columns.ts'
import { dataset, type Row } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { PublishedSession, SessionKind } from '../model.ts'
import { everyDelayReport, everyLastRelease } from '../queries.ts'
import { spansIn } from '../timeline.ts'
import { say } from '../words.ts'

const MUST = { required: true } as const

const COLUMNS = [
  text('id', 'The identifier of the session, for life.', MUST),
  text('conference', 'The conference whose programme it belongs to.', {
    required: true,
    example: 'seoul2021',
  }),
  text('slug', 'Its place in the address.', { required: true, example: 'session-1' }),
  day('day', 'The day, in the time zone of the conference.', {
    required: true,
    example: '2021-12-07',
  }),
  day('latest_day', 'The last of the days on which it may have been, where the day is not stated.'),
  text('start', 'The wall time at which it begins.', { example: '20:10' }),
  text('end', 'The wall time at which it ends; not after the start: on the next day.', {
    example: '21:30',
  }),
  derived(text('time_zone', 'The time zone of the wall times.', { example: 'Asia/Seoul' })),
  derived(instant('starts_at', 'The instant at which it begins, as planned.')),
  derived(instant('ends_at', 'The instant at which it ends, as planned.')),
  choice('kind', 'What kind of session it is.', SessionKind.options, MUST),
  choice('status', 'Whether it takes place.', PublishedSession.shape.status.options, MUST),
  label('title', 'The title, in the asked language or the next best.'),
  label('room', 'The room, in the asked language or the next best.'),
  object('title_text', 'The title, by language.', { ...MUST, field: 'title' }),
  object('room_text', 'The room, by language.', { field: 'room' }),
  text('theme', 'The theme of the agenda that it treats.'),
  object('note', 'What a reader should know besides, by language.'),
  list('participants', 'Who takes part, in which role, with the source.', MUST),
  list('streams', 'Broadcasts and interpretation channels.', MUST),
  list('documents', 'Documents of the session.', MUST),
  integer('position', 'The order among sessions of a day whose time is not known.', MUST),
  list('sources', 'Publisher, address, date and our grade of each source.', MUST),
  object('formerly', 'When and where it stood in an earlier release.'),
  integer('sequence', 'How often time, place or status changed.', MUST),
  instant('revised', 'The release that last changed anything about it.', MUST),
  integer('delay_minutes', 'How late it was last said to run; 0: to plan again.'),
  instant('delay_reported_at', 'When that was said.'),
]

/** A session, and what was last said of its delay, as the command takes them. */
export function sessionFrom(row: Row) {
  const { conference: _, delayMinutes, delayReportedAt, ...session } = factOf(COLUMNS, row)
  return {
    session,
    delay:
      delayMinutes === null
        ? null
        : { session: session.id, minutes: delayMinutes, reportedAt: delayReportedAt },
  }
}

const said = (words: Text | null, language: Language) =>
  words ? readingOf(words, language).value : null

/** Sessions as they are published now. */
export const sessions = dataset('sessions', {
  title: (language) => say(language, 'dataset.sessions'),
  description: (language) => say(language, 'dataset.sessions.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    conference: {
      description: 'Only sessions of this conference.',
      schema: ConferenceId,
      example: 'seoul2021',
    },
    kind: {
      description: 'Only sessions of this kind.',
      schema: SessionKind,
      example: 'plenary',
    },
    status: {
      description: 'Only sessions of this status.',
      schema: PublishedSession.shape.status,
      example: 'cancelled',
    },
  },
  sortable: ['conference', 'day', 'starts_at', 'kind', 'revised'],
  dated: false,
  topics: ['conferences', 'programmes'],
  partOf: { dataset: 'programmes', column: 'conference' },
  ...inMemory('id', async (db, { language }) => {
    const delays = new Map((await everyDelayReport(db)).map((one) => [one.session, one]))
    return (await everyLastRelease(db)).flatMap(({ conference, zone, sessions: published }) => {
      const spanOf = spansIn(zone)
      return published.map((session) => {
        const { start, end } = spanOf(session)
        const delay = delays.get(session.id)
        return rowOf(COLUMNS, session, {
          conference,
          time_zone: zone,
          starts_at: start?.toString() ?? null,
          ends_at: end?.toString() ?? null,
          title: said(session.title, language),
          room: said(session.room, language),
          delay_minutes: delay?.minutes ?? null,
          delay_reported_at: delay?.reportedAt.toString() ?? null,
        })
      })
    })
  }),
})
