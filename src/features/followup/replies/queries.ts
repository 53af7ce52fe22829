import type { ColumnType, RawBuilder } from 'kysely'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Audience } from '../../../kernel/people/audience.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { PledgeId } from '../../pledges/model.ts'
import { audiencesOf } from '../known.queries.ts'
import type { Kind, Reply, Subject } from './model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    reply: {
      id: string
      subjectKind: Subject['kind']
      subject: string
      pledge: PledgeId | null
      conference: string | null
      party: PartyCode
      kind: Kind
      audience: Audience
      words: ColumnType<Text | null, string | null, never>
      at: Temporal.Instant
      by: string
      answer: ColumnType<Text | null, string | null, string>
      answeredAt: Temporal.Instant | null
      answeredBy: string | null
    }
    errorReport: {
      id: string
      about: string
      words: string
      at: Temporal.Instant
      pledge: PledgeId | null
      conference: string | null
      settledAt: Temporal.Instant | null
      settledBy: string | null
      outcome: string | null
    }
  }
}

const replies = (db: Reading | Writing) =>
  db.selectFrom('reply').selectAll('reply').orderBy('reply.at').orderBy('reply.id')

type Row = Awaited<ReturnType<ReturnType<typeof replies>['execute']>>[number]

const replyFrom = (row: Row): Reply => ({
  id: row.id,
  subject: { kind: row.subjectKind, id: row.subject } as Subject,
  party: row.party,
  kind: row.kind,
  audience: row.audience,
  words: row.words,
  at: row.at.toString(),
  answer: row.answer,
  answeredAt: row.answeredAt?.toString() ?? null,
})

/** A reply with the conference whose secretariat answers it. */
export const replyOf = (
  db: Reading | Writing,
  id: string,
): Promise<{ reply: Reply; conference: string | null; pledge: PledgeId | null } | null> =>
  replies(db)
    .where('reply.id', '=', id)
    .executeTakeFirst()
    .then((row) =>
      row ? { reply: replyFrom(row), conference: row.conference, pledge: row.pledge } : null,
    )

/**
 * What parties reply to some entries, oldest first. Whether an entry may be seen at all is for whoever shows it: a
 * reply stands beside what it replies to, or not at all.
 */
export const repliesTo = (
  db: Reading | Writing,
  {
    pledge = null,
    observations = [],
  }: { pledge?: PledgeId | null; observations?: readonly string[] },
  reader: Audience = 'public',
): Promise<Reply[]> =>
  replies(db)
    .where('reply.audience', 'in', audiencesOf(reader))
    .where((where) =>
      where.or([
        where('reply.pledge', '=', pledge),
        where.and([
          where('reply.subjectKind', '=', 'observation'),
          where('reply.subject', 'in', observations.length > 0 ? [...observations] : ['']),
        ]),
      ]),
    )
    .execute()
    .then((rows) => rows.map(replyFrom))

/** The replies of a party on one subject, whatever their audience. */
export const repliesOn = (db: Writing, subject: Subject, party: PartyCode): Promise<Reply[]> =>
  replies(db)
    .where('reply.subjectKind', '=', subject.kind)
    .where('reply.subject', '=', subject.id)
    .where('reply.party', '=', party)
    .execute()
    .then((rows) => rows.map(replyFrom))

/** The replies of which something holds, oldest first. */
export const repliesWhere = (db: Reading, condition: RawBuilder<boolean>): Promise<Reply[]> =>
  replies(db)
    .where(condition)
    .execute()
    .then((rows) => rows.map(replyFrom))

/** A reply that waits for an answer, and the pledge that it is about. */
export type Unanswered = Reply & { pledge: PledgeId | null }

/**
 * What waits for an answer at a conference, oldest first, with whatever belongs to none where that is asked for; a
 * confirmation waits for nothing.
 */
export const unanswered = (
  db: Reading,
  conference: string,
  { ofNone = false } = {},
): Promise<Unanswered[]> =>
  replies(db)
    .where((where) =>
      where.or([
        where('reply.conference', '=', conference),
        ...(ofNone ? [where('reply.conference', 'is', null)] : []),
      ]),
    )
    .where('reply.answeredAt', 'is', null)
    .where('reply.kind', '<>', 'confirm')
    .execute()
    .then((rows) => rows.map((row) => ({ ...replyFrom(row), pledge: row.pledge })))

/**
 * What was reported as wrong and is not settled, oldest first: for the secretariat only. Of a conference, and whatever
 * belongs to none.
 */
export const openErrors = (db: Reading, conference?: string) =>
  db
    .selectFrom('errorReport')
    .select(['id', 'about', 'words', 'at', 'pledge'])
    .where('settledAt', 'is', null)
    .$if(conference !== undefined, (all) =>
      all.where((where) =>
        where.or([where('conference', '=', conference as string), where('conference', 'is', null)]),
      ),
    )
    .orderBy('at')
    .orderBy('id')
    .execute()
