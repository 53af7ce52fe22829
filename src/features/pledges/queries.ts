import { type ColumnType, type RawBuilder, sql } from 'kysely'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Audience } from './audience.model.ts'
import type { DeliveryEvent, ReadinessEvent } from './history.model.ts'
import type { State } from './life.model.ts'
import { type PledgeId, pledgesNamedIn, type Terms } from './model.ts'
import { partiesOf } from './shares.model.ts'

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
      version: number
      terms: Facts<Terms>
      facets: ColumnType<string[], string[], string[]>
      words: ColumnType<string, RawBuilder<string>, RawBuilder<string>>
      reportedOn: string | null
      listed: ColumnType<boolean, never, never>
      change: number
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
    pledgeLedger: { only: boolean; change: number }
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
  version: number
  terms: Terms
}

/** Both axes of what became of a pledge, each in the order in which it was recorded. */
export interface History {
  delivery: DeliveryEvent[]
  readiness: ReadinessEvent[]
}

export const recordOf = (db: Reading | Writing, id: PledgeId): Promise<PledgeRecord | null> =>
  db
    .selectFrom('pledge')
    .select(['id', 'conference', 'lead', 'state', 'audience', 'announcedOn', 'version', 'terms'])
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)

export async function historyOf(db: Reading | Writing, id: PledgeId): Promise<History> {
  const rows = await db
    .selectFrom('pledgeEvent')
    .select(['axis', 'content'])
    .where('pledge', '=', id)
    .orderBy('axis')
    .orderBy('position')
    .execute()
  const on = <Event>(axis: string) =>
    rows.filter((row) => row.axis === axis).map((row) => row.content as Event)
  return { delivery: on<DeliveryEvent>('delivery'), readiness: on<ReadinessEvent>('readiness') }
}

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

/** The parties that have confirmed a record as their own. */
export const confirmationsOf = (db: Reading, id: PledgeId) =>
  db
    .selectFrom('pledgeDeed')
    .select(['party', 'at'])
    .where('pledge', '=', id)
    .where('deed', '=', 'confirm')
    .orderBy('position')
    .execute()

/** What a page says of another pledge that it names. */
export interface Namesake {
  id: PledgeId
  conference: string | null
  announcedOn: string | null
  title: Text
}

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
    .where('listed', '=', true)
    .where('facets', '@>', sql<string[]>`array[${`to:${id}`}]`)
    .orderBy('id')
    .execute()

/** What terms name that nobody has recorded: each list empty where all is known. */
export interface Unknown {
  conference: boolean
  parties: string[]
  capabilities: string[]
  categories: string[]
  themes: string[]
  missions: string[]
  requirements: string[]
  pledges: string[]
}

export async function unknownIn(db: Writing, terms: Terms): Promise<Unknown> {
  const named = [...partiesOf(terms.shares), ...terms.beneficiaries]
  const requirements = terms.requirements.map(({ code }) => code)
  const categories = terms.categories.map(({ code }) => code)
  const themes = [
    ...terms.priorities.map(({ code }) => `a4p-plus/${code}`),
    ...terms.crossCutting.map(({ code }) => `cross-cutting/${code}`),
  ]
  const found = await sql<{ kind: string; code: string }>`
    select 'party' as kind, code from party where code = any(${named})
    union all select 'capability', code from capability where code = any(${terms.capabilities})
    union all select 'category', code from edition_category where code = any(${categories})
    union all select 'theme', name from (
      select scheme || '/' || case scheme when 'a4p-plus' then number::text else code end as name from theme
    ) as named where name = any(${themes})
    union all select 'mission', acronym from mission where acronym = any(${terms.missions})
    union all select 'requirement', id from requirement where id = any(${requirements})
    union all select 'pledge', id from pledge where id = any(${pledgesNamedIn(terms)})
    union all select 'conference', id from conference where id = ${terms.conference}
  `.execute(db)
  const known = new Set(found.rows.map(({ kind, code }) => `${kind} ${code}`))
  const missing = (kind: string, codes: readonly string[]) =>
    [...new Set(codes)].filter((code) => !known.has(`${kind} ${code}`))
  return {
    conference: terms.conference !== null && !known.has(`conference ${terms.conference}`),
    parties: missing('party', named),
    capabilities: missing('capability', terms.capabilities),
    categories: missing('category', categories),
    themes: missing('theme', themes),
    missions: missing('mission', terms.missions),
    requirements: missing('requirement', requirements),
    pledges: missing('pledge', pledgesNamedIn(terms)),
  }
}
