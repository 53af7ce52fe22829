import { ALONE_AT_MOST, type Interpreted } from './model.ts'

/** A session with its instants, as far as they are known. */
export interface Timed {
  id: string
  start: Temporal.Instant | null
  end: Temporal.Instant | null
}

/** Something whoever keeps the matrix should look at; never a bar to saving. */
export interface Doubt {
  kind: 'two-at-once' | 'alone-too-long' | 'nobody'
  session: string
  /** The interpreter, or the language of the booth. */
  about: string
}

const overlaps = (a: Timed, b: Timed) =>
  a.start !== null &&
  a.end !== null &&
  b.start !== null &&
  b.end !== null &&
  Temporal.Instant.compare(a.start, b.end) < 0 &&
  Temporal.Instant.compare(b.start, a.end) < 0

const minutesOf = ({ start, end }: Timed) =>
  start && end ? start.until(end).total({ unit: 'minute' }) : 0

/** Who is asked to be in two places, who sits alone too long, and which booth has nobody. */
export function doubtsIn(all: readonly Interpreted[], sessions: readonly Timed[]): Doubt[] {
  const byId = new Map(sessions.map((session) => [session.id, session]))
  return all.flatMap(({ session: id, arrangement: { booths } }) => {
    const session = byId.get(id)
    if (!session) return []
    return booths.flatMap(({ into, interpreters }): Doubt[] => [
      ...(interpreters.length === 0 ? [{ kind: 'nobody' as const, session: id, about: into }] : []),
      ...(interpreters.length === 1 && minutesOf(session) > ALONE_AT_MOST
        ? [{ kind: 'alone-too-long' as const, session: id, about: into }]
        : []),
      ...interpreters
        .filter((person) =>
          all.some((other) => {
            const elsewhere = byId.get(other.session)
            return (
              other.session !== id &&
              elsewhere !== undefined &&
              overlaps(session, elsewhere) &&
              other.arrangement.booths.some((booth) => booth.interpreters.includes(person))
            )
          }),
        )
        .map((person) => ({ kind: 'two-at-once' as const, session: id, about: person })),
    ])
  })
}
