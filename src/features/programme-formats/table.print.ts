import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { localWithOffset } from '../../kernel/time.ts'
import { type Published, participantLines, sayText } from './lines.print.ts'

/** The columns of the table. Names of columns are codes: the same in every language, so that they can be relied on. */
export const COLUMNS = [
  'id',
  'slug',
  'day',
  'latest_day',
  'start',
  'end',
  'time_zone',
  'starts_at',
  'ends_at',
  'kind',
  'status',
  'title',
  'title_language',
  'title_status',
  'room',
  'theme',
  'participants',
  'note',
  'sequence',
  'revised_at',
  'sources',
] as const

/** The programme as rows, one a session, in the order of the programme; unknown values are null. */
export function programmeRows(
  language: Language,
  { programme, parties }: Published,
): (string | number | null)[][] {
  const at = (instant: Temporal.Instant | null) =>
    instant && localWithOffset(instant, programme.zone)
  return programme.sessions.map((session) => {
    const title = readingOf(session.title, language)
    return [
      session.id,
      session.slug,
      session.day,
      session.latestDay,
      session.start,
      session.end,
      programme.zone,
      at(session.plan.start),
      at(session.plan.end),
      session.kind,
      session.status,
      title.value,
      title.language,
      title.status,
      session.room && sayText(language, session.room),
      session.theme,
      participantLines(language, session, parties).join('\n') || null,
      session.note && sayText(language, session.note),
      session.sequence,
      session.revised,
      session.sources.map(({ url }) => url).join(' ') || null,
    ]
  })
}
