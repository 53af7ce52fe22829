import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { command, type Topic } from '../../platform/command/command.ts'
import { settingsOf } from '../badges/queries.ts'
import { outlineById } from '../conferences/queries.ts'
import { secretFrom } from '../delegations/participants/save.commands.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import { isKeeper } from '../privacy/model.ts'
import { type Door, DoorId, Key, OfConference, Scan, seesDoors } from './model.ts'
import { doorByKey } from './queries.ts'

export const topicsOf = (conference: string): Topic[] => [`checkin/${conference}`]

/** Opens a door: its link makes a phone the one that looks at badges there. */
export const openDoor = command('checkin.open-door', {
  input: OfConference.extend({ name: z.string().trim().min(1).max(80), zone: z.string() }),
  conference: (input) => input.conference,
  load: async (db, { conference }) => ({
    known: (await outlineById(db, conference)) !== null,
    ...(await settingsOf(db, conference)),
  }),
  may: (actor, _, { conference }) => seesDoors(actor, conference),
  decide({ known, settings }, { conference, name, zone }, { actor, now, newId }) {
    must(known, 'checkin.unknown-conference')
    must(
      settings.zones.some(({ id }) => id === zone),
      'badges.unknown-zone',
    )
    const door: Door = {
      ...{ id: DoorId.parse(newId()), conference, name, zone, key: secretFrom(newId) },
      ...{ openedAt: now, closedAt: null },
    }
    return { door, by: `${actor.kind}/${actor.id}` }
  },
  async save(db, { door, by }) {
    await db
      .insertInto('door')
      .values({ ...door, openedBy: by, seenAt: null })
      .execute()
  },
  subject: ({ door }) => `door/${door.id}`,
  /** Whoever opens a door gives its link to a phone. */
  answer: ({ door }) => ({ door: door.id, link: `/${door.conference}/door#${door.key}` }),
  touches: ({ door }) => topicsOf(door.conference),
})

/** Closes a door: its phone gets no list any more, and nothing that it sends is taken. */
export const closeDoor = command('checkin.close-door', {
  input: OfConference.extend({ door: DoorId }),
  conference: (input) => input.conference,
  load: (db, { conference, door }) =>
    db
      .selectFrom('door')
      .select(['id', 'closedAt'])
      .where('conference', '=', conference)
      .where('id', '=', door)
      .executeTakeFirst(),
  may: (actor, _, { conference }) => seesDoors(actor, conference),
  decide(door, _, { now }) {
    must(door, 'checkin.unknown-door')
    return door.closedAt ? null : { id: door.id, now }
  },
  async save(db, { id, now }) {
    await db.updateTable('door').set({ closedAt: now }).where('id', '=', id).execute()
  },
  subject: ({ id }) => `door/${id}`,
  touches: (_, { conference }) => topicsOf(conference),
})

const MOST_SCANS = 300

/**
 * Takes in what a door wrote down, also long after: each scan once, by its own identifier, however often and by
 * whichever way it comes.
 */
export const recordScans = command('checkin.record-scans', {
  input: z.strictObject({
    conference: ConferenceId,
    key: Key,
    scans: z.array(Scan).min(1).max(MOST_SCANS),
  }),
  conference: (input) => input.conference,
  async load(db, { key, scans }) {
    const ids = scans.map(({ id }) => id)
    const known = await db.selectFrom('doorScan').select('id').where('id', 'in', ids).execute()
    return { door: await doorByKey(db, key), known: new Set(known.map(({ id }) => id)) }
  },
  may: (_, { door }, { conference }) => door?.conference === conference,
  decide({ door, known }, { scans }, { now }) {
    must(door, 'checkin.unknown-door')
    const news = new Map(scans.filter(({ id }) => !known.has(id)).map((scan) => [scan.id, scan]))
    if (news.size === 0) return null
    return { door, now, news: [...news.values()] }
  },
  async save(db, { door, now, news }) {
    await db
      .insertInto('doorScan')
      .values(
        news.map(({ at, ...scan }) => ({
          ...scan,
          ...{ conference: door.conference, door: door.id, receivedAt: now },
          at: Temporal.Instant.fromEpochMilliseconds(at),
        })),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    await db.updateTable('door').set({ seenAt: now }).where('id', '=', door.id).execute()
  },
  subject: ({ door }) => `door/${door.id}`,
  answer: ({ news }) => ({ scans: news.length }),
  touches: ({ door }) => topicsOf(door.conference),
})

/** Ends the time of what doors wrote down: when how many came is kept, and which badge it was is gone. */
export const expireScans = command('checkin.expire', {
  input: OfConference,
  conference: (input) => input.conference,
  load: (db, { conference }) =>
    db
      .selectFrom('doorScan')
      .select('id')
      .where('conference', '=', conference)
      .where('badge', 'is not', null)
      .limit(1)
      .executeTakeFirst(),
  may: (actor, _, { conference }) => isKeeper(actor) || isSecretariat(actor, conference),
  decide: (left, _, { now }) => (left ? { now } : null),
  async save(db, _, { conference }) {
    await db
      .updateTable('doorScan')
      .set({ badge: null })
      .where('conference', '=', conference)
      .execute()
  },
  subject: (_, { conference }) => `checkin/${conference}`,
  touches: (_, { conference }) => topicsOf(conference),
})
