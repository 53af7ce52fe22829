import { sql } from 'kysely'
import { must } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Circumstances, Topic, Writing } from '../../../platform/command/command.ts'
import { facetsOf, wordsOf } from '../find/facets.ts'
import { EVER, standingOn } from '../history/standing.ts'
import { isPublic } from '../life.model.ts'
import { lastDayOf, type PledgeId } from '../model.ts'
import type { History, PledgeRecord } from '../queries.ts'
import { partiesOf } from '../shares.model.ts'
import { historySeenBy, termsSeenBy } from '../terms/seen.ts'
import type { Unknown } from './known.queries.ts'

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
async function nextChange(db: Writing): Promise<number> {
  const { change } = await db
    .updateTable('pledgeLedger')
    .set({ change: sql`change + 1` })
    .returning('change')
    .executeTakeFirstOrThrow()
  return change
}

/** What an index holds of a pledge: only what everybody may see, for a filter tells what it finds. */
export function indexed(
  record: Pick<PledgeRecord, 'id' | 'audience' | 'state' | 'announcedOn' | 'terms'>,
  history: History,
) {
  if (!isListed(record)) return { facets: [], words: [], reportedOn: null }
  const { id, terms } = record
  const seen = termsSeenBy('public', terms)
  const delivery = historySeenBy('public', history.delivery)
  const { reportedOn } = standingOn(delivery, EVER)
  return {
    facets: facetsOf(seen, delivery, historySeenBy('public', history.readiness)),
    words: wordsOf(id, seen),
    reportedOn: reportedOn && lastDayOf(reportedOn),
  }
}

/** A pledge with its history, as it is to be kept. */
export interface Kept {
  record: PledgeRecord
  history: History
}

/** Writes pledges in the place of what stood there, with all that is worked out from them. */
export async function savePledges(db: Writing, all: readonly Kept[]): Promise<void> {
  const change = await nextChange(db)
  const rows = all.map(({ record, history }) => {
    const { words, ...derived } = indexed(record, history)
    return {
      ...record,
      ...derived,
      terms: JSON.stringify(record.terms),
      words: sql<string>`array_to_tsvector(${words}::text[])`,
      change,
    }
  })
  await recountFacets(db, rows)
  await db
    .insertInto('pledge')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        conference: row.ref('excluded.conference'),
        lead: row.ref('excluded.lead'),
        state: row.ref('excluded.state'),
        audience: row.ref('excluded.audience'),
        announcedOn: row.ref('excluded.announcedOn'),
        asOf: row.ref('excluded.asOf'),
        version: row.ref('excluded.version'),
        terms: row.ref('excluded.terms'),
        facets: row.ref('excluded.facets'),
        words: row.ref('excluded.words'),
        reportedOn: row.ref('excluded.reportedOn'),
        change: row.ref('excluded.change'),
        releaseAt: row.ref('excluded.releaseAt'),
        handedInAt: row.ref('excluded.handedInAt'),
      })),
    )
    .execute()
}

export const savePledge = (db: Writing, record: PledgeRecord, history: History): Promise<void> =>
  savePledges(db, [{ record, history }])

const isListed = (record: Pick<PledgeRecord, 'audience' | 'state' | 'announcedOn'>): boolean =>
  record.audience === 'public' && isPublic(record)

/** Counts anew how many pledges have each facet, before the rows are replaced. */
const recountFacets = (
  db: Writing,
  after: readonly { id: PledgeId; facets: readonly string[] }[],
) =>
  sql`
    insert into pledge_facet (facet, pledges)
    select facet, sum(pledges)::int from (
      select unnest(facets) as facet, -1 as pledges
      from pledge where id = any(${after.map(({ id }) => id)})
      union all select unnest(${after.flatMap(({ facets }) => facets)}::text[]), 1
    ) as changed
    group by facet having sum(pledges) <> 0 order by facet
    on conflict (facet) do update set pledges = pledge_facet.pledges + excluded.pledges`.execute(db)

/** A pledge as it was before a deed, with the deed that replaces it. */
interface Replaced extends Kept {
  at: Temporal.Instant
  by: string
  why: Text | null
}

/** Keeps what pledges said before they are replaced. */
export async function keepVersions(db: Writing, all: readonly Replaced[]): Promise<void> {
  if (all.length === 0) return
  await db
    .insertInto('pledgeVersion')
    .values(
      all.map(({ record, history, at, by, why }) => ({
        pledge: record.id,
        version: record.version,
        replacedAt: at,
        replacedBy: by,
        why: why && JSON.stringify(why),
        content: JSON.stringify({ terms: record.terms, ...history }),
      })),
    )
    .execute()
}

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

/**
 * Everything that shows a pledge, as it was before a deed and as it is after. Whoever follows a public page hears of
 * nothing that is not public: not even that something happened.
 */
export const touched = (...records: readonly (PledgeRecord | null | undefined)[]): Topic[] => [
  ...new Set(
    records.flatMap((record) =>
      record ? [...topicsAtWork(record), ...(isListed(record) ? topicsOf(record) : [])] : [],
    ),
  ),
]

/** The pages of those who work on it. */
export const topicsAtWork = ({ id, conference, terms }: PledgeRecord): Topic[] => [
  `pledges/at-work/${id}`,
  ...(conference ? [`pledges/at-work/${conference}`] : []),
  ...partiesOf(terms.shares).map((party) => `pledges/at-work/${party}`),
]

const topicsOf = ({ id, conference, terms }: PledgeRecord): Topic[] => [
  'pledges',
  `pledges/${id}`,
  ...(conference ? [`pledges/of/${conference}`] : []),
  ...[...partiesOf(terms.shares), ...terms.beneficiaries].map((party) => `pledges/of/${party}`),
]
