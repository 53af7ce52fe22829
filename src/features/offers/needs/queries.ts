import type { ColumnType } from 'kysely'
import type { ConferenceId } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { CapabilityCode } from '../../capabilities/model.ts'
import type { Requirement } from '../../capabilities/requirements.model.ts'
import type { Alternatives, Assumed, Need, NeedId, NeedTerms } from './model.ts'

type Facts<Kind> = ColumnType<Kind, string, string>

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    conferenceNeed: Omit<Need, 'terms'> & { terms: Facts<NeedTerms> }
    conferenceRecipe: Omit<Assumed, 'alternatives'> & {
      conference: ConferenceId
      alternatives: Facts<Alternatives>
    }
  }
}

/** What a conference seeks, by the capability; what it no longer seeks is left out. */
export const needsAt = (db: Reading, conference: ConferenceId): Promise<Need[]> =>
  db
    .selectFrom('conferenceNeed')
    .selectAll()
    .where('conference', '=', conference)
    .where('droppedAt', 'is', null)
    .orderBy((order) => order.ref('terms', '->>').key('capability'))
    .orderBy('id')
    .execute()

export const needOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  id: NeedId,
): Promise<Need | null> =>
  db
    .selectFrom('conferenceNeed')
    .selectAll()
    .where('conference', '=', conference)
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** What the secretariat assumed that units are made up of. */
export const recipesAt = (db: Reading, conference: ConferenceId): Promise<Assumed[]> =>
  db
    .selectFrom('conferenceRecipe')
    .select(['capability', 'alternatives', 'version'])
    .where('conference', '=', conference)
    .orderBy('capability')
    .execute()

export const recipeAt = (
  db: Reading | Writing,
  conference: ConferenceId,
  capability: CapabilityCode,
): Promise<Assumed | null> =>
  db
    .selectFrom('conferenceRecipe')
    .select(['capability', 'alternatives', 'version'])
    .where('conference', '=', conference)
    .where('capability', '=', capability)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** What papers say of some needs, by identifier. */
export async function requirementsOf(
  db: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Requirement & { paper: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('requirement').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}
