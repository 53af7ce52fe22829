import { sql } from 'kysely'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command, type Topic, type Writing } from '../../../platform/command/command.ts'
import { forgetSubjects } from '../../../platform/command/erasure/forgetting.ts'
import { isSecretariat } from '../../delegations/who.model.ts'
import { isKeeper } from '../../privacy/model.ts'
import { OfList, OfSpeech } from '../model.ts'
import { speakersOf } from '../queries.ts'
import type { SpeechId } from '../queue/deeds.ts'
import { topicsOf } from './keep.commands.ts'

/** Takes away who spoke; that somebody did, for whom, when and for how long, stays. */
async function erase(db: Writing, speeches: readonly SpeechId[]): Promise<void> {
  if (speeches.length === 0) return
  await db
    .updateTable('floorSpeaker')
    .set({ content: null, participant: null })
    .where('speech', 'in', speeches)
    .execute()
  await forgetSubjects(
    db,
    speeches.map((speech) => `speech/${speech}`),
  )
}

/** Erases the name of somebody who spoke and asks for it. */
export const eraseSpeaker = command('floor.erase-speaker', {
  input: OfSpeech,
  conference: ({ conference }) => conference,
  load: async (db, of) => (await speakersOf(db, of)).get(of.speech) ?? null,
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(speaker, { speech }) {
    must(speaker, 'floor.unknown-speech')
    return speaker.content === null ? null : { speech }
  },
  save: (db, { speech }) => erase(db, [speech]),
  subject: ({ speech }) => `speech/${speech}`,
  touches: (_, of) => topicsOf(of),
})

/** Every list of a conference in which something of a person stands. */
const listsOf = (rows: readonly OfList[]): Topic[] => [...new Set(rows.flatMap(topicsOf))]

/** Ends the time of the names of speakers, and of what the desk wrote: both are kept as long as the record is. */
export const expire = command('floor.expire', {
  input: OfList.pick({ conference: true }),
  conference: ({ conference }) => conference,
  load: async (db, { conference }) => ({
    speakers: await db
      .selectFrom('floorSpeaker')
      .select(['speech', 'conference', 'session'])
      .where('conference', '=', conference)
      .where('content', 'is not', null)
      .execute(),
    notes: await db
      .selectFrom('floorDeed')
      .select(['conference', 'session'])
      .distinct()
      .where('conference', '=', conference)
      .where('note', 'is not', null)
      .execute(),
  }),
  may: (actor, _, { conference }) => isKeeper(actor) || isSecretariat(actor, conference),
  decide: ({ speakers, notes }) =>
    speakers.length + notes.length === 0 ? null : { speakers, notes },
  async save(db, { speakers }, { conference }) {
    await erase(
      db,
      speakers.map(({ speech }) => speech),
    )
    await db
      .updateTable('floorDeed')
      .set({ note: null })
      .where('conference', '=', conference)
      .where('note', 'is not', null)
      .execute()
  },
  subject: (_, { conference }) => `floor/${conference}`,
  answer: ({ speakers }) => ({ people: speakers.length }),
  touches: ({ speakers, notes }) => listsOf([...speakers, ...notes]),
})

/**
 * What happens here when somebody is erased, or asks not to be named any more: no list names them from now on, and
 * whoever was erased is forgotten.
 */
export async function unname(db: Writing, id: string): Promise<readonly Topic[]> {
  const conference = ConferenceId.parse(id)
  const people = () =>
    db.selectFrom('participant').select('id').where('conference', '=', conference)
  const gone = await db
    .selectFrom('floorSpeaker')
    .select(['speech', 'conference', 'session'])
    .where('participant', 'in', people().where('content', 'is', null))
    .execute()
  await erase(
    db,
    gone.map(({ speech }) => speech),
  )
  const hidden = await db
    .updateTable('floorSpeaker')
    .set({ content: sql`content || '{"unpublished": true}'` })
    .where('content', 'is not', null)
    .where(sql<boolean>`not (content ->> 'unpublished')::boolean`)
    .where('participant', 'in', people().where(sql<boolean>`(content ->> 'unpublished')::boolean`))
    .returning(['conference', 'session'])
    .execute()
  return listsOf([...gone, ...hidden])
}
