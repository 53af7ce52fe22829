import { same } from '../../kernel/same.ts'
import type { Text } from '../../kernel/text.ts'
import {
  isSamePlace,
  type Place,
  type PublishedSession,
  placeOf,
  type Release,
  type Session,
} from './model.ts'

/** What a release changed about a session, as a reader would say it. */
export const CHANGES = [
  'added',
  'removed',
  'cancelled',
  'reinstated',
  'moved',
  'other-room',
  'retitled',
  'confirmed',
  'tentative',
  'participants',
  'details',
] as const
export type Change = (typeof CHANGES)[number]

/** One session in the public difference between two releases. */
export interface ChangedSession {
  session: string
  slug: string
  title: Text
  changes: readonly Change[]
  place: Place
  /** Where it stood before, if that changed. */
  placeBefore: Place | null
  titleBefore: Text | null
}

export interface Difference {
  /** The zone was changed and the wall times were kept. */
  zone: { from: string; to: string } | null
  sessions: readonly ChangedSession[]
}

/** What the secretariat wrote, without what releases added to it. */
function written(session: PublishedSession): Omit<Session, 'status'> {
  const { status: _, formerly: __, sequence: ___, revised: ____, ...rest } = session
  return rest
}

const plain = (status: PublishedSession['status']): Session['status'] =>
  status === 'moved' ? 'confirmed' : status

/** A published session as the secretariat would write it again. */
export const unreleased = (session: PublishedSession): Session => ({
  ...written(session),
  status: plain(session.status),
})

/**
 * A session as a release publishes it. Moved is what has another time or place than in the release before; it stays
 * marked until it is confirmed anew by moving, cancelling or withdrawing it.
 */
function published(
  session: Session,
  before: PublishedSession | undefined,
  zoneMoved: boolean,
  at: string,
): PublishedSession {
  if (!before) return { ...session, formerly: null, sequence: 0, revised: at }
  const moved = !isSamePlace(session, before)
  const formerly = moved ? placeOf(before) : before.formerly
  const status = session.status === 'confirmed' && formerly ? 'moved' : session.status
  const turned = moved || status !== before.status || (zoneMoved && session.start !== null)
  const { status: _, ...words } = session
  const changed = turned || !same(words, written(before))
  return {
    ...session,
    status,
    formerly,
    sequence: before.sequence + (turned ? 1 : 0),
    revised: changed ? at : before.revised,
  }
}

/** The sessions of a new release. What was never published and is withdrawn needs not be. */
export function released(
  sessions: readonly Session[],
  last: Release | null,
  { zone, at }: { zone: string; at: Temporal.Instant },
): PublishedSession[] {
  const before = new Map(last?.sessions.map((session) => [session.id, session]))
  return sessions
    .filter((session) => session.status !== 'withdrawn' || before.has(session.id))
    .map((session) =>
      published(
        session,
        before.get(session.id),
        last !== null && last.zone !== zone,
        at.toString({ smallestUnit: 'second' }),
      ),
    )
}

function changesOf(after: PublishedSession, before: PublishedSession | undefined): Change[] {
  if (after.status === 'withdrawn')
    return before && before.status !== 'withdrawn' ? ['removed'] : []
  if (!before || before.status === 'withdrawn') return ['added']
  const found: Change[] = []
  const [was, is] = [plain(before.status), plain(after.status)]
  if (is === 'cancelled' && was !== 'cancelled') found.push('cancelled')
  if (is !== 'cancelled' && was === 'cancelled') found.push('reinstated')
  if (is === 'confirmed' && was === 'tentative') found.push('confirmed')
  if (is === 'tentative' && was === 'confirmed') found.push('tentative')
  if (!isSamePlace({ ...after, room: null }, { ...before, room: null })) found.push('moved')
  if (!isSamePlace({ ...after, ...timesOf(before) }, before)) found.push('other-room')
  if (!same(after.title, before.title)) found.push('retitled')
  if (!same(after.participants, before.participants)) found.push('participants')
  const rest = (session: PublishedSession) => {
    const { title: _, participants: __, room: ___, ...others } = written(session)
    return { ...others, ...timesOf(after) }
  }
  if (found.length === 0 && !same(rest(after), rest(before))) found.push('details')
  return found
}

const timesOf = ({ day, latestDay, start, end }: Place) => ({ day, latestDay, start, end })

/** What the public is told of a release: every session that is not as it was, in the order of the programme. */
export function difference(
  after: Pick<Release, 'zone' | 'sessions'>,
  before: Pick<Release, 'zone' | 'sessions'>,
): Difference {
  const old = new Map(before.sessions.map((session) => [session.id, session]))
  const sessions = after.sessions.flatMap((session) => {
    const was = old.get(session.id)
    const changes = changesOf(session, was)
    if (changes.length === 0) return []
    const moved = changes.includes('moved') || changes.includes('other-room')
    return [
      {
        session: session.id,
        slug: session.slug,
        title: session.title,
        changes,
        place: placeOf(session),
        placeBefore: moved && was ? placeOf(was) : null,
        titleBefore: changes.includes('retitled') && was ? was.title : null,
      },
    ]
  })
  return {
    zone: after.zone === before.zone ? null : { from: before.zone, to: after.zone },
    sessions,
  }
}

/** A release, and what it changed. */
export interface NextRelease extends Release {
  difference: Difference | null
}

/** The release that a draft would become. */
export function nextRelease(
  last: Release | null,
  draft: Pick<Release, 'conference' | 'note' | 'at' | 'zone'> & { sessions: readonly Session[] },
): NextRelease {
  const sessions = released(draft.sessions, last, draft)
  const next = { ...draft, number: (last?.number ?? 0) + 1, sessions }
  return { ...next, difference: last && difference(next, last) }
}

export const isEmpty = ({ zone, sessions }: Difference): boolean =>
  zone === null && sessions.length === 0
