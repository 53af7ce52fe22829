import { type ColumnType, type RawBuilder, sql } from 'kysely'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { PledgeId } from '../../pledges/model.ts'
import type { Point } from '../scale.model.ts'
import { type Assigned, isDone, type Part, type Review, type Settlement } from './model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    review: {
      id: string
      pledge: PledgeId
      party: PartyCode | null
      blind: boolean
      state: Review['state']
      settled: Settlement | null
      reason: ColumnType<Text | null, string | null, string | null>
      settledAt: Temporal.Instant | null
      settledBy: string | null
      askedAt: Temporal.Instant
      askedBy: string
      due: string | null
    }
    reviewAssignment: {
      review: string
      account: string
      part: Part
      assignedAt: Temporal.Instant
      assignedBy: string
      endedAt: Temporal.Instant | null
    }
  }
}

/** Reviews of which something holds, the first asked first, each with who was asked and what they found. */
async function reviewsWhere(
  db: Reading | Writing,
  condition: RawBuilder<boolean>,
): Promise<Review[]> {
  const rows = await db
    .selectFrom('review')
    .innerJoin('pledge', 'pledge.id', 'review.pledge')
    .select(['review.id', 'review.pledge', 'review.party', 'review.blind', 'review.state'])
    .select(['review.settled', 'review.reason', 'review.askedAt', 'review.due'])
    .select('pledge.conference')
    .where(condition)
    .orderBy('review.askedAt')
    .orderBy('review.id')
    .execute()
  if (rows.length === 0) return []
  const assigned = await assignedTo(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    askedAt: row.askedAt.toString(),
    assigned: assigned.get(row.id) ?? [],
  }))
}

async function assignedTo(
  db: Reading | Writing,
  reviews: readonly string[],
): Promise<ReadonlyMap<string, Assigned[]>> {
  const rows = await db
    .selectFrom('reviewAssignment as assigned')
    .leftJoin('assessment', (join) =>
      join
        .onRef('assessment.review', '=', 'assigned.review')
        .on(sql<boolean>`assessment.reviewed_by = 'account/' || assigned.account`),
    )
    .select(['assigned.review', 'assigned.account', 'assigned.part', 'assessment.id'])
    .select(['assessment.state', 'assessment.handedInAt'])
    .select(sql<Point | null>`assessment.content->>'point'`.as('point'))
    .where('assigned.review', 'in', reviews)
    .where('assigned.endedAt', 'is', null)
    .orderBy('assigned.part')
    .execute()
  const by = Map.groupBy(rows, ({ review }) => review)
  return new Map(
    [...by].map(([review, some]) => [
      review,
      some.map(({ account, part, id, point, state, handedInAt }) => ({
        ...{ account, part },
        found: id && point && state ? { id, point, state, handedIn: handedInAt !== null } : null,
      })),
    ]),
  )
}

export const reviewOf = (db: Reading | Writing, id: string): Promise<Review | null> =>
  reviewsWhere(db, sql<boolean>`(review.id = ${id})`).then(([one]) => one ?? null)

/** Every review of a conference's pledges. */
export const reviewsAt = (db: Reading, conference: string): Promise<Review[]> =>
  reviewsWhere(db, sql<boolean>`(pledge.conference = ${conference})`)

/** What somebody was asked to assess at a conference. */
export const reviewsFor = (db: Reading, account: string, conference: string): Promise<Review[]> =>
  reviewsWhere(
    db,
    sql<boolean>`(pledge.conference = ${conference} and review.id in (
      select review from review_assignment where account = ${account} and ended_at is null
    ))`,
  )

/** The reviews of a pledge, or of a share in it, that are not over. */
export const reviewsUnderWay = (
  db: Writing,
  { pledge, party }: { pledge: PledgeId; party: PartyCode | null },
): Promise<Review[]> =>
  reviewsWhere(
    db,
    sql<boolean>`(review.pledge = ${pledge} and review.party is not distinct from ${party}
      and review.state <> 'closed')`,
  ).then((all) => all.filter((one) => !isDone(one)))

/** Who can be asked to assess at a conference: reviewers of it or of all, whose accounts are open, by name. */
export const reviewersAt = (
  db: Reading | Writing,
  conference: string,
): Promise<{ account: string; name: string }[]> =>
  db
    .selectFrom('person')
    .select(['person.account', 'person.name'])
    .where('person.closedAt', 'is', null)
    .where(
      sql<boolean>`exists (select from holding where holding.account = person.account
        and holding.role = 'reviewer' and holding.conference in ('*', ${conference})
        and holding.until is null)`,
    )
    .orderBy('person.name')
    .orderBy('person.account')
    .execute()
