import { sayTimeRange } from '../../../i18n/clock.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Words } from '../../../ui/text.tsx'
import type { Clash } from '../../programme/clashes.ts'
import type { Session } from '../../programme/model.ts'
import { sayPlaceDay } from '../../programme/pages/marks.tsx'
import type { ChangedSession } from '../../programme/release.ts'
import { sayChange, sayKind, sayStatus } from '../../programme/terms.print.ts'
import { say } from '../words.ts'
import { ClashMarks } from './clashes.tsx'
import { MoveForm, type Rooms } from './place.tsx'

/** What every part of the editor is drawn from. */
export interface Board {
  viewer: FormReader
  conference: { id: string; name: string }
  draft: readonly Session[]
  /** The days of the conference that are known. */
  days: readonly string[]
  rooms: Rooms
  clashes: readonly Clash[]
  /** What the next release would say of each session. */
  changes: ReadonlyMap<string, ChangedSession>
  seen: ReadonlyMap<string, { place: string; status: string }>
}

export const deskOf = (conference: string) => `/${conference}/desk/programme`
export const sessionAddress = (conference: string, { id }: { id: string }) =>
  `${deskOf(conference)}/sessions/${id}`

/** What somebody must see of a session at a glance: its status, what is new since the last release, what clashes. */
export function DraftMarks({
  session,
  board,
  language,
}: {
  session: Session
  board: Pick<Board, 'clashes' | 'changes'>
  language: Language
}) {
  const changed = board.changes.get(session.id)
  return (
    <>
      {session.status !== 'confirmed' && (
        <span class="draft-status">{sayStatus(language, session.status)}</span>
      )}
      {changed && (
        <span class="draft-changed">
          {changed.changes.map((change) => sayChange(language, change)).join(', ')}
        </span>
      )}
      <ClashMarks clashes={board.clashes} session={session} language={language} />
    </>
  )
}

/** The draft as a list, day by day; every session can be moved where it stands. */
export function DraftList({ board }: { board: Board }) {
  const { viewer, draft, conference, days } = board
  const { language } = viewer
  const shown = draft.filter(({ status }) => status !== 'withdrawn')
  const groups = Map.groupBy(shown, ({ day, latestDay }) =>
    latestDay ? `${day} ${latestDay}` : day,
  )
  const empty = days.filter((day) => !groups.has(day))
  const keys = [...groups.keys(), ...empty].sort()
  if (keys.length === 0) return <Empty>{say(language, 'draft.empty')}</Empty>
  return (
    <>
      {keys.map((key) => {
        const sessions = groups.get(key) ?? []
        const [day = '', latestDay = null] = key.split(' ')
        return (
          <section class="draft-day">
            <div class="draft-day-head">
              <h2>
                {sayPlaceDay(language, { day, latestDay, start: null, end: null, room: null })}
              </h2>
              <a href={`${hrefOf(language, deskOf(conference.id))}/new?day=${day}`}>
                {say(language, 'add')}
              </a>
            </div>
            {sessions.length === 0 && <Empty>{say(language, 'day.empty')}</Empty>}
            <ol>
              {sessions.map((session) => (
                <Line session={session} board={board} />
              ))}
            </ol>
          </section>
        )
      })}
      <Withdrawn board={board} />
    </>
  )
}

function Line({ session, board }: { session: Session; board: Board }) {
  const { viewer, conference, rooms, seen } = board
  const { language } = viewer
  const { start, end, status, kind, participants, room } = session
  const title = <Words in={readingOf(session.title, language)} language={language} />
  return (
    <li class="draft-line" id={session.slug}>
      <p class="draft-time">
        {start ? sayTimeRange(language, start, end) : <small>{say(language, 'no-time')}</small>}
      </p>
      <div class="draft-what">
        <h3>
          <a href={hrefOf(language, sessionAddress(conference.id, session))}>
            {status === 'cancelled' ? <s>{title}</s> : title}
          </a>
        </h3>
        <p class="mark">
          {sayKind(language, kind)}
          {room && (
            <>
              {' · '}
              <Words in={readingOf(room, language)} language={language} />
            </>
          )}
          {participants.length > 0 && (
            <>
              {' · '}
              {say(language, 'people.count', { count: participants.length })}
            </>
          )}{' '}
          <DraftMarks session={session} board={board} language={language} />
        </p>
      </div>
      {status !== 'cancelled' && (
        <details class="draft-move" open={attempted(viewer, session) || undefined}>
          <summary>{say(language, 'move')}</summary>
          <MoveForm
            viewer={viewer}
            conference={conference.id}
            session={session}
            rooms={rooms}
            seen={seen.get(session.id)?.place}
            then={`${viewer.address}${viewer.search}`}
          />
        </details>
      )}
    </li>
  )
}

/** A form that was refused is in sight. */
const attempted = ({ attempt }: FormReader, { slug }: Session) => attempt?.of === slug

/** What was taken off and published once: calendars are told, readers are not. */
function Withdrawn({ board: { draft, conference, viewer } }: { board: Board }) {
  const { language } = viewer
  const gone = draft.filter(({ status }) => status === 'withdrawn')
  if (gone.length === 0) return null
  return (
    <details class="draft-gone">
      <summary>{say(language, 'withdrawn', { count: gone.length })}</summary>
      <ul>
        {gone.map((session) => (
          <li>
            <a href={hrefOf(language, sessionAddress(conference.id, session))}>
              <Words in={readingOf(session.title, language)} language={language} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
