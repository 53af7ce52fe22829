import { sql } from 'kysely'
import { z } from 'zod'
import { ConferenceId, FileId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { forgetSubjects } from '../../../platform/command/erasure/forgetting.ts'
import { dropFiles } from '../../../platform/files/uploads.ts'
import { isKeeper, RetentionClass } from '../../privacy/model.ts'
import { topicsOf } from '../save.commands.ts'
import { isSecretariat } from '../who.model.ts'
import { blankedBy, leftOver, ofClasses } from './erasing/left-over.queries.ts'
import { eraseLetters } from './erasing/letters.commands.ts'
import { counts } from './life.model.ts'
import { DELEGATE, ParticipantId, type Person } from './model.ts'
import { type Participant, participantOf } from './queries.ts'
import { topicsOfAll } from './save.commands.ts'

/** Takes away all that tells who somebody was; that there was somebody, with whom and how far, stays. */
export async function erase(
  db: Writing,
  people: readonly Pick<Participant, 'id' | 'state'>[],
  now: Temporal.Instant,
): Promise<void> {
  if (people.length === 0) return
  const ids = people.map(({ id }) => id)
  await eraseLetters(db, ids)
  for (const { id, state } of people) {
    await db
      .updateTable('participant')
      .set({
        content: null,
        reason: null,
        erasedAt: now,
        // Whoever was never accredited does not come any more.
        state: counts(state) || state === 'refused' ? state : 'withdrawn',
      })
      .where('id', '=', id)
      .execute()
  }
  await db
    .updateTable('participantVersion')
    .set({ content: null, reason: null })
    .where('participant', 'in', ids)
    .execute()
  await db.deleteFrom('participantPortrait').where('participant', 'in', ids).execute()
  await db.deleteFrom('participantKey').where('participant', 'in', ids).execute()
  for (const id of ids) await dropFiles(db, `participant/${id}`)
  await forgetSubjects(
    db,
    ids.map((id) => `participant/${id}`),
  )
}

/** Erases a person who asks for it; the counts of the conference stay as they are. */
export const erasePerson = command('delegations.erase-person', {
  input: z.strictObject({ conference: ConferenceId, participant: ParticipantId }),
  conference: (input) => input.conference,
  load: (db, { participant }) => participantOf(db, participant),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(person, { conference }, { now }) {
    must(person?.conference === conference, 'delegations.unknown-person')
    return person.erasedAt ? null : { person, now }
  },
  save: (db, { person, now }) => erase(db, [person], now),
  subject: ({ person }) => `participant/${person.id}`,
  touches: ({ person }) => topicsOfAll([person]),
})

/** Blanks what is over in what stands and in what stood before. */
async function blankEverywhere(db: Writing, conference: ConferenceId, blank: Partial<Person>) {
  const blanked = blankedBy(blank)
  await sql`update participant set content = content || ${blanked}
    where conference = ${conference} and content is not null`.execute(db)
  await sql`update participant_version as past set content = past.content || ${blanked}
    from participant
    where participant.id = past.participant and participant.conference = ${conference}
      and past.content is not null`.execute(db)
}

/** Ends the time of some classes of personal data of a conference, each night until there is none left. */
export const expire = command('delegations.expire', {
  input: z.strictObject({
    conference: ConferenceId,
    classes: z.array(RetentionClass).min(1),
  }),
  conference: (input) => input.conference,
  load: (db, { conference, classes }) => leftOver(db, conference, classes),
  may: (actor, _, { conference }) => isKeeper(actor) || isSecretariat(actor, conference),
  decide: (left, { classes }, { now }) =>
    left.people.length + left.documents.length + left.portraits === 0
      ? null
      : { ...left, ...ofClasses(classes), now },
  async save(db, { people, documents, blank, whole, now }, { conference, classes }) {
    await erase(
      db,
      people.filter(({ kept }) => whole.includes(kept)),
      now,
    )
    await blankEverywhere(db, conference, blank)
    if (classes.includes('photo')) await dropPortraits(db, conference)
    for (const { id, kind, photo, answers } of people) {
      const gone = {
        ...('photo' in blank && photo && { photo }),
        ...('answers' in blank && kind === DELEGATE && answers),
      }
      await dropFiles(db, `participant/${id}`, filesAmong(Object.values(gone)))
    }
    for (const id of documents) {
      await dropFiles(db, `delegation-document/${id}`)
      await db.updateTable('delegationDocument').set({ file: null }).where('id', '=', id).execute()
    }
    await forgetSubjects(
      db,
      people.map(({ id }) => `participant/${id}`),
    )
  },
  subject: (_, { conference }) => `delegations/${conference}`,
  answer: ({ people, documents }) => ({ people: people.length, documents: documents.length }),
  touches: (_, { conference }) => topicsOf(conference),
})

const filesAmong = (values: readonly string[]): FileId[] =>
  values.flatMap((value) => FileId.safeParse(value).data ?? [])

const dropPortraits = (db: Writing, conference: ConferenceId) =>
  db
    .deleteFrom('participantPortrait')
    .where(
      'participant',
      'in',
      db.selectFrom('participant').select('id').where('conference', '=', conference),
    )
    .execute()
