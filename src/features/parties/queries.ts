import type { ColumnType, Generated } from 'kysely'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Group, GroupKind, Membership } from './groups.model.ts'
import type { Mission } from './missions.model.ts'
import type { Labels, Party } from './model.ts'
import type { Classes, Ordering, Seat } from './orderings.model.ts'

type Scalar = string | number | boolean | null

/** A fact as a row: what is not a scalar stands in jsonb, which goes in as text. */
type Row<Fact> = {
  [Field in keyof Fact]: Fact[Field] extends Scalar
    ? Fact[Field]
    : ColumnType<Fact[Field], string | null, string | null>
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    party: Row<Party>
    partyGroup: Row<Omit<Group, 'members'>>
    partyGroupMember: Row<Membership & { partyGroup: string }>
    partyOrdering: Row<{ id: string; kind: Ordering['kind']; content: Ordering }>
    mission: Row<
      Pick<Mission, 'acronym' | 'kind' | 'start' | 'end'> & {
        content: Omit<Mission, 'acronym' | 'kind' | 'start' | 'end'>
      }
    >
    partyPast: {
      id: Generated<number>
      subject: string
      replacedAt: Temporal.Instant
      replacedBy: string
      content: ColumnType<unknown, string, never>
    }
  }
}

/** Every party, in the order of their codes: whoever prints them chooses a real one. */
export const everyParty = (db: Reading): Promise<Party[]> =>
  db.selectFrom('party').selectAll().orderBy('code').execute()

export const partyOf = (db: Reading, code: PartyCode): Promise<Party | null> =>
  db
    .selectFrom('party')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** The parties of some codes, by code: for a page that names a few of them. */
export async function partiesOf(
  db: Reading,
  codes: readonly PartyCode[],
): Promise<ReadonlyMap<PartyCode, Party>> {
  if (codes.length === 0) return new Map()
  const rows = await db.selectFrom('party').selectAll().where('code', 'in', codes).execute()
  return new Map(rows.map((row) => [row.code, row]))
}

/** A group that a party is known to belong to, or to have belonged to. */
export interface Belonging extends Membership {
  group: string
  kind: GroupKind
  names: Labels
}

export const belongingsOf = (db: Reading, party: PartyCode): Promise<Belonging[]> =>
  db
    .selectFrom('partyGroupMember as member')
    .innerJoin('partyGroup as named', 'named.code', 'member.partyGroup')
    .select([
      'member.party',
      'member.role',
      'member.from',
      'member.until',
      'member.status',
      'member.note',
      'member.sources',
      'named.code as group',
      'named.kind',
      'named.names',
    ])
    .where('member.party', '=', party)
    .orderBy('named.code')
    .execute()

/** Every group by its name, regional groups among them. */
export const everyGroup = (db: Reading): Promise<Pick<Group, 'code' | 'kind' | 'names'>[]> =>
  db.selectFrom('partyGroup').select(['code', 'kind', 'names']).orderBy('code').execute()

/** Every group with all that is known of it but its members, by code. */
export const everyGroupInFull = (db: Reading): Promise<Omit<Group, 'members'>[]> =>
  db.selectFrom('partyGroup').selectAll().orderBy('code').execute()

/** Who belongs to which group. */
export const everyMembership = (db: Reading): Promise<(Membership & { group: string })[]> =>
  db
    .selectFrom('partyGroupMember')
    .select(['party', 'role', 'from', 'until', 'status', 'note', 'sources', 'partyGroup as group'])
    .execute()

/** Who belongs to the regional groups, from when to when. */
export const regionalMemberships = (
  db: Reading,
): Promise<(Pick<Membership, 'party' | 'from' | 'until'> & { group: string })[]> =>
  db
    .selectFrom('partyGroupMember')
    .innerJoin('partyGroup', 'partyGroup.code', 'partyGroupMember.partyGroup')
    .select(['party', 'from', 'until', 'partyGroup as group'])
    .where('kind', '=', 'regional-group')
    .execute()

export async function groupOf(db: Reading, code: string): Promise<Group | null> {
  const group = await db
    .selectFrom('partyGroup')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  if (!group) return null
  const members = await db
    .selectFrom('partyGroupMember')
    .select(['party', 'role', 'from', 'until', 'status', 'note', 'sources'])
    .where('partyGroup', '=', code)
    .orderBy('party')
    .execute()
  return { ...group, members }
}

/** The decisions on order classes, and the first seats that were drawn, newest first. */
export async function orderingsOfUse(db: Reading): Promise<{ classes: Classes[]; seats: Seat[] }> {
  const rows = await db
    .selectFrom('partyOrdering')
    .select('content')
    .where('kind', 'in', ['classes', 'seat'])
    .execute()
  const all = rows.map(({ content }) => content)
  return {
    classes: all.filter((one) => one.kind === 'classes'),
    seats: all.filter((one) => one.kind === 'seat').sort((a, b) => b.session - a.session),
  }
}

/** Every decision on orders, of whatever kind. */
export const everyOrdering = (db: Reading): Promise<Ordering[]> =>
  db
    .selectFrom('partyOrdering')
    .select('content')
    .execute()
    .then((rows) => rows.map(({ content }) => content))

export const orderingOf = (db: Reading, id: string): Promise<Ordering | null> =>
  db
    .selectFrom('partyOrdering')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row?.content ?? null)

/** Every mission, oldest first; `isActiveOn` tells which ran on a day. */
export const everyMission = (db: Reading): Promise<Mission[]> =>
  db
    .selectFrom('mission')
    .selectAll()
    .orderBy('start')
    .orderBy('acronym')
    .execute()
    .then((rows) => rows.map(missionFrom))

export const missionOf = (db: Reading, acronym: string): Promise<Mission | null> =>
  db
    .selectFrom('mission')
    .selectAll()
    .where('acronym', '=', acronym)
    .executeTakeFirst()
    .then((row) => (row ? missionFrom(row) : null))

const missionFrom = ({
  content,
  ...columns
}: Pick<Mission, 'acronym' | 'kind' | 'start' | 'end'> & {
  content: Omit<Mission, 'acronym' | 'kind' | 'start' | 'end'>
}): Mission => ({ ...columns, ...content })

/** What was said before of a subject such as `party/KOR`, newest first, and who replaced it when. */
export const pastOf = (
  db: Reading,
  subject: string,
): Promise<{ replacedAt: Temporal.Instant; replacedBy: string; content: unknown }[]> =>
  db
    .selectFrom('partyPast')
    .select(['replacedAt', 'replacedBy', 'content'])
    .where('subject', '=', subject)
    .orderBy('id', 'desc')
    .execute()
