import { sayTimeRange } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Form } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Words } from '../../../ui/text.tsx'
import { DeskHead } from '../../conference-desk/pages/desk-head.tsx'
import { type Floor, inscriptionAt } from '../../floor/queue/floor.ts'
import { windowOf } from '../../floor/queue/settings.ts'
import { sayInscription, sayMeeting, sayTerm } from '../../floor/terms.print.ts'
import type { Session } from '../../programme/model.ts'
import { sayKind } from '../../programme/terms.print.ts'
import { type Rehearsable, Rehearsals } from '../rehearsal/rehearsals.tsx'
import { say } from '../words.ts'
import { deskAddress } from './desk-props.tsx'

interface Props {
  viewer: FormReader
  conference: { id: string; name: string }
  zone: string
  now: number
  sessions: readonly { session: Session; floor: Floor | null }[]
  presets: readonly { id: string; name: Text }[]
  rehearsable: readonly Rehearsable[]
}

/** The sessions of a conference: those that run, those with a list, and those that may be given one. */
export function SessionsPage(props: Props) {
  const { viewer, conference, sessions, rehearsable } = props
  const { language } = viewer
  const days = Map.groupBy(sessions, ({ session }) => session.day)
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[{ href: '', label: say(language, 'title') }]}
        title={say(language, 'title')}
      >
        <p>{say(language, 'sessions.note')}</p>
      </DeskHead>
      {viewer.attempt && (
        <p class="refused" role="alert">
          {viewer.attempt.title}
        </p>
      )}
      {sessions.length === 0 && <Empty>{say(language, 'sessions.none')}</Empty>}
      {[...days].map(([day, some]) => (
        <section>
          <h2>{sayDay(language, day)}</h2>
          <ul class="floor-sessions">
            {some.map(({ session, floor }) => (
              <Line {...props} session={session} floor={floor} />
            ))}
          </ul>
        </section>
      ))}
      <Rehearsals viewer={viewer} conference={conference.id} sessions={rehearsable} />
    </>
  )
}

function Line({
  viewer,
  conference,
  zone,
  now,
  presets,
  session,
  floor,
}: Props & { session: Session; floor: Floor | null }) {
  const { language } = viewer
  const title = <Words in={readingOf(session.title, language)} language={language} />
  return (
    <li class={floor?.meeting === 'running' ? 'floor-running' : undefined}>
      <span class="floor-when">
        {session.start === null ? '' : sayTimeRange(language, session.start, session.end)}
      </span>
      <span>
        {floor ? (
          <a href={hrefOf(language, deskAddress(conference.id, session.slug))}>{title}</a>
        ) : (
          title
        )}
        <small class="mark">
          {sayKind(language, session.kind)}
          {floor && <State language={language} floor={floor} zone={zone} now={now} />}
        </small>
      </span>
      {floor ? (
        <a class="btn" href={hrefOf(language, deskAddress(conference.id, session.slug))}>
          {say(language, 'to-desk')}
        </a>
      ) : (
        <SetUp viewer={viewer} conference={conference.id} session={session} presets={presets} />
      )}
    </li>
  )
}

function State({
  language,
  floor,
  zone,
  now,
}: {
  language: Language
  floor: Floor
  zone: string
  now: number
}) {
  const inscription = inscriptionAt(floor, windowOf(floor.settings, zone), now)
  return (
    <>
      {' · '}
      {sayMeeting(language, floor.meeting)}
      {floor.meeting === 'before' && ` · ${sayInscription(language, inscription)}`}
      {floor.meeting !== 'adjourned' &&
        ` · ${sayTerm(language, 'remaining')} ${floor.waiting.length}`}
    </>
  )
}

/** A list with usual rules, in two clicks: which ones, the second says. */
function SetUp({
  viewer,
  conference,
  session,
  presets,
}: {
  viewer: FormReader
  conference: string
  session: Session
  presets: Props['presets']
}) {
  const { language } = viewer
  return (
    <details class="floor-set-up">
      <summary
        class="btn"
        aria-label={`${say(language, 'set-up')} · ${readingOf(session.title, language).value}`}
      >
        {say(language, 'set-up')}
      </summary>
      <Form
        viewer={{ ...viewer, attempt: null }}
        command="floor.take-preset"
        of={session.slug}
        then={deskAddress(conference, session.slug)}
        fixed={{ conference, session: session.id }}
        class="form-inline"
        keep={false}
      >
        <p>{say(language, 'set-up.rules')}</p>
        {presets.map(({ id, name }) => (
          <button class="btn" type="submit" name="preset" value={id}>
            {readingOf(name, language).value}
          </button>
        ))}
      </Form>
    </details>
  )
}
