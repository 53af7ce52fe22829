import { z } from 'zod'
import { PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { Clock, Day } from '../../kernel/time.ts'
import {
  type Circumstances,
  command,
  type Errand,
  type Topic,
  type Writing,
} from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import {
  asksFor,
  type Bilateral,
  BilateralId,
  type Deed,
  isProtocolDesk,
  mayCallOff,
  move,
  OfBilateral,
  OfConference,
  type Placed,
  RoomId,
  Wishes,
} from './model.ts'
import { bilateralOf, bilateralsAt, roomsAt } from './queries.ts'
import { isOpen, obstacles } from './rooms.ts'

type Found = Bilateral | null

/** A meeting as it stands from now on, and what was done to it. */
interface Change {
  after: Bilateral
  deed: string
  by: string
  note: string | null
}

const nameOf = ({ actor }: Pick<Circumstances, 'actor'>) => `${actor.kind}/${actor.id}`

const topicsOf = ({ conference, asking, asked }: Bilateral): readonly Topic[] => [
  `bilaterals/${conference}`,
  `bilaterals/${conference}/${asking}`,
  `bilaterals/${conference}/${asked}`,
]

/** Tells both delegations; whoever did it knows already. */
const letters =
  (mail: string) =>
  ({ after, by }: Change): Errand[] => [
    {
      job: 'platform.mail',
      data: { mail, conference: after.conference, bilateral: after.id, version: after.version, by },
    },
  ]

const outcome = {
  save,
  subject: ({ after }: Change) => `bilateral/${after.id}`,
  answer: ({ after }: Change) => ({ bilateral: after.id, state: after.state }),
  touches: ({ after }: Change) => topicsOf(after),
}

const versionOf = (found: Found) => `${found?.version ?? 0}`

const changed = (
  before: Bilateral,
  news: Partial<Bilateral>,
  deed: string,
  circumstances: Circumstances,
  note: string | null = null,
): Change => ({
  after: { ...before, ...news, version: before.version + 1, changedAt: circumstances.now },
  ...{ deed, by: nameOf(circumstances), note },
})

const knownOf = (found: Found): Bilateral => {
  must(found, 'bilaterals.unknown-meeting')
  return found
}

/** Asks another delegation to meet. */
export const askForBilateral = command('bilaterals.ask', {
  ...outcome,
  input: OfConference.extend({ asking: PartyCode, asked: PartyCode, wishes: Wishes }),
  conference: ({ conference }) => conference,
  load: async (db, { conference, asking, asked }) => ({
    known: await partiesOf(db, [asking, asked]),
    conference: await outlineById(db, conference),
    others: await bilateralsAt(db, conference),
  }),
  may: (actor, _, { conference, asking }) => asksFor(actor, conference, asking),
  decide({ known, conference, others }, { asking, asked, wishes, ...input }, circumstances) {
    must(conference, 'bilaterals.unknown-conference')
    must(known.has(asking) && known.has(asked), 'bilaterals.unknown-party')
    must(asking !== asked, 'bilaterals.with-itself')
    const open = others.some(
      (one) =>
        ['requested', 'accepted', 'scheduled'].includes(one.state) &&
        [one.asking, one.asked].includes(asking) &&
        [one.asking, one.asked].includes(asked),
    )
    must(!open, 'bilaterals.asked-already')
    const after: Bilateral = {
      id: BilateralId.parse(circumstances.newId()),
      conference: input.conference,
      ...{ asking, asked, wishes },
      ...{ state: 'requested', version: 1, placed: null, changedAt: circumstances.now },
    }
    return { after, deed: 'ask', by: nameOf(circumstances), note: null }
  },
  errands: letters('bilaterals.asked'),
})

/** A deed that only moves a meeting, with a word where somebody wants to say one. */
const moving = (
  name: `bilaterals.${string}`,
  deed: Deed,
  may: (actor: Circumstances['actor'], found: Bilateral) => boolean,
  mail: string | null,
) =>
  command(name, {
    ...outcome,
    input: OfBilateral.extend({ note: z.string().trim().max(400).nullable().default(null) }),
    conference: ({ conference }) => conference,
    load: (db, { conference, bilateral }) => bilateralOf(db, conference, bilateral),
    may: (actor, found, { conference }) =>
      found ? may(actor, found) : isProtocolDesk(actor, conference),
    version: versionOf,
    decide(found: Found, { note }, circumstances) {
      const meeting = knownOf(found)
      const state = move(meeting.state, deed)
      return changed(meeting, { state }, deed, circumstances, note)
    },
    ...(mail !== null && { errands: letters(mail) }),
  })

const isAsked = (actor: Circumstances['actor'], { conference, asked }: Bilateral) =>
  asksFor(actor, conference, asked)

/** The asked delegation agrees; the protocol desk records what it said. */
export const acceptBilateral = moving('bilaterals.accept', 'accept', isAsked, 'bilaterals.answered')
/** The asked delegation does not agree, and need not say why. */
export const declineBilateral = moving(
  'bilaterals.decline',
  'decline',
  isAsked,
  'bilaterals.answered',
)
/** Calls a meeting off; its room is free again. */
export const callOffBilateral = moving(
  'bilaterals.cancel',
  'cancel',
  mayCallOff,
  'bilaterals.cancelled',
)
/** Notes that a meeting took place. */
export const noteBilateralHeld = moving(
  'bilaterals.hold',
  'hold',
  (actor, { conference }) => isProtocolDesk(actor, conference),
  null,
)

/** Changes what a delegation asked for, as long as no room was given. */
export const changeWishes = command('bilaterals.change-wishes', {
  ...outcome,
  input: OfBilateral.extend({ wishes: Wishes }),
  conference: ({ conference }) => conference,
  load: (db, { conference, bilateral }) => bilateralOf(db, conference, bilateral),
  may: (actor, found, { conference }) =>
    found ? asksFor(actor, conference, found.asking) : isProtocolDesk(actor, conference),
  version: versionOf,
  decide(found: Found, { wishes }, circumstances) {
    const meeting = knownOf(found)
    must(['requested', 'accepted'].includes(meeting.state), 'bilaterals.settled')
    if (same(meeting.wishes, wishes)) return null
    return changed(meeting, { wishes }, 'change-wishes', circumstances)
  },
})

/** Gives a meeting its room and time. A room is lent once, and no delegation is in two places. */
export const scheduleBilateral = command('bilaterals.schedule', {
  ...outcome,
  input: OfBilateral.extend({
    place: z
      .strictObject({ day: Day, from: Clock, to: Clock, room: RoomId })
      .refine(({ from, to }) => from < to, { path: ['to'], error: 'bilaterals.ends-before' }),
  }),
  conference: ({ conference }) => conference,
  load: async (db, { conference, bilateral }) => ({
    found: await bilateralOf(db, conference, bilateral),
    others: await bilateralsAt(db, conference),
    rooms: await roomsAt(db, conference),
  }),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  version: ({ found }) => versionOf(found),
  decide({ found, others, rooms }, { place }, circumstances) {
    const meeting = knownOf(found)
    const state = move(meeting.state, 'schedule')
    const room = rooms.find(({ id }) => id === place.room)
    must(room, 'bilaterals.unknown-room')
    const placed: Placed = place
    must(isOpen(room, placed), 'bilaterals.room-closed', { opens: room.opens, closes: room.closes })
    const against = obstacles(meeting, placed, others)
    must(!against.room, 'bilaterals.room-taken')
    must(!against.party, 'bilaterals.party-elsewhere')
    if (same(meeting.placed, placed)) return null
    return changed(meeting, { state, placed }, 'schedule', circumstances)
  },
  errands: letters('bilaterals.scheduled'),
})

async function save(db: Writing, { after, deed, by, note }: Change): Promise<void> {
  const { id, wishes, placed, ...columns } = after
  const row = {
    ...columns,
    content: JSON.stringify(wishes),
    day: placed?.day ?? null,
    starts: placed?.from ?? null,
    ends: placed?.to ?? null,
    room: placed?.room ?? null,
  }
  await db
    .insertInto('bilateral')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  await db
    .insertInto('bilateralDeed')
    .values({ bilateral: id, version: after.version, at: after.changedAt, by, deed, note })
    .execute()
}
