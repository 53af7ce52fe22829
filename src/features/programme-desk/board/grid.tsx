import { sayTimeRange } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Words } from '../../../ui/text.tsx'
import type { Session } from '../../programme/model.ts'
import { type Grid, gridOf, type RoomColumns, type Row } from '../grid/grid.ts'
import { say } from '../words.ts'
import { type Board, DraftMarks, sessionAddress } from './list.tsx'
import { nameRoom } from './place.tsx'

const TALLEST = 8
const STEP = 15

/** How tall a row is drawn: a step for each quarter of an hour, and no more than eight. */
const tall = ({ from, to }: Row) => Math.min(TALLEST, Math.max(1, Math.round((to - from) / STEP)))

const clockOf = (minutes: number) =>
  [Math.floor(minutes / 60) % 24, minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')

/** What the browser says while a session is carried: see `ui/client/timetable.ts`. */
const carryingWords = (language: Language) => ({
  carry: say(language, 'grid.carry'),
  picked: say(language, 'grid.picked'),
  at: say(language, 'grid.at', { day: '{day}', clock: '{clock}', place: '{place}' }),
  dropped: say(language, 'grid.dropped'),
  left: say(language, 'grid.left'),
  meets: say(language, 'grid.meets'),
})

/**
 * The draft as days × rooms. It is a table that anybody can read; the element around it lets sessions be carried, by
 * mouse or by keyboard, and sends the form below it.
 */
export function DraftGrid({ board }: { board: Board }) {
  const { viewer, draft, days } = board
  const { language } = viewer
  const grid = gridOf(draft, days)
  const columns = grid.rooms.flatMap((room) => Array.from({ length: room.columns }, () => room))
  return (
    <programme-timetable data-words={JSON.stringify(carryingWords(language))}>
      <p class="mark screen-only">{say(language, 'grid.how')}</p>
      <section class="timetable-scroll" aria-label={say(language, 'grid')} tabindex={0}>
        <table class="timetable">
          <caption class="sr-only">{say(language, 'grid')}</caption>
          <Head grid={grid} board={board} />
          <tbody>
            {grid.rows.map((row, at) => (
              <tr
                class={`slot-${tall(row)}`}
                data-from={String(row.from)}
                data-minutes={String(row.to - row.from)}
              >
                <th scope="row">{clockOf(row.from)}</th>
                {(grid.cells[at] ?? []).map((cell, column) =>
                  cell === 'covered' ? null : cell === null ? (
                    <td class={edge(columns, column)} data-column={String(column)} />
                  ) : (
                    <Held
                      session={cell.session}
                      rows={cell.rows}
                      column={column}
                      edge={edge(columns, column)}
                      board={board}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="sr-only" role="status" aria-live="assertive" data-carrying />
      <MoveByHand board={board} />
      <Beside sessions={grid.beside} board={board} />
    </programme-timetable>
  )
}

/** A day begins with a line. */
const edge = (columns: readonly RoomColumns[], at: number) =>
  at > 0 && columns[at - 1]?.day !== columns[at]?.day ? 'timetable-day' : undefined

function Head({ grid, board }: { grid: Grid; board: Board }) {
  const { language } = board.viewer
  const days = grid.days.map(({ day }) => sayDay(language, day, { weekday: true, year: false }))
  return (
    <thead>
      <tr>
        <td rowspan={2} />
        {grid.days.map(({ columns }, at) => (
          <th scope="colgroup" colspan={columns} class={at > 0 ? 'timetable-day' : undefined}>
            {days[at]}
          </th>
        ))}
      </tr>
      <tr>
        {grid.rooms.map((room, at) => (
          <th
            scope="colgroup"
            colspan={room.columns}
            class={at > 0 && grid.rooms[at - 1]?.day !== room.day ? 'timetable-day' : undefined}
            data-day={room.day}
            data-said={days[grid.days.findIndex(({ day }) => day === room.day)]}
            data-room={room.key ?? ''}
          >
            {nameRoom(board.rooms, room.key, language)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Held({
  session,
  rows,
  column,
  edge,
  board,
}: {
  session: Session
  rows: number
  column: number
  edge: string | undefined
  board: Board
}) {
  const { language } = board.viewer
  const clashes = board.clashes.some(({ sessions }) => sessions.includes(session.id))
  const classes = ['held', clashes && 'held-clashes', edge].filter(Boolean).join(' ')
  return (
    <td
      class={classes}
      rowspan={rows}
      data-column={String(column)}
      data-session={session.id}
      data-start={session.start ?? ''}
      data-end={session.end ?? ''}
      data-seen={board.seen.get(session.id)?.place}
    >
      <div class="held-card">
        <a href={hrefOf(language, sessionAddress(board.conference.id, session))}>
          <Words in={readingOf(session.title, language)} language={language} />
        </a>
        <small>
          {session.start && sayTimeRange(language, session.start, session.end)}{' '}
          <DraftMarks session={session} board={board} language={language} />
        </small>
      </div>
    </td>
  )
}

/** What is sent when a session is dropped. Nobody sees it but where it was refused. */
function MoveByHand({ board: { viewer, conference } }: { board: Board }) {
  const refused = viewer.attempt?.of === 'carried'
  return (
    <Form
      viewer={viewer}
      command="programme.move-session"
      of="carried"
      then={`${viewer.address}${viewer.search}`}
      seen=""
      keep={false}
      class={refused ? 'form' : 'form sr-only'}
      fixed={{
        ...{ conference: conference.id, session: '', room: '' },
        ...{ 'to.day': '', 'to.start': '', 'to.end': '' },
      }}
    >
      <span hidden>
        <Submit>{say(viewer.language, 'move')}</Submit>
      </span>
    </Form>
  )
}

/** What has no place in the table. */
function Beside({ sessions, board }: { sessions: readonly Session[]; board: Board }) {
  const { language } = board.viewer
  if (sessions.length === 0) return null
  return (
    <section>
      <h2>{say(language, 'grid.beside')}</h2>
      <ul>
        {sessions.map((session) => (
          <li>
            <a href={hrefOf(language, sessionAddress(board.conference.id, session))}>
              <Words in={readingOf(session.title, language)} language={language} />
            </a>{' '}
            <DraftMarks session={session} board={board} language={language} />
          </li>
        ))}
      </ul>
    </section>
  )
}
