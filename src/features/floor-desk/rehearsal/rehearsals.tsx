import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Words } from '../../../ui/text.tsx'
import type { Floor } from '../../floor/queue/floor.ts'
import { AUDIENCES, PACES, type Rehearsal, slugOf } from '../../floor/rehearsal/rehearsal.model.ts'
import { sayMeeting, sayPace } from '../../floor/terms.print.ts'
import type { Session } from '../../programme/model.ts'
import { deskAddress } from '../pages/desk-props.tsx'
import { say } from '../words.ts'

/** A session that can be rehearsed, and how its rehearsal stands where there is one. */
export interface Rehearsable {
  session: Session
  rehearsal: (Rehearsal & { plays: boolean; meeting: Floor['meeting'] }) | null
}

interface Props {
  viewer: FormReader
  conference: string
  sessions: readonly Rehearsable[]
}

/** Rehearsals: each session may be played with invented delegations, on a list of its own that touches no other. */
export function Rehearsals({ viewer, conference, sessions }: Props) {
  const { language } = viewer
  return (
    <section aria-labelledby="rehearsals">
      <h2 id="rehearsals">{say(language, 'rehearsals')}</h2>
      <p>{say(language, 'rehearsals.note')}</p>
      {sessions.length === 0 && <Empty>{say(language, 'rehearsals.none')}</Empty>}
      <ul class="floor-sessions">
        {sessions.map(({ session, rehearsal }) => (
          <li class={rehearsal?.meeting === 'running' ? 'floor-running' : undefined}>
            <span class="floor-rehearsed">
              <Words in={readingOf(session.title, language)} language={language} />
              {rehearsal && (
                <small class="mark">
                  <Stands language={language} rehearsal={rehearsal} />
                </small>
              )}
            </span>
            {rehearsal ? (
              <Begun viewer={viewer} conference={conference} rehearsal={rehearsal} />
            ) : (
              <Start viewer={viewer} conference={conference} session={session} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How a rehearsal stands: the session, the pace, and who does it. */
function Stands({
  language,
  rehearsal: { meeting, plays, pace, audience },
}: {
  language: Language
  rehearsal: NonNullable<Rehearsable['rehearsal']>
}) {
  const parts = [
    sayMeeting(language, meeting),
    ...(meeting === 'adjourned'
      ? []
      : [say(language, plays ? 'rehearsal.plays' : 'rehearsal.hand')]),
    sayPace(language, pace),
    say(language, `rehearsal.audience.${audience}`),
  ]
  return <>{parts.join(' · ')}</>
}

function Begun({
  viewer,
  conference,
  rehearsal,
}: {
  viewer: FormReader
  conference: string
  rehearsal: NonNullable<Rehearsable['rehearsal']>
}) {
  const { language } = viewer
  const { slug } = rehearsal
  const screen = (more: string, word: 'list' | 'hall' | 'rostrum' | 'chair') => (
    <a href={hrefOf(language, `/${conference}/floor/${slug}${more}`)}>
      {say(language, `rehearsal.${word}`)}
    </a>
  )
  return (
    <>
      <a class="btn" href={hrefOf(language, deskAddress(conference, slug))}>
        {say(language, 'to-desk')}
      </a>
      <div class="floor-rehearsal">
        <nav aria-label={say(language, 'rehearsal.screens')}>
          <span>{say(language, 'rehearsal.screens')}</span> {screen('/hall', 'hall')}
          {screen('/rostrum', 'rostrum')}
          {screen('/chair', 'chair')}
          {screen('', 'list')}
        </nav>
        <Steering viewer={viewer} rehearsal={rehearsal} />
        <Deed
          viewer={{ ...viewer, attempt: null }}
          command="floor.clear-rehearsal"
          of={slug}
          then={`/${conference}/desk/floor`}
          fixed={rehearsal.of}
          label={say(language, 'rehearsal.clear')}
          confirm={say(language, 'rehearsal.clear.sure')}
        />
      </div>
    </>
  )
}

/** Stops the play, or lets it go on; nothing once the session is over. */
export function Steering({
  viewer,
  rehearsal: { of, slug, plays, meeting },
}: {
  viewer: FormReader
  rehearsal: NonNullable<Rehearsable['rehearsal']>
}) {
  if (meeting === 'adjourned') return null
  return (
    <Deed
      viewer={{ ...viewer, attempt: null }}
      command={plays ? 'floor.stop-rehearsal' : 'floor.play-rehearsal'}
      of={slug}
      then={viewer.address}
      fixed={of}
      label={say(viewer.language, plays ? 'rehearsal.stop' : 'rehearsal.play')}
    />
  )
}

/** Two clicks: the second says whether it plays by itself. */
function Start({
  viewer,
  conference,
  session,
}: {
  viewer: FormReader
  conference: string
  session: Session
}) {
  const { language } = viewer
  const word = say(language, 'rehearsal.start')
  return (
    <details class="floor-set-up">
      <summary class="btn" aria-label={`${word} · ${readingOf(session.title, language).value}`}>
        {word}
      </summary>
      <Form
        viewer={{ ...viewer, attempt: null }}
        command="floor.start-rehearsal"
        of={session.slug}
        then={deskAddress(conference, slugOf(session))}
        fixed={{ conference, session: session.id }}
        class="form-inline"
        keep={false}
      >
        <SelectField
          name="pace"
          label={say(language, 'rehearsal.pace')}
          value="1"
          options={PACES.map((pace) => ({ value: `${pace}`, label: sayPace(language, pace) }))}
        />
        <SelectField
          name="audience"
          label={say(language, 'rehearsal.audience')}
          value="desk"
          options={AUDIENCES.map((one) => ({
            value: one,
            label: say(language, `rehearsal.audience.${one}`),
          }))}
        />
        <div class="deeds">
          <Submit name="by" value="itself">
            {say(language, 'rehearsal.by-itself')}
          </Submit>
          <Submit quiet name="by" value="hand">
            {say(language, 'rehearsal.by-hand')}
          </Submit>
        </div>
      </Form>
    </details>
  )
}

/** On the desk of a rehearsal: that it is one, how fast, and who does it. */
export function OnDesk({
  viewer,
  rehearsal,
}: {
  viewer: FormReader
  rehearsal: Rehearsable['rehearsal']
}) {
  if (!rehearsal) return null
  const { language } = viewer
  return (
    <section class="floor-rehearsal-desk" aria-label={say(language, 'rehearsals')}>
      <p>
        <Stands language={language} rehearsal={rehearsal} />
        {rehearsal.plays && <small class="mark">{say(language, 'rehearsal.takes-over')}</small>}
      </p>
      <Steering viewer={viewer} rehearsal={rehearsal} />
    </section>
  )
}
