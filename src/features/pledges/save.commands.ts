import { sql } from 'kysely'
import { must } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Circumstances, Topic, Writing } from '../../platform/command/command.ts'
import { facetsOf, wordsOf } from './find/facets.ts'
import { standingOn } from './history/standing.ts'
import { lastDayOf, type PledgeId, type Terms } from './model.ts'
import type { History, PledgeRecord, Unknown } from './queries.ts'
import { partiesOf } from './shares.model.ts'
import { historySeenBy, termsSeenBy } from './terms/seen.ts'

/** Whom somebody is in what is kept: `account/0190…`. */
export const nameOf = ({ actor }: Circumstances): string => `${actor.kind}/${actor.id}`

/** Terms name only what is recorded. */
export function mustBeKnown(unknown: Unknown): void {
  must(!unknown.conference, 'pledges.unknown-conference')
  const { conference: _, ...lists } = unknown
  for (const [kind, codes] of Object.entries(lists)) {
    must(codes.length === 0, UNKNOWN[kind as keyof typeof lists], { codes: codes.join(' ') })
  }
}

const UNKNOWN = {
  parties: 'pledges.unknown-party',
  capabilities: 'pledges.unknown-capability',
  categories: 'pledges.unknown-category',
  themes: 'pledges.unknown-theme',
  missions: 'pledges.unknown-mission',
  requirements: 'pledges.unknown-requirement',
  pledges: 'pledges.unknown-pledge',
} as const

/** The number of the next change: whoever waits for it here is after whoever came before. */
export async function nextChange(db: Writing): Promise<number> {
  const { change } = await db
    .updateTable('pledgeLedger')
    .set({ change: sql`change + 1` })
    .returning('change')
    .executeTakeFirstOrThrow()
  return change
}

/** What an index holds of a pledge: only what everybody may see, for a filter tells what it finds. */
export function indexed(id: PledgeId, terms: Terms, history: History) {
  const seen = termsSeenBy('public', terms)
  const delivery = historySeenBy('public', history.delivery)
  const { reportedOn } = standingOn(delivery, '9999-12-31')
  return {
    facets: facetsOf(seen, delivery, historySeenBy('public', history.readiness)),
    words: wordsOf(id, seen),
    reportedOn: reportedOn && lastDayOf(reportedOn),
  }
}

/** Writes a pledge in the place of what stood there, with all that is worked out from it. */
export async function savePledge(
  db: Writing,
  record: PledgeRecord,
  history: History,
): Promise<void> {
  const { words, ...derived } = indexed(record.id, record.terms, history)
  const { id, ...rest } = record
  const row = {
    ...rest,
    ...derived,
    terms: JSON.stringify(record.terms),
    words: sql<string>`array_to_tsvector(${words})`,
    change: await nextChange(db),
  }
  await db
    .insertInto('pledge')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** Keeps what a pledge said before it is replaced. */
export const keepVersion = (
  db: Writing,
  before: PledgeRecord,
  history: History,
  { at, by, why }: { at: Temporal.Instant; by: string; why: Text | null },
) =>
  db
    .insertInto('pledgeVersion')
    .values({
      pledge: before.id,
      version: before.version,
      replacedAt: at,
      replacedBy: by,
      why: why && JSON.stringify(why),
      content: JSON.stringify({ terms: before.terms, ...history }),
    })
    .execute()

/** Adds to the list of deeds of a pledge. */
export const keepDeed = (
  db: Writing,
  pledge: PledgeId,
  {
    deed,
    at,
    by,
    party = null,
    note = null,
  }: {
    deed: string
    at: Temporal.Instant
    by: string
    party?: PledgeRecord['lead']
    note?: Text | null
  },
) =>
  sql`insert into pledge_deed (pledge, position, deed, at, by, party, note)
    select ${pledge}, coalesce(max(position), 0) + 1, ${deed}, ${at.toString()}::timestamptz, ${by}, ${party},
      ${note && JSON.stringify(note)}::jsonb
    from pledge_deed where pledge = ${pledge}`.execute(db)

/** Everything that shows a pledge. */
export const touched = (record: PledgeRecord): readonly Topic[] => [
  'pledges',
  `pledges/${record.id}`,
  ...(record.conference ? [`pledges/of/${record.conference}`] : []),
  ...partiesOf(record.terms.shares).map((party) => `pledges/of/${party}`),
]
