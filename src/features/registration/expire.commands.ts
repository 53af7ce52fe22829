import { sql } from 'kysely'
import { z } from 'zod'
import { ConferenceId, FileId } from '../../kernel/ids.ts'
import { command, type Writing } from '../../platform/command/command.ts'
import { forgetSubjects } from '../../platform/command/erasure/forgetting.ts'
import { dropFiles } from '../../platform/files/uploads.ts'
import type { ParticipantId } from '../delegations/participants/model.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import { isKeeper, RetentionClass } from '../privacy/model.ts'
import { overdueAnswers } from './forms.model.ts'
import { formsAt } from './queries.ts'

/** Somebody of whom answers are left whose time is over. */
interface Left {
  id: ParticipantId
  /** Their names. */
  over: readonly string[]
  files: FileId[]
}

/** Answers whose time is over in what stands and in what stood before, by person. */
async function leftOver(db: Writing, conference: ConferenceId, classes: readonly RetentionClass[]) {
  const left: Left[] = []
  for (const { form } of await formsAt(db, conference)) {
    const over = overdueAnswers(form, classes)
    if (over.length === 0) continue
    const { rows } = await sql<{ id: ParticipantId; said: (string | null)[] }>`
      select participant.id, array_agg(answer.value) as said
      from participant
      cross join lateral (
        select participant.content union all
        select past.content from participant_version as past where past.participant = participant.id
      ) as known (content)
      cross join lateral jsonb_each_text(known.content -> 'answers') as answer (name, value)
      where participant.conference = ${conference} and participant.kind = ${form.kind}
        and answer.name = any(${over})
      group by participant.id`.execute(db)
    for (const { id, said } of rows) {
      left.push({ id, over, files: said.flatMap((one) => FileId.safeParse(one).data ?? []) })
    }
  }
  return left
}

/** Ends the time of answers to the conference's own questions, each as its form says. */
export const expireAnswers = command('registration.expire', {
  input: z.strictObject({ conference: ConferenceId, classes: z.array(RetentionClass).min(1) }),
  conference: (input) => input.conference,
  load: (db, { conference, classes }) => leftOver(db, conference, classes),
  may: (actor, _, { conference }) => isKeeper(actor) || isSecretariat(actor, conference),
  decide: (left) => (left.length === 0 ? null : left),
  async save(db, left) {
    for (const { id, over, files } of left) {
      const kept = sql`jsonb_set(content, '{answers}', (content -> 'answers') - ${over}::text[])`
      await sql`update participant set content = ${kept}
        where id = ${id} and content is not null`.execute(db)
      await sql`update participant_version set content = ${kept}
        where participant = ${id} and content is not null`.execute(db)
      await dropFiles(db, `participant/${id}`, files)
    }
    await forgetSubjects(
      db,
      left.map(({ id }) => `participant/${id}`),
    )
  },
  subject: (_, { conference }) => `registration/${conference}`,
  answer: (left) => ({ people: left.length }),
  touches: (_, { conference }) => [`delegations/${conference}`],
})

/** How long a link leads to an empty form: whoever has not come back by then asks for another. */
const STARTS_LAST = { hours: 24 * 14 }

/** Forgets the addresses of those who asked for a link and did not use it. */
export const forgetStarts = command('registration.forget', {
  input: z.strictObject({}),
  conference: () => null,
  load: (db) => db.selectFrom('registrationStart').select('at').orderBy('at').executeTakeFirst(),
  may: (actor) => isKeeper(actor),
  decide(oldest, _, { now }) {
    const before = now.subtract(STARTS_LAST)
    return oldest && Temporal.Instant.compare(oldest.at, before) < 0 ? { before } : null
  },
  async save(db, { before }) {
    await db.deleteFrom('registrationStart').where('at', '<', before).execute()
  },
  subject: () => 'registration/links',
  touches: () => [],
})

/** Forgets that links went to somebody who is erased. */
export async function dropStarts(
  db: Writing,
  { conference, address }: { conference: ConferenceId; address: string },
): Promise<void> {
  await db
    .deleteFrom('registrationStart')
    .where('conference', '=', conference)
    .where('address', '=', address)
    .execute()
}
