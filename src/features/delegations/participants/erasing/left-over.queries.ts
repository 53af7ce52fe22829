import { sql } from 'kysely'
import type { ConferenceId } from '../../../../kernel/ids.ts'
import type { Writing } from '../../../../platform/database/tables.ts'
import { CLASSES, type RetentionClass } from '../../../privacy/model.ts'
import { blankOf } from '../fields.model.ts'
import { DELEGATE, type Person } from '../model.ts'

/** What is blanked of everybody when the time of some classes is over, and whose data go whole. */
export const ofClasses = (classes: readonly RetentionClass[]) => ({
  blank: blankOf(classes),
  whole: CLASSES.filter((one) => classes.includes(one) && ['press', 'record'].includes(one)),
})

const jsonb = (value: object) => sql<string>`${JSON.stringify(value)}::jsonb`

/** What is blanked of a person: each answer to a form of its own is kept as long as that form says, and not by us. */
export function blankedBy({ answers, ...others }: Partial<Person>) {
  const all = answers === undefined ? others : { ...others, answers }
  return sql<string>`case participant.kind when ${DELEGATE} then ${jsonb(all)} else ${jsonb(others)} end`
}

/** What there still is of some classes. */
export async function leftOver(
  db: Writing,
  conference: ConferenceId,
  classes: readonly RetentionClass[],
) {
  const { blank, whole } = ofClasses(classes)
  const blanked = blankedBy(blank)
  const known = await db
    .selectFrom('participant')
    .select([
      'id',
      'state',
      'kind',
      'kept',
      sql<string | null>`content ->> 'photo'`.as('photo'),
      sql<Person['answers'] | null>`content -> 'answers'`.as('answers'),
      sql<boolean>`content || ${blanked} <> content or exists (
        select from participant_version as past
        where past.participant = participant.id and past.content || ${blanked} <> past.content
      )`.as('told'),
    ])
    .where('conference', '=', conference)
    .where('content', 'is not', null)
    .execute()
  const documents = classes.includes('identity')
    ? await db
        .selectFrom('delegationDocument')
        .select('id')
        .where('conference', '=', conference)
        .where('file', 'is not', null)
        .execute()
    : []
  const portraits = classes.includes('photo')
    ? await db
        .selectFrom('participantPortrait')
        .innerJoin('participant', 'participant.id', 'participantPortrait.participant')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('conference', '=', conference)
        .executeTakeFirst()
    : undefined
  return {
    people: known.filter(({ kept, told }) => told || whole.includes(kept)),
    documents: documents.map(({ id }) => id),
    portraits: portraits?.count ?? 0,
  }
}
