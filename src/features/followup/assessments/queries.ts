import type { ColumnType } from 'kysely'
import type { PartyCode } from '../../../kernel/ids.ts'
import { type Audience, reaches } from '../../../kernel/people/audience.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { PledgeId } from '../../pledges/model.ts'
import type { Assessment, Finding, State } from './model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    assessment: {
      id: string
      pledge: PledgeId
      party: PartyCode | null
      reviewedBy: string
      state: State
      supersedes: string | null
      version: number
      sentAt: Temporal.Instant | null
      publishedAt: Temporal.Instant | null
      review: string | null
      handedInAt: Temporal.Instant | null
      content: ColumnType<Finding, string, string>
    }
    assessmentVersion: {
      assessment: string
      version: number
      replacedAt: Temporal.Instant
      content: ColumnType<Finding, string, never>
    }
  }
}

/** An assessment, and whose it is: never shown, for a reviewer is named as they write their name. */
export type Kept = Assessment & {
  reviewedBy: string
  /** The review for which somebody was asked; null: of their own accord. */
  review: string | null
  /** When its reviewer was done with it, where two work apart. */
  handedInAt: string | null
}

const assessments = (db: Reading | Writing) =>
  db
    .selectFrom('assessment')
    .select([
      'assessment.id',
      'assessment.pledge',
      'assessment.party',
      'assessment.reviewedBy',
      'assessment.state',
      'assessment.supersedes',
      'assessment.version',
      'assessment.sentAt',
      'assessment.publishedAt',
      'assessment.review',
      'assessment.handedInAt',
      'assessment.content',
    ])
    .orderBy('assessment.publishedAt', (order) => order.asc().nullsLast())
    .orderBy('assessment.id')

type Row = Awaited<ReturnType<ReturnType<typeof assessments>['execute']>>[number]

const keptFrom = ({ content, sentAt, publishedAt, handedInAt, ...columns }: Row): Kept => ({
  ...columns,
  ...content,
  sentAt: sentAt?.toString() ?? null,
  publishedAt: publishedAt?.toString() ?? null,
  handedInAt: handedInAt?.toString() ?? null,
})

const shownFrom = (row: Row): Assessment => {
  const { reviewedBy: _by, review: _review, handedInAt: _handedInAt, ...shown } = keptFrom(row)
  return shown
}

export const assessmentOf = (db: Reading | Writing, id: string): Promise<Kept | null> =>
  assessments(db)
    .where('assessment.id', '=', id)
    .executeTakeFirst()
    .then((row) => (row ? keptFrom(row) : null))

/** Whether another assessment takes the place of this one, or will. */
export const successorOf = (db: Writing, id: string): Promise<string | null> =>
  db
    .selectFrom('assessment')
    .select('id')
    .where('supersedes', '=', id)
    .executeTakeFirst()
    .then((row) => row?.id ?? null)

/** The reviewer's own published assessment whose place a new one of the same pledge or share would take. */
export const lastOf = (
  db: Reading,
  { pledge, party }: Pick<Assessment, 'pledge' | 'party'>,
  reviewedBy: string,
): Promise<string | null> =>
  db
    .selectFrom('assessment')
    .select('id')
    .where('pledge', '=', pledge)
    .where('party', party === null ? 'is' : '=', party)
    .where('reviewedBy', '=', reviewedBy)
    .where('state', '=', 'published')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('assessment as successor')
            .select('successor.id')
            .whereRef('successor.supersedes', '=', 'assessment.id'),
        ),
      ),
    )
    .orderBy('publishedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
    .then((row) => row?.id ?? null)

/** Which states of an assessment a reader may see: drafts are their reviewer's alone. */
const statesFor = (reader: Audience): State[] => [
  'published',
  'superseded',
  ...(reaches(reader, 'parties') ? (['sent'] as const) : []),
]

/** What reviewers found of a pledge, in the order of publication. */
export const assessmentsOf = (
  db: Reading,
  pledge: PledgeId,
  reader: Audience = 'public',
): Promise<Assessment[]> =>
  assessments(db)
    .where('assessment.pledge', '=', pledge)
    .where('assessment.state', 'in', statesFor(reader))
    .execute()
    .then((rows) => rows.map(shownFrom))

/** Every published assessment of pledges that everybody may see. */
export const everyAssessment = (db: Reading): Promise<Assessment[]> =>
  assessments(db)
    .innerJoin('pledge', 'pledge.id', 'assessment.pledge')
    .where('pledge.listed', '=', true)
    .where('assessment.state', 'in', statesFor('public'))
    .execute()
    .then((rows) => rows.map(shownFrom))

/** What a draft said before it was revised, newest first. */
export const draftsOf = (db: Reading, id: string) =>
  db
    .selectFrom('assessmentVersion')
    .select(['version', 'replacedAt', 'content'])
    .where('assessment', '=', id)
    .orderBy('version', 'desc')
    .execute()
