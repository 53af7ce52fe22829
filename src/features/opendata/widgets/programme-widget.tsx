import { sayTimeRange, sayZoneOffset } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { localWithOffset } from '../../../kernel/time.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Bdi, Words } from '../../../ui/text.tsx'
import type { Programme, ProgrammeSession } from '../../programme/timeline.ts'
import { say } from '../words.ts'

/** The sessions of a conference by day, in the wall time of the conference. */
export function ProgrammeWidget({
  language,
  programme,
  origin,
}: {
  language: Language
  programme: Programme | null
  origin: string
}) {
  if (!programme || programme.sessions.length === 0) return <p>{say(language, 'widget.none')}</p>
  const days = Map.groupBy(programme.sessions, ({ day }) => day)
  return (
    <>
      <p>
        <small>{zoneOf(language, programme)}</small>
      </p>
      {[...days].map(([day, sessions]) => (
        <section>
          <h2>
            <time datetime={day}>{sayDay(language, day, { weekday: true })}</time>
          </h2>
          <ul>
            {sessions.map((session) => (
              <Session
                language={language}
                session={session}
                programme={programme}
                origin={origin}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** The zone of the wall times, by its offset while the conference is held. */
function zoneOf(language: Language, { sessions, zone }: Programme): string {
  const start = sessions.find(({ plan }) => plan.start)?.plan.start
  return start ? sayZoneOffset(language, start, zone) : zone
}

function Session({
  language,
  session,
  programme: { conference, zone },
  origin,
}: {
  language: Language
  session: ProgrammeSession
  programme: Programme
  origin: string
}) {
  const { start, end, plan } = session
  const title = readingOf(session.title, language)
  const cancelled = session.status === 'cancelled'
  const words = <Words in={title} language={language} />
  return (
    <li>
      {start && (
        <time class="time" datetime={plan.start ? localWithOffset(plan.start, zone) : undefined}>
          {end ? sayTimeRange(language, start, end) : <Bdi>{start}</Bdi>}
        </time>
      )}{' '}
      <a
        href={origin + hrefOf(language, `/${conference.id}/programme/${session.slug}`)}
        rel="noopener"
      >
        {cancelled ? <s>{words}</s> : words}
      </a>
    </li>
  )
}
