import type { Child } from 'hono/jsx'
import { sayZoneOffset } from '../../../i18n/clock.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { Sources } from '../../../ui/facts.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Part } from '../../../ui/part.tsx'
import { ConferenceTime, OwnOffset, OwnTime, ReaderTimes } from '../../../ui/reader-time.tsx'
import { TextMark, Words } from '../../../ui/text.tsx'
import type { ProgrammeSession } from '../timeline.ts'
import { say } from '../words.ts'
import { EditLink, type Frame, Marks, readerWords, sayPlaceDay, timed } from './marks.tsx'
import { People } from './people.tsx'

/** One session, with everything that is known of it and who says so. */
export function SessionPage({
  session,
  frame,
  next,
  edit = null,
  children,
  below,
}: {
  session: ProgrammeSession
  frame: Frame
  next: Temporal.Instant | null
  /** Where this reader edits the programme; null: they do not. */
  edit?: string | null
  children?: Child
  /** What is long, and stands after the session itself. */
  below?: Child
}) {
  const { language, programme, themes, zones } = frame
  const home = hrefOf(language, `/${programme.conference.id}`)
  const title = readingOf(session.title, language)
  const name = readingOf(programme.conference.shortName, language).value
  const span = timed(session.expected)
  const theme = session.theme && themes.get(session.theme)
  const row = (label: Parameters<typeof say>[1], value: Child) =>
    value ? (
      <div>
        <dt>{say(language, label)}</dt>
        <dd>{value}</dd>
      </div>
    ) : null
  const words = (text: Text | null | undefined, mark = false) =>
    text && <Words in={readingOf(text, language)} language={language} mark={mark} />
  return (
    <ReaderTimes {...zones} words={readerWords(language)}>
      <Breadcrumbs
        language={language}
        steps={[
          { href: home, label: name },
          { href: `${home}/programme`, label: say(language, 'title') },
          { href: `${home}/programme/${session.slug}`, label: title.value },
        ]}
      />
      <h1>
        <Words in={title} language={language} />
      </h1>
      <p class="mark">
        <TextMark in={title} language={language} />
      </p>
      <EditLink at={edit && `${edit}/sessions/${session.id}`} language={language} />
      {children}
      <Part id="session">
        <p>
          <Marks session={session} frame={frame} next={next} />
        </p>
        <dl>
          {row(
            'time',
            <>
              {sayPlaceDay(language, session)}
              {' · '}
              {span ? (
                <>
                  <ConferenceTime span={span} day={session.day} zones={zones} />{' '}
                  <span class="mark">
                    {say(language, 'time.conference')} ·{' '}
                    {sayZoneOffset(language, span.start, zones.conference)}
                  </span>
                  <span class="mark block">
                    <OwnTime span={span} day={session.day} zones={zones} />{' '}
                    <OwnOffset
                      at={span.start}
                      zones={zones}
                      say={(offset) => say(language, 'time.yours', { offset })}
                    />
                  </span>
                </>
              ) : (
                say(language, 'time.none')
              )}
            </>,
          )}
          {row('room', words(session.room))}
          {row('kind', say(language, `kind.${session.kind}`))}
          {row('theme', words(theme || null))}
          {row('note', words(session.note))}
          {row(
            'streams',
            session.streams.length > 0 &&
              session.streams.map(({ channel, url }) => (
                <a class="me-4" href={url}>
                  {channel === 'floor' ? say(language, 'channel.floor') : LANGUAGE_NAMES[channel]}
                </a>
              )),
          )}
          {row(
            'documents',
            session.documents.length > 0 &&
              session.documents.map(({ name, url }) => (
                <a class="me-4" href={url}>
                  {words(name)}
                </a>
              )),
          )}
        </dl>
        {session.participants.length > 0 && <h2>{say(language, 'participants')}</h2>}
        <People session={session} frame={frame} sources />
      </Part>
      {below}
      <div class="mt-8">
        <Sources sources={session.sources} language={language} />
      </div>
      <p class="screen-only mt-8">
        <a class="btn" href={`${home}/programme/${session.slug}.ics`} data-turbo="false">
          {say(language, 'take.session')}
        </a>{' '}
        <a class="btn btn-ghost" href={`${home}/programme#${session.slug}`}>
          {say(language, 'back')}
        </a>
      </p>
    </ReaderTimes>
  )
}
