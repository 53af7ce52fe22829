import { type Place, roomKey, type Session, type SessionKind } from './model.ts'
import { endDay } from './timeline.ts'

/** Sessions to which everybody is asked: two of them at once is a mistake. */
const FOR_ALL: readonly SessionKind[] = ['ceremony', 'plenary', 'pledging']
/** Nobody changes a room of seven hundred people in less. */
const SHORTEST_BREAK = 5

export const CLASHES = [
  'same-room',
  'same-person',
  'two-plenaries',
  'outside-the-days',
  'break-too-short',
] as const

/** Something an editor should look at; never a bar to saving. */
export interface Clash {
  kind: (typeof CLASHES)[number]
  sessions: readonly string[]
  /** The room, the person, the day or the number of minutes that it is about. */
  about: string
}

interface Slot {
  session: Session
  start: Temporal.PlainDateTime
  end: Temporal.PlainDateTime
}

const wall = (day: string, clock: string) => Temporal.PlainDateTime.from(`${day}T${clock}`)

const slotOf = (session: Session): Slot[] =>
  session.start === null || session.end === null
    ? []
    : [
        {
          session,
          start: wall(session.day, session.start),
          end: wall(endDay(session), session.end),
        },
      ]

const before = (a: Temporal.PlainDateTime, b: Temporal.PlainDateTime) =>
  Temporal.PlainDateTime.compare(a, b) < 0

/** Pairs that overlap or nearly touch, found by one sweep over the starts. */
function* neighbours(slots: readonly Slot[]): Generator<[Slot, Slot]> {
  const ordered = slots.toSorted((a, b) => Temporal.PlainDateTime.compare(a.start, b.start))
  for (const [i, first] of ordered.entries()) {
    const reach = first.end.add({ minutes: SHORTEST_BREAK })
    for (const second of ordered.slice(i + 1)) {
      if (!before(second.start, reach)) break
      yield [first, second]
    }
  }
}

const namesOf = (session: Session) =>
  new Set(session.participants.flatMap(({ name }) => (name === null ? [] : [name])))

function* clashesOf([first, second]: readonly [Slot, Slot]): Generator<Clash> {
  const [a, b] = [first.session, second.session]
  const sessions = [a.id, b.id]
  const room = roomKey(a) === roomKey(b) ? roomKey(a) : null
  const forAll = FOR_ALL.includes(a.kind) && FOR_ALL.includes(b.kind)
  if (before(second.start, first.end)) {
    if (room !== null) yield { kind: 'same-room', sessions, about: room }
    if (forAll) yield { kind: 'two-plenaries', sessions, about: a.day }
    for (const name of namesOf(a).intersection(namesOf(b)))
      yield { kind: 'same-person', sessions, about: name }
  } else if (forAll || room !== null) {
    const minutes = first.end.until(second.start).total('minutes')
    yield { kind: 'break-too-short', sessions, about: String(minutes) }
  }
}

function* outside(place: Place & { id: string }, days: Days): Generator<Clash> {
  const early = days.first !== null && place.day < days.first
  const late = days.last !== null && (place.latestDay ?? place.day) > days.last
  if (early || late) yield { kind: 'outside-the-days', sessions: [place.id], about: place.day }
}

/** The first and the last day of a conference, where they are known to the day. */
export interface Days {
  first: string | null
  last: string | null
}

/** Everything that does not fit together in a programme, for the eyes of whoever edits it. */
export function clashes(sessions: readonly Session[], days: Days): Clash[] {
  const held = sessions.filter(({ status }) => status !== 'cancelled' && status !== 'withdrawn')
  return [
    ...held.flatMap((session) => [...outside(session, days)]),
    ...[...neighbours(held.flatMap(slotOf))].flatMap((pair) => [...clashesOf(pair)]),
  ]
}
