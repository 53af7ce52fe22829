import { type ColumnType, type RawBuilder, sql } from 'kysely'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Audience } from '../../kernel/people/audience.ts'
import type { Text } from '../../kernel/text.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { DeliveryEvent, ReadinessEvent } from './history.model.ts'
import type { State } from './life.model.ts'
import { type PledgeId, pledgesNamedIn, type Terms } from './model.ts'
import type { Namesake, Recorded } from './terms/public.ts'

/** Facts arrive parsed and leave as JSON text. */
type Facts<Kind> = ColumnType<Kind, string, string>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    pledge: {
      id: PledgeId
      conference: string | null
      lead: PartyCode | null
      state: State
      audience: Audience
      announcedOn: string | null
      asOf: string | null
      version: number
      terms: Facts<Terms>
      facets: ColumnType<string[], string[], string[]>
      words: ColumnType<string, RawBuilder<string>, RawBuilder<string>>
      reportedOn: string | null
      listed: ColumnType<boolean, never, never>
      change: number
      releaseAt: Temporal.Instant | null
      onBehalf: boolean
      handedInAt: Temporal.Instant | null
    }
    pledgeVersion: {
      pledge: PledgeId
      version: number
      replacedAt: Temporal.Instant
      replacedBy: string
      why: ColumnType<Text | null, string | null, never>
      content: Facts<History & { terms: Terms }>
    }
    pledgeEvent: {
      pledge: PledgeId
      axis: 'delivery' | 'readiness'
      position: number
      on: string | null
      audience: Audience
      content: Facts<DeliveryEvent | ReadinessEvent>
      recordedAt: Temporal.Instant
      recordedBy: string
    }
    pledgeDeed: {
      pledge: PledgeId
      position: number
      deed: string
      at: Temporal.Instant
      by: string
      party: PartyCode | null
      note: ColumnType<Text | null, string | null, never>
    }
    pledgeFacet: { facet: string; kind: ColumnType<string, never, never>; pledges: number }
    pledgeRetired: { id: PledgeId; why: Facts<Text> }
    pledgeLedger: { single: boolean; change: number }
  }
}

/** A pledge as it is recorded now. */
export interface PledgeRecord {
  id: PledgeId
  conference: string | null
  lead: PartyCode | null
  state: State
  audience: Audience
  announcedOn: string | null
  /** The day until which public sources were read; null where the parties keep the record themselves. */
  asOf: string | null
  version: number
  terms: Terms
  /** When it becomes public by itself, where that is decided; until then nobody outside may know of it. */
  releaseAt: Temporal.Instant | null
  /** Whether the secretariat began it for the party. */
  onBehalf: boolean
  /** When it was first handed in. */
  handedInAt: Temporal.Instant | null
}

/** What is known of a record that nobody wrote here: of one from public sources, or of an archive. */
export const NOT_WRITTEN_HERE = { releaseAt: null, onBehalf: false, handedInAt: null } as const

/** Both axes of what became of a pledge, each in the order in which it was recorded. */
export interface History {
  delivery: DeliveryEvent[]
  readiness: ReadinessEvent[]
}

const RECORD = [
  'id',
  'conference',
  'lead',
  'state',
  'audience',
  'announcedOn',
  'asOf',
  'version',
  'terms',
  'releaseAt',
  'onBehalf',
  'handedInAt',
] as const satisfies readonly (keyof PledgeRecord)[]

export const recordOf = (db: Reading | Writing, id: PledgeId): Promise<PledgeRecord | null> =>
  recordsOf(db, [id]).then(([record]) => record ?? null)

/** The records of some identifiers, by identifier; one that is not there is left out. */
export const recordsOf = (
  db: Reading | Writing,
  ids: readonly PledgeId[],
): Promise<PledgeRecord[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('pledge')
        .select(RECORD)
        .where('id', '=', (from) => from.fn.any(from.val(ids)))
        .orderBy('id')
        .execute()

export const historyOf = (db: Reading | Writing, id: PledgeId): Promise<History> =>
  historiesOf(db, [id]).then((histories) => histories.get(id) ?? NO_HISTORY)

export const NO_HISTORY: History = { delivery: [], readiness: [] }

/** The histories of some pledges; one of which nothing was reported is left out. */
export async function historiesOf(
  db: Reading | Writing,
  ids: readonly PledgeId[],
): Promise<ReadonlyMap<PledgeId, History>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('pledgeEvent')
    .select(['pledge', 'axis', 'content'])
    .where('pledge', 'in', ids)
    .orderBy('pledge')
    .orderBy('axis')
    .orderBy('position')
    .execute()
  const on = <Event>(axis: string, all: typeof rows) =>
    all.filter((row) => row.axis === axis).map((row) => row.content as Event)
  return new Map(
    [...Map.groupBy(rows, ({ pledge }) => pledge)].map(([pledge, all]) => [
      pledge,
      {
        delivery: on<DeliveryEvent>('delivery', all),
        readiness: on<ReadinessEvent>('readiness', all),
      },
    ]),
  )
}

/** Every report of some pledges with its number, and whether somebody with an account made it. */
export const standingReportsOf = (db: Writing, ids: readonly PledgeId[]) =>
  db
    .selectFrom('pledgeEvent')
    .select(['pledge', 'axis', 'position', 'content'])
    .select(sql<boolean>`recorded_by like 'account/%'`.as('byPeople'))
    .where('pledge', 'in', ids)
    .orderBy('pledge')
    .orderBy('axis')
    .orderBy('position')
    .execute()

/** Which of some pledges were amended here by those who made them. */
export const amendedAmong = (db: Writing, ids: readonly PledgeId[]): Promise<PledgeId[]> =>
  db
    .selectFrom('pledgeDeed')
    .select('pledge')
    .distinct()
    .where('pledge', 'in', ids)
    .where('deed', '=', 'amend')
    .execute()
    .then((rows) => rows.map(({ pledge }) => pledge))

/** Why an identifier is no longer a pledge; null where it is none of those. */
export const retirementOf = (db: Reading | Writing, id: PledgeId): Promise<Text | null> =>
  db
    .selectFrom('pledgeRetired')
    .select('why')
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row?.why ?? null)

/** Every identifier that is no longer a pledge. */
export const everyRetirement = (db: Reading): Promise<{ id: PledgeId; why: Text }[]> =>
  db.selectFrom('pledgeRetired').select(['id', 'why']).orderBy('id').execute()

/** Which of some identifiers are no longer pledges. */
export const retiredAmong = (db: Writing, ids: readonly PledgeId[]): Promise<PledgeId[]> =>
  db
    .selectFrom('pledgeRetired')
    .select('id')
    .where('id', 'in', ids)
    .execute()
    .then((rows) => rows.map(({ id }) => id))

/** What a pledge said before it was amended, newest first. */
export const versionsOf = (db: Reading, id: PledgeId) =>
  db
    .selectFrom('pledgeVersion')
    .select(['version', 'replacedAt', 'why', 'content'])
    .where('pledge', '=', id)
    .orderBy('version', 'desc')
    .execute()

/** Every deed done to a record, oldest first. */
export const deedsOf = (db: Reading | Writing, id: PledgeId) =>
  db
    .selectFrom('pledgeDeed')
    .select(['deed', 'at', 'party', 'note'])
    .where('pledge', '=', id)
    .orderBy('position')
    .execute()

/** The listed pledges of some identifiers. */
export async function namesakesOf(db: Reading, ids: readonly PledgeId[]): Promise<Namesake[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('pledge')
    .select(['id', 'conference', 'announcedOn', sql<Text>`terms->'title'`.as('title')])
    .where('id', 'in', ids)
    .where('listed', '=', true)
    .orderBy('id')
    .execute()
}

/** The listed pledges that name this one, and how. */
export const pledgesNaming = (db: Reading, id: PledgeId) =>
  db
    .selectFrom('pledge')
    .select([
      'id',
      'conference',
      'announcedOn',
      sql<Text>`terms->'title'`.as('title'),
      sql<Terms['links']>`terms->'links'`.as('links'),
      sql<PledgeId | null>`terms->>'partOf'`.as('partOf'),
    ])
    .where('facets', '@>', sql<string[]>`array[${`to:${id}`}]`)
    .orderBy('id')
    .execute()

/** Everything that is recorded of a pledge that everybody may see; null where there is none. */
export async function listedPledge(db: Reading, id: PledgeId): Promise<Recorded | null> {
  const found = await db
    .selectFrom('pledge')
    .select(RECORD)
    .where('id', '=', id)
    .where('listed', '=', true)
    .executeTakeFirst()
  if (!found) return null
  return {
    record: found,
    history: await historyOf(db, id),
    versions: await versionsOf(db, id),
    deeds: await deedsOf(db, id),
    named: await namesakesOf(db, pledgesNamedIn(found.terms)),
    naming: await pledgesNaming(db, id),
  }
}
