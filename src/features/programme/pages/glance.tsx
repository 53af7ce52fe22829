import { readingOf } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { ConferenceTime, type Zones } from '../../../ui/reader-time.tsx'
import { Words } from '../../../ui/text.tsx'
import type { Programme } from '../timeline.ts'
import { say } from '../words.ts'
import { sayPlaceDay, timed } from './marks.tsx'

/** The days at a glance, on the page of the conference. */
export function Glance({ programme, zones }: { programme: Programme; zones: Zones }) {
  const { language } = zones
  const home = hrefOf(language, `/${programme.conference.id}/programme`)
  const days = Map.groupBy(programme.sessions, (session) => sayPlaceDay(language, session))
  return (
    <section>
      <h2>{say(language, 'glance')}</h2>
      {[...days].map(([day, sessions]) => (
        <>
          <h3>{day}</h3>
          <ul class="list-none ps-0">
            {sessions.map((session) => {
              const span = timed(session.expected)
              return (
                <li>
                  {span && (
                    <>
                      <ConferenceTime span={span} day={session.day} zones={zones} />
                      {' · '}
                    </>
                  )}
                  <a href={`${home}/${session.slug}`}>
                    <Words in={readingOf(session.title, language)} language={language} />
                  </a>
                </li>
              )
            })}
          </ul>
        </>
      ))}
      <p>
        <a class="btn btn-primary" href={home}>
          {say(language, 'glance.more')}
        </a>
      </p>
    </section>
  )
}
