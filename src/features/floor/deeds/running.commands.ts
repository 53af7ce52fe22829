import { must } from '../../../kernel/refusal.ts'
import { Note, OfList, OfSpeech } from '../model.ts'
import { PlaceNumber, Reason, SpeechId } from '../queue/deeds.ts'
import { next as nextOf } from '../queue/floor.ts'
import { undoable } from '../queue/queue.ts'
import { Seconds } from '../queue/settings.ts'
import { deskDeed } from './keep.commands.ts'

/** Begins the session; from now on the floor can be given. */
export const beginSession = deskDeed('begin-session', OfList, () => ({ what: 'begin-session' }))
/** Suspends it for a while: every clock stands still. */
export const suspend = deskDeed('suspend', OfList, () => ({ what: 'suspend' }))
/** Goes on with it. */
export const resumeSession = deskDeed('resume-session', OfList, () => ({ what: 'resume-session' }))
/** Ends it. */
export const adjourn = deskDeed('adjourn', OfList, () => ({ what: 'adjourn' }))

/** Places somebody by hand, at a number, with a reason that everybody reads. */
export const move = deskDeed(
  'move',
  OfSpeech.extend({ to: PlaceNumber, reason: Reason, note: Note }),
  (_, { speech, to, reason }) => ({ what: 'move', speech, to, reason }),
)

/** Notes that somebody was called and is not there. */
export const absent = deskDeed('absent', OfSpeech, (_, { speech }) => ({ what: 'absent', speech }))

/** Gives one speech another time limit. */
export const setLimit = deskDeed(
  'set-limit',
  OfSpeech.extend({ seconds: Seconds, reason: Reason, note: Note }),
  (_, { speech, seconds, reason }) => ({ what: 'set-limit', speech, seconds, reason }),
)

/** Gives the floor: to the next, where nobody is named; to somebody else with a reason. */
export const giveFloor = deskDeed(
  'give-floor',
  OfList.extend({
    speech: SpeechId.nullable().default(null),
    reason: Reason.nullable().default(null),
    note: Note,
  }),
  (floor, { speech, reason }) => {
    const id = speech ?? nextOf(floor)?.id
    must(id, 'floor.nobody-waits')
    return { what: 'give-floor', speech: id, reason }
  },
)

/** Ends the speech of whoever has the floor and gives it to the next, in one stroke. */
export const next = deskDeed('next', OfList, (floor) => {
  const id = nextOf(floor)?.id
  must(id, 'floor.nobody-waits')
  return { what: 'next', speech: id }
})

/** Stops the clock of whoever speaks. */
export const pause = deskDeed('pause', OfList, () => ({ what: 'pause' }))
/** Lets it go on. */
export const resume = deskDeed('resume', OfList, () => ({ what: 'resume' }))
/** Ends the speech of whoever has the floor. */
export const endFloor = deskDeed('end-floor', OfList, () => ({ what: 'end-floor' }))

/** Takes back what the desk did last, as though it had never been done. */
export const undo = deskDeed('undo', OfList, (floor) => {
  const last = undoable(floor)
  must(last, 'floor.nothing-to-undo')
  return { what: 'undo', undone: last.seq }
})
