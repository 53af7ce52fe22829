import { z } from 'zod'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { revisedText } from '../../kernel/text.ts'
import { command } from '../../platform/command/command.ts'
import { madeBy } from './draft/deeds.ts'
import { seenParts, seenPlace } from './draft/draft.queries.ts'
import { draftKnown, draftTopic, mustFit, sessionIn, theSession } from './draft/known.commands.ts'
import { roomNamed } from './draft/rooms.ts'
import { saveDraft } from './draft/save.commands.ts'
import { freeSlug } from './draft/slug.ts'
import { mayEdit, mustBePossible, Place, placeOf, Session, SessionDetails } from './model.ts'
import { shifted } from './timeline.ts'

const One = z.strictObject({ conference: ConferenceId, session: SessionId })
/** A room that the draft names already, by its name in its first language; null: none. `to.room` names another. */
const RoomKey = z.string().nullable().optional()
const NewSession = Session.omit({ id: true }).extend({ slug: Session.shape.slug.optional() })

/** Adds a session to the draft. Without an address of its own it is called by its title or its time. */
export const addSession = command('programme.add-session', {
  input: z.strictObject({
    ...{ conference: ConferenceId, session: NewSession.strict() },
    room: RoomKey,
  }),
  conference: (input) => input.conference,
  load: (db, { conference, session }) => draftKnown(db, conference, session.participants),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  decide(known, { session, room }, circumstances) {
    must(known.conference, 'programme.unknown-conference')
    const taken = new Set(known.draft.map(({ slug }) => slug))
    const { slug = freeSlug(session, taken) } = session
    must(!taken.has(slug), 'programme.slug-taken')
    const id = SessionId.parse(circumstances.newId())
    const added = { ...session, slug, id, room: session.room ?? roomNamed(known.draft, room) }
    mustFit(added, known)
    return { sessions: [added], made: madeBy('programme.add-session', circumstances) }
  },
  save: (db, drafted, { conference }) => saveDraft(db, conference, drafted),
  subject: ({ sessions: [session] }) => `session/${session?.id}`,
  answer: ({ sessions: [session] }) => ({ session: session?.id ?? '' }),
  touches: (_, { conference }) => draftTopic(conference),
})

/** Changes what a session is about; when and where it is changes by moving it. */
export const changeSession = command('programme.change-session', {
  input: One.extend({ to: SessionDetails.partial().strict() }),
  conference: (input) => input.conference,
  load: (db, { conference, to }) => draftKnown(db, conference, to.participants ?? []),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  version: (known, { session, to }) => seenParts(sessionIn(known, session), Object.keys(to)),
  decide(known, { session: id, to }, circumstances) {
    const session = theSession(known, id)
    const given = Object.fromEntries(
      Object.keys(to).map((key) => [key, to[key as keyof typeof to]]),
    )
    const changed: Session = { ...session, ...given }
    const revised = {
      ...changed,
      title: revisedText(session.title, changed.title),
      note: changed.note && revisedText(session.note, changed.note),
    }
    mustFit(revised, known)
    if (same(session, revised)) return null
    return { sessions: [revised], made: madeBy('programme.change-session', circumstances) }
  },
  save: (db, drafted, { conference }) => saveDraft(db, conference, drafted),
  subject: (_, { session }) => `session/${session}`,
  touches: (_, { conference }) => draftTopic(conference),
})

/** Moves a session to another day, time or room. */
export const moveSession = command('programme.move-session', {
  input: One.extend({ to: Place.strict(), room: RoomKey }),
  conference: (input) => input.conference,
  load: (db, { conference }) => draftKnown(db, conference),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  version: (known, { session }) => seenPlace(sessionIn(known, session)),
  decide(known, { session: id, to, room: key }, circumstances) {
    const session = theSession(known, id)
    must(session.status !== 'cancelled', 'programme.already-cancelled')
    const room = to.room ? revisedText(session.room, to.room) : roomNamed(known.draft, key)
    const moved = { ...session, ...to, room }
    mustBePossible(moved)
    if (same(placeOf(session), placeOf(moved))) return null
    return { sessions: [moved], made: madeBy('programme.move-session', circumstances) }
  },
  save: (db, drafted, { conference }) => saveDraft(db, conference, drafted),
  subject: (_, { session }) => `session/${session}`,
  touches: (_, { conference }) => draftTopic(conference),
})

/** Moves a session and everything after it that day in the same room, earlier or later by some minutes. */
export const shiftFollowing = command('programme.shift-following', {
  input: One.extend({ minutes: z.int().min(-600).max(600) }),
  conference: (input) => input.conference,
  load: (db, { conference }) => draftKnown(db, conference),
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  version: (known, { session }) => seenPlace(sessionIn(known, session)),
  decide(known, { session: id, minutes }, circumstances) {
    const session = theSession(known, id)
    must(session.start !== null, 'programme.no-time')
    const sessions = minutes === 0 ? [] : shifted(known.draft, session, minutes)
    if (sessions.length === 0) return null
    return { sessions, made: madeBy('programme.shift-following', circumstances) }
  },
  save: (db, drafted, { conference }) => saveDraft(db, conference, drafted),
  subject: (_, { session }) => `session/${session}`,
  answer: ({ sessions }) => ({ moved: sessions.length }),
  touches: (_, { conference }) => draftTopic(conference),
})
