import { z } from 'zod'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { Text } from '../../kernel/text.ts'
import { command, type Writing } from '../../platform/command/command.ts'
import type { Conference } from '../conferences/model.ts'
import { conferenceWithSeries } from '../conferences/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import {
  mayEdit,
  mustBePossible,
  type Participant,
  Place,
  placeOf,
  Session,
  SessionDetails,
  type SessionStatus,
} from './model.ts'
import { draftOf } from './queries.ts'
import { shifted } from './timeline.ts'

const One = z.strictObject({ conference: ConferenceId, session: SessionId })
const NewSession = Session.omit({ id: true }).strict()

/** Adds a session to the draft. */
export const addSession = command('programme.add-session', {
  input: z.strictObject({ conference: ConferenceId, session: NewSession }),
  conference: (input) => input.conference,
  load: (db, { conference, session }) => table(db, conference, session.participants),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  decide(known, { session }, { newId }) {
    must(known.conference, 'programme.unknown-conference')
    must(
      known.draft.every(({ slug }) => slug !== session.slug),
      'programme.slug-taken',
    )
    const added = { ...session, id: SessionId.parse(newId()) }
    mustFit(added, known)
    return [added]
  },
  save: (db, sessions, { conference }) => saveSessions(db, conference, sessions),
  subject: ([session]) => `session/${session?.id}`,
  answer: ([session]) => ({ session: session?.id ?? '' }),
  touches: (_, { conference }) => draftTopic(conference),
})

/** Changes what a session is about; when and where it is changes by moving it. */
export const changeSession = command('programme.change-session', {
  input: One.extend({ to: SessionDetails.partial().strict() }),
  conference: (input) => input.conference,
  load: (db, { conference, to }) => table(db, conference, to.participants ?? []),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  decide(known, { session: id, to }) {
    const session = theSession(known, id)
    const given = Object.fromEntries(
      Object.keys(to).map((key) => [key, to[key as keyof typeof to]]),
    )
    const changed = { ...session, ...given }
    mustFit(changed, known)
    return same(session, changed) ? null : [changed]
  },
  save: (db, sessions, { conference }) => saveSessions(db, conference, sessions),
  subject: ([session]) => `session/${session?.id}`,
  touches: (_, { conference }) => draftTopic(conference),
})

/** Moves a session to another day, time or room. */
export const moveSession = command('programme.move-session', {
  input: One.extend({ to: Place.strict() }),
  conference: (input) => input.conference,
  load: (db, { conference }) => table(db, conference),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  decide(known, { session: id, to }) {
    const session = theSession(known, id)
    must(session.status !== 'cancelled', 'programme.already-cancelled')
    mustBePossible(to)
    return same(placeOf(session), to) ? null : [{ ...session, ...to }]
  },
  save: (db, sessions, { conference }) => saveSessions(db, conference, sessions),
  subject: ([session]) => `session/${session?.id}`,
  touches: (_, { conference }) => draftTopic(conference),
})

/** Moves a session and everything after it that day in the same room, earlier or later by some minutes. */
export const shiftFollowing = command('programme.shift-following', {
  input: One.extend({ minutes: z.int().min(-600).max(600) }),
  conference: (input) => input.conference,
  load: (db, { conference }) => table(db, conference),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  decide(known, { session: id, minutes }) {
    const session = theSession(known, id)
    must(session.start !== null, 'programme.no-time')
    const moved = minutes === 0 ? [] : shifted(known.draft, session, minutes)
    return moved.length === 0 ? null : moved
  },
  save: (db, sessions, { conference }) => saveSessions(db, conference, sessions),
  subject: (_, { session }) => `session/${session}`,
  answer: (moved) => ({ moved: moved.length }),
  touches: (_, { conference }) => draftTopic(conference),
})

const turning = (name: string, status: SessionStatus) =>
  command(name, {
    input: One.extend({ note: Text.nullable().default(null) }),
    conference: (input) => input.conference,
    load: (db, { conference }) => table(db, conference),
    may: (actor, _, { conference }) => mayEdit(actor, conference),
    decide(known, { session: id, note }) {
      const session = theSession(known, id)
      const turned = { ...session, status, note: note ?? session.note }
      return same(session, turned) ? null : [turned]
    },
    save: (db, sessions, { conference }) => saveSessions(db, conference, sessions),
    subject: ([session]) => `session/${session?.id}`,
    touches: (_, { conference }) => draftTopic(conference),
  })

/** Confirms a session: also one that was held provisionally, or cancelled too soon. */
export const confirmSession = turning('programme.confirm-session', 'confirmed')
/** Keeps a session in the programme as not yet certain. */
export const holdSession = turning('programme.hold-session', 'tentative')
/** Cancels a session. It stays in the programme, marked, and in every calendar that knows it. */
export const cancelSession = turning('programme.cancel-session', 'cancelled')
/** Takes back a session that was listed in error. Calendars that know it are told. */
export const withdrawSession = turning('programme.withdraw-session', 'withdrawn')

interface Known {
  conference: Conference | null
  draft: Session[]
  unknownParties: string[]
}

/** Everything that a decision about a draft looks at. */
async function table(
  db: Writing,
  id: string,
  participants: readonly Participant[] = [],
): Promise<Known> {
  const codes = participants.flatMap(({ party }) => party ?? [])
  const parties = await partiesOf(db, codes)
  return {
    conference: (await conferenceWithSeries(db, id))?.conference ?? null,
    draft: await draftOf(db, id),
    unknownParties: codes.filter((code) => !parties.has(code)),
  }
}

function theSession({ draft }: Known, id: string): Session {
  const session = draft.find((one) => one.id === id)
  must(session, 'programme.unknown-session')
  return session
}

function mustFit(session: Session, { conference, unknownParties }: Known): void {
  mustBePossible(session)
  must(unknownParties.length === 0, 'programme.unknown-party', { codes: unknownParties.join(' ') })
  must(
    session.theme === null || conference?.themes.some(({ id }) => id === session.theme),
    'programme.unknown-theme',
  )
}

/** Writes sessions into the draft, new ones and changed ones. */
export async function saveSessions(
  db: Writing,
  conference: string,
  sessions: readonly Session[],
): Promise<void> {
  for (const session of sessions) {
    const row = { conference, slug: session.slug, content: JSON.stringify(session) }
    await db
      .insertInto('session')
      .values({ id: session.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
}

const draftTopic = (conference: string) => [`programme/${conference}/draft`]
