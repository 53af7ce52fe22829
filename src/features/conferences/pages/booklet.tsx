import { sayPartialDay } from '../../../i18n/days.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import type { Conference } from '../model.ts'
import type { Outline } from '../outline.ts'
import { say } from '../words.ts'
import { Cite, Days, type Desk, Title, Wording } from './facts.tsx'
import { PlaceOf } from './timeline.tsx'

interface Props {
  desk: Desk
  conference: Conference
}

export function Objective({ desk, conference: { objective } }: Props) {
  if (!objective) return null
  return (
    <>
      <h2>{say(desk.language, 'objective')}</h2>
      <p>
        <Wording text={objective.title} language={desk.language} />
        <Cite desk={desk} keys={objective.sources} />
      </p>
    </>
  )
}

/** Themes in the order of the agenda, sessions in theirs where it differs, and what runs through all. */
export function Agenda({ desk, conference: { kind, themes, sessions, crossCutting } }: Props) {
  const { language } = desk
  const differs = sessions.some((session, place) => session.theme !== themes[place]?.id)
  return (
    <>
      {themes.length > 0 && (
        <>
          <h2 id="agenda">{say(language, kind === 'preparatory' ? 'subject' : 'themes')}</h2>
          <ol>
            {themes.map((theme) => (
              <li>
                <Wording text={theme.title} language={language} />
                <Cite desk={desk} keys={theme.sources} />
              </li>
            ))}
          </ol>
        </>
      )}
      {sessions.length > 0 && (
        <>
          <h3>{say(language, 'sessions')}</h3>
          {differs && <p>{say(language, 'sessions.note')}</p>}
          <ul>
            {sessions.map((session) => (
              <li>
                <bdi>{session.number}</bdi>
                {' · '}
                <Wording text={session.title} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
      {crossCutting.length > 0 && (
        <>
          <h3>{say(language, 'cross-cutting')}</h3>
          <ul>
            {crossCutting.map((question) => (
              <li>
                <Wording text={question.title} language={language} />
                <Cite desk={desk} keys={question.sources} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Papers by kind and date; one that takes the place of another says so. */
export function Documents({ desk, conference: { id: conference, documents } }: Props) {
  if (documents.length === 0) return null
  const { language } = desk
  const nameOf = (id: string | null) => documents.find((one) => one.id === id)?.name
  return (
    <>
      <h2 id="documents">{say(language, 'documents')}</h2>
      <ul>
        {documents.map((one) => {
          const older = nameOf(one.supersedes)
          return (
            <li>
              <Wording text={one.name} language={language} />
              <Cite desk={desk} keys={one.sources} />{' '}
              <small class="block">
                {say(language, `document.${one.kind}`)}
                {one.date && <> · {sayPartialDay(language, one.date)}</>}
                {older && (
                  <>
                    {' · '}
                    {say(language, 'supersedes')}
                    {say(language, 'colon')}
                    <Title text={older} language={language} />
                  </>
                )}
                {one.note && (
                  <>
                    {' · '}
                    <Wording text={one.note} language={language} />
                  </>
                )}
                {one.file && (
                  <>
                    {' · '}
                    <a
                      href={hrefOf(language, `/${conference}/papers/${one.id}`)}
                      data-turbo="false"
                    >
                      {say(language, 'document.file')}
                    </a>
                  </>
                )}
              </small>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The meetings that prepared the conference, by date; those without one come last. */
export function Meetings({ desk, meetings }: { desk: Desk; meetings: readonly Outline[] }) {
  if (meetings.length === 0) return null
  const { language } = desk
  return (
    <>
      <h2 id="meetings">{say(language, 'meetings')}</h2>
      <ul>
        {meetings.map((one) => (
          <li>
            <a href={hrefOf(language, `/${one.id}`)}>
              <Title text={one.name} language={language} />
            </a>
            <small class="block">
              <Days dates={one.dates} language={language} />
              {(one.venue || one.format) && (
                <>
                  {' · '}
                  <PlaceOf desk={desk} outline={one} />
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What happened on the way, and because of the conference. */
export function Milestones({ desk, conference: { milestones } }: Props) {
  if (milestones.length === 0) return null
  const { language } = desk
  return (
    <>
      <h2>{say(language, 'milestones')}</h2>
      <dl>
        {milestones.map(({ on, what, sources }) => (
          <>
            <dt>{on ? sayPartialDay(language, on) : say(language, 'unknown')}</dt>
            <dd>
              <Wording text={what} language={language} />
              <Cite desk={desk} keys={sources} />
            </dd>
          </>
        ))}
      </dl>
    </>
  )
}

export function Background({ desk, conference: { background } }: Props) {
  const { language } = desk
  if (background.length === 0) return null
  return (
    <>
      <h2>{say(language, 'background')}</h2>
      {background.map((one) => (
        <p>
          <Wording text={one.title} language={language} />
          <Cite desk={desk} keys={one.sources} />
        </p>
      ))}
    </>
  )
}
