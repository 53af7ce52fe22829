import { sayDuration, sayTimeRange } from '../../../i18n/clock.ts'
import { wallAt } from '../../../i18n/wall.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { NumberField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Words } from '../../../ui/text.tsx'
import type { ProgrammeSession } from '../../programme/timeline.ts'
import { say } from '../words.ts'

interface RunningProps {
  sessions: readonly ProgrammeSession[]
  viewer: FormReader
  conference: string
  zone: string
}

/** The sessions of today, as the public sees them, and how late each is said to run. */
export function Running({ sessions, viewer, conference, zone }: RunningProps) {
  const { language } = viewer
  if (sessions.length === 0) return null
  return (
    <section class="running">
      <h2>{say(language, 'running')}</h2>
      <p class="mark">{say(language, 'running.note')}</p>
      <ul>
        {sessions.map((session) => (
          <li>
            <span class="running-time">{sayExpected(session, viewer, zone)}</span>
            <span class="running-title">
              <Words in={readingOf(session.title, language)} language={language} />
              {session.late > 0 && (
                <strong class="clash-mark">
                  {say(language, 'late')} {sayDuration(language, session.late)}
                </strong>
              )}
            </span>
            <Delay session={session} viewer={viewer} conference={conference} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function sayExpected({ expected }: ProgrammeSession, { language }: FormReader, zone: string) {
  const clock = (at: Temporal.Instant) => wallAt(at.epochMilliseconds, zone).clock
  return expected.start
    ? sayTimeRange(language, clock(expected.start), expected.end && clock(expected.end))
    : ''
}

/** Says how late a session runs; what follows it in the same room is late with it. */
export function Delay({
  session,
  viewer,
  conference,
}: {
  session: ProgrammeSession
  viewer: FormReader
  conference: string
}) {
  const { language, address, search } = viewer
  const fixed = { conference, session: session.id }
  return (
    <div class="deeds">
      <Form
        viewer={viewer}
        command="programme.report-delay"
        of={session.slug}
        then={`${address}${search}`}
        fixed={fixed}
        class="form-inline"
        keep={false}
      >
        <NumberField
          name="minutes"
          label={say(language, 'late.minutes')}
          value={session.late || null}
        />
        <Submit quiet>{say(language, 'late.say')}</Submit>
      </Form>
      {session.late > 0 && (
        <Deed
          viewer={viewer}
          command="programme.clear-delay"
          of={session.slug}
          then={`${address}${search}`}
          fixed={fixed}
          label={say(language, 'late.none')}
        />
      )}
    </div>
  )
}
