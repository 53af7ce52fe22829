import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command } from '../../../platform/command/command.ts'
import { mayLoad } from '../../programme/model.ts'
import { columnsOf, floorKnown, saveSpeaker, topicsOf } from '../deeds/keep.commands.ts'
import { OfList, Speaker } from '../model.ts'
import { sessionOf } from '../queries.ts'
import { Act, type Deed, HANDS, SpeechId } from '../queue/deeds.ts'
import { replayed } from '../queue/queue.ts'
import { published } from './published.ts'

/** A deed as files have it; its number is its place. */
export const PublishedDeed = z.strictObject({
  at: z.iso.datetime(),
  hand: z.enum(HANDS),
  act: Act,
})
export type PublishedDeed = z.infer<typeof PublishedDeed>

/** What everybody may read of a deed, as files have it. */
export const printed = ({ seq: _, at, hand, ...act }: Deed): PublishedDeed => ({
  at: Temporal.Instant.fromEpochMilliseconds(at).toString(),
  hand,
  act: act as Act,
})

const deedOf = ({ at, hand, act }: PublishedDeed, index: number): Deed =>
  ({ ...act, seq: index + 1, at: Temporal.Instant.from(at).epochMilliseconds, hand }) as Deed

const Restored = OfList.extend({
  /** Oldest first. */
  deeds: z.array(PublishedDeed).min(1),
  speakers: z.array(
    z.strictObject({
      speech: SpeechId,
      party: PartyCode,
      content: Speaker.nullable(),
      onBehalfOf: z.string().nullable(),
    }),
  ),
})

/**
 * Gives a session the list of speakers that an archive states, deed by deed. Where it has one already, that must say
 * the same.
 */
export const restoreList = command('floor.restore', {
  input: Restored,
  conference: ({ conference }) => conference,
  load: async (db, of) => ({
    ...(await floorKnown(db, of)),
    session: await sessionOf(db, of),
  }),
  may: (actor, _, { conference }) => mayLoad(actor, conference),
  decide({ floor, session }, { deeds: given }, { actor }) {
    must(session, 'floor.unknown-session')
    if (floor && same(published(floor.standing).map(printed), given)) return null
    must(!floor, 'floor.set-up-already')
    const deeds = given.map(deedOf)
    const restored = replayed(deeds)
    must(restored, 'floor.unknown')
    return { deeds, floor: restored, by: `${actor.kind}/${actor.id}` }
  },
  async save(db, { deeds, floor, by }, { conference, session, speakers }) {
    const of = { conference, session }
    const { seq, meeting } = floor
    await db
      .insertInto('floorList')
      .values({ ...of, seq, meeting })
      .execute()
    await db
      .insertInto('floorDeed')
      .values(deeds.map((deed) => ({ ...of, ...columnsOf(deed), by, note: null })))
      .execute()
    for (const speaker of speakers) {
      await saveSpeaker(db, { ...of, ...speaker, participant: null })
    }
  },
  subject: (_, { session }) => `list-of-speakers/${session}`,
  touches: (_, of) => topicsOf(of),
})
