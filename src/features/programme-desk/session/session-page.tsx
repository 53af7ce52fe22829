import { readingOf } from '../../../kernel/text.ts'
import { NumberField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Part } from '../../../ui/part.tsx'
import { Words } from '../../../ui/text.tsx'
import { DeskHead } from '../../conference-desk/pages/desk-head.tsx'
import { Clashes } from '../board/clashes.tsx'
import { DraftMarks, deskOf, sessionAddress } from '../board/list.tsx'
import { MoveForm } from '../board/place.tsx'
import { DeedHead, FromTo } from '../pages/deeds.tsx'
import { Delay } from '../pages/running.tsx'
import { say } from '../words.ts'
import { ChannelsForm } from './channels.tsx'
import { Participants } from './participants.tsx'
import type { SessionProps } from './session-props.tsx'
import { WordsFields } from './words-fields.tsx'

/** One session of the draft, part by part: each is saved by itself, so that two people can work on it. */
export function DraftSessionPage(props: SessionProps) {
  const { board, session, saw } = props
  const { viewer, conference, rooms, clashes, draft } = board
  const { language } = viewer
  const title = readingOf(session.title, language)
  const own = clashes.filter(({ sessions }) => sessions.includes(session.id))
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, deskOf(conference.id)), label: say(language, 'title') },
          { href: '', label: title.value },
        ]}
        title={<Words in={title} language={language} />}
      >
        <p class="desk-standing">
          <DraftMarks session={session} board={board} language={language} />
        </p>
      </DeskHead>
      <Part id="clashes">
        <Clashes
          clashes={own}
          sessions={draft.filter(({ id }) => id !== session.id)}
          rooms={rooms}
          hrefOf={(other) => hrefOf(language, sessionAddress(conference.id, other))}
          language={language}
        />
      </Part>
      <div class="desk-columns">
        <div>
          <h2 id="place">{say(language, 'part.place')}</h2>
          <Place {...props} />
          <Shift {...props} />
          <h2 id="words">{say(language, 'part.words')}</h2>
          <WordsForm {...props} />
        </div>
        <div>
          <h2 id="people">{say(language, 'part.people')}</h2>
          <Participants {...props} />
          <h2 id="status">{say(language, 'part.status')}</h2>
          <Status {...props} />
          <Late {...props} />
          <h2 id="channels">{say(language, 'part.channels')}</h2>
          <ChannelsForm
            viewer={viewer}
            conference={conference.id}
            session={session}
            seen={saw.channels}
          />
          <History {...props} />
        </div>
      </div>
    </>
  )
}

function Place({ board: { viewer, conference, rooms }, session, saw }: SessionProps) {
  const { language } = viewer
  if (session.status === 'cancelled') return <p>{say(language, 'part.place.cancelled')}</p>
  return (
    <MoveForm
      viewer={viewer}
      conference={conference.id}
      session={session}
      rooms={rooms}
      seen={saw.place}
      then={viewer.address}
      full
    />
  )
}

function WordsForm({ board: { viewer, conference }, session, saw, themes }: SessionProps) {
  const { language } = viewer
  return (
    <Form
      viewer={viewer}
      command="programme.change-session"
      of="words"
      then={viewer.address}
      seen={saw.words}
      fixed={{ conference: conference.id, session: session.id }}
    >
      <WordsFields name="to" session={session} themes={themes} language={language} statuses />
      <Submit>{say(language, 'save')}</Submit>
    </Form>
  )
}

/** Moves what follows along: for a morning that begins a quarter of an hour later. */
function Shift({ board: { viewer, conference }, session, saw }: SessionProps) {
  const { language } = viewer
  if (session.start === null || session.status === 'cancelled') return null
  return (
    <details>
      <summary>{say(language, 'shift')}</summary>
      <Form
        viewer={viewer}
        command="programme.shift-following"
        then={deskOf(conference.id)}
        seen={saw.place}
        fixed={{ conference: conference.id, session: session.id }}
      >
        <NumberField
          name="minutes"
          label={say(language, 'shift.minutes')}
          hint={say(language, 'shift.hint')}
          required
        />
        <Submit quiet>{say(language, 'shift.do')}</Submit>
      </Form>
    </details>
  )
}

const TURNS = {
  confirmed: ['hold', 'cancel', 'withdraw'],
  tentative: ['confirm', 'cancel', 'withdraw'],
  cancelled: ['confirm', 'withdraw'],
  withdrawn: ['confirm'],
} as const

/** Confirm, hold, cancel, take off: each with what readers should know of it. */
function Status({ board: { viewer, conference }, session, saw }: SessionProps) {
  const { language } = viewer
  const fixed = { conference: conference.id, session: session.id }
  const common = { viewer, seen: saw.status }
  return (
    <div class="turns">
      {TURNS[session.status].map((turn) =>
        turn === 'cancel' ? (
          <details>
            <summary class="btn">{say(language, 'cancel')}</summary>
            <Form
              {...common}
              command="programme.cancel-session"
              then={viewer.address}
              fixed={fixed}
            >
              <p>{say(language, 'cancel.note')}</p>
              <LanguagesField
                name="note"
                label={say(language, 'cancel.why')}
                text={session.note}
                rows={2}
                status="authentic"
              />
              <Submit>{say(language, 'cancel')}</Submit>
            </Form>
          </details>
        ) : (
          <Deed
            {...common}
            command={`programme.${turn}-session`}
            then={viewer.address}
            fixed={fixed}
            label={say(language, turn)}
            {...(turn === 'withdraw' && { confirm: say(language, 'withdraw.note') })}
          />
        ),
      )}
    </div>
  )
}

/** Running late, for a session that is public. */
function Late({ board: { viewer, conference }, published }: SessionProps) {
  const { language } = viewer
  if (!published) return null
  return (
    <>
      <h2 id="late">{say(language, 'part.late')}</h2>
      <p class="mark">{say(language, 'running.note')}</p>
      <Delay session={published} viewer={viewer} conference={conference.id} />
    </>
  )
}

function History({ board: { viewer }, history, names, zone }: SessionProps) {
  const { language } = viewer
  if (history.length === 0) return null
  return (
    <>
      <h2 id="history">{say(language, 'history')}</h2>
      <ol class="deed-list">
        {history.map((deed) => (
          <li class="deed-line">
            <DeedHead deed={deed} name={names.get(deed.madeBy)} zone={zone} language={language} />
            <FromTo before={deed.before} after={deed.after} language={language} />
          </li>
        ))}
      </ol>
    </>
  )
}
