import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { revised } from '../../kernel/wording/texts.ts'
import { command } from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { isProtocolDesk, Room, RoomId } from './model.ts'
import { bilateralsAt, roomsAt } from './queries.ts'

const topics = (conference: string) => [`bilaterals/${conference}`]

/** Offers a room for meetings of two, or changes one. */
export const keepRoom = command('bilaterals.keep-room', {
  input: z.strictObject({
    conference: ConferenceId,
    id: RoomId.nullable().default(null),
    room: Room,
  }),
  conference: ({ conference }) => conference,
  load: async (db, { conference }) => ({
    conference: await outlineById(db, conference),
    rooms: await roomsAt(db, conference),
  }),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  decide({ conference, rooms }, { id, room, ...input }, { newId }) {
    must(conference, 'bilaterals.unknown-conference')
    const before = rooms.find((one) => one.id === id)
    must(id === null || before, 'bilaterals.unknown-room')
    const kept = {
      ...revised(before, room),
      ...{ id: id ?? RoomId.parse(newId()), conference: input.conference },
    }
    return before && same(before, kept) ? null : kept
  },
  async save(db, { id, name, ...columns }) {
    const row = { ...columns, name: JSON.stringify(name) }
    await db
      .insertInto('bilateralRoom')
      .values({ id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  },
  subject: ({ id }) => `bilateral-room/${id}`,
  answer: ({ id }) => ({ room: id }),
  touches: (_, { conference }) => topics(conference),
})

/** Takes a room back in which no meeting was or will be. */
export const dropRoom = command('bilaterals.drop-room', {
  input: z.strictObject({ conference: ConferenceId, id: RoomId }),
  conference: ({ conference }) => conference,
  load: async (db, { conference }) => ({
    rooms: await roomsAt(db, conference),
    meetings: await bilateralsAt(db, conference),
  }),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  decide({ rooms, meetings }, { id }) {
    must(
      rooms.some((one) => one.id === id),
      'bilaterals.unknown-room',
    )
    must(
      meetings.every(({ placed }) => placed?.room !== id),
      'bilaterals.room-in-use',
    )
    return id
  },
  async save(db, id) {
    await db.deleteFrom('bilateralRoom').where('id', '=', id).execute()
  },
  subject: (id) => `bilateral-room/${id}`,
  touches: (_, { conference }) => topics(conference),
})
