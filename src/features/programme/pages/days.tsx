import { sayZoneOffset } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import { byDay } from '../../../i18n/wall.ts'
import { readingOf } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { ConferenceTime, OwnOffset, OwnTime } from '../../../ui/reader-time.tsx'
import { Words } from '../../../ui/text.tsx'
import type { ProgrammeSession } from '../timeline.ts'
import { say } from '../words.ts'
import { type Frame, Marks, sayPlace, sayPlaceDay, timed } from './marks.tsx'
import { People } from './people.tsx'

export interface Heading {
  key: string
  day: string
  words: string
  sessions: readonly ProgrammeSession[]
}

/** The days of the conference, or those of the reader; a session without a time keeps the conference's. */
export function headings(
  frame: Frame,
  sessions: readonly ProgrammeSession[],
  ownDays: boolean,
): Heading[] {
  const { language, zones } = frame
  const hasTime = (one: ProgrammeSession) => ownDays && one.expected.start !== null
  const own = byDay(
    sessions.filter(hasTime),
    ({ expected }) => expected.start?.epochMilliseconds ?? 0,
    zones.chosen ?? zones.conference,
  ).map(({ day, items }) => ({
    key: day,
    day,
    words: sayDay(language, day, { weekday: true }),
    sessions: items,
  }))
  const groups = Map.groupBy(
    sessions.filter((one) => !hasTime(one)),
    ({ day, latestDay }) => (latestDay ? `${day}-${latestDay}` : day),
  )
  const rest = [...groups].flatMap(([key, group]) => {
    const [first] = group
    const words = first ? sayPlaceDay(language, first) : ''
    return first
      ? [{ key: ownDays ? `${key}-open` : key, day: first.day, words, sessions: group }]
      : []
  })
  return [...own, ...rest]
}

function Entry({
  session,
  day,
  frame,
  next,
}: {
  session: ProgrammeSession
  day: string
  frame: Frame
  next: Temporal.Instant | null
}) {
  const { language, programme, zones } = frame
  const span = timed(session.expected)
  const title = <Words in={readingOf(session.title, language)} language={language} />
  const home = hrefOf(language, `/${programme.conference.id}/programme`)
  return (
    <li
      id={session.slug}
      class="mb-0 grid grid-cols-2 gap-x-6 gap-y-1 border-t border-base-300 py-4 target:bg-tint md:grid-cols-[10rem_11rem_1fr]"
    >
      <p class="mb-0 text-lg">
        {span ? (
          <ConferenceTime span={span} day={day} zones={zones} />
        ) : (
          <small>{say(language, 'time.none')}</small>
        )}
      </p>
      <p class="mb-0 text-lg text-muted">
        {span && <OwnTime span={span} day={day} zones={zones} />}
      </p>
      <div class="col-span-2 md:col-span-1">
        <h3 class="mt-0 mb-1">
          <a class="no-underline hover:underline" href={`${home}/${session.slug}`}>
            {session.status === 'cancelled' ? <s>{title}</s> : title}
          </a>
        </h3>
        <p class="mark mb-0">
          <Marks session={session} frame={frame} next={next} />
          {say(language, `kind.${session.kind}`)}
          {session.room && (
            <>
              {' · '}
              <Words in={readingOf(session.room, language)} language={language} />
            </>
          )}
        </p>
        <People session={session} frame={frame} />
        {frame.beside?.(session.id)}
      </div>
    </li>
  )
}

/** A day under its heading, each session with both its times. */
export function Day({
  of,
  frame,
  next,
}: {
  of: Heading
  frame: Frame
  next: Temporal.Instant | null
}) {
  const { language, zones } = frame
  const at = of.sessions.find(({ expected }) => expected.start)?.expected.start
  return (
    <section>
      <h2 id={`day-${of.key}`} class="mt-10 mb-2">
        {of.words}
      </h2>
      {at && (
        <div class="mark mb-2 grid grid-cols-2 gap-x-6 md:grid-cols-[10rem_11rem_1fr]">
          <span>
            {say(language, 'time.conference')} · {sayZoneOffset(language, at, zones.conference)}
          </span>
          <span>
            <OwnOffset at={at} zones={zones} say={(offset) => sayPlace(zones, offset)} />
          </span>
        </div>
      )}
      <ol class="list-none ps-0">
        {of.sessions.map((session) => (
          <Entry session={session} day={of.day} frame={frame} next={next} />
        ))}
      </ol>
    </section>
  )
}
