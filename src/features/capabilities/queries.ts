import type { ColumnType, Generated } from 'kysely'
import type { ConferenceId } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Labels } from '../parties/model.ts'
import type { CategorySet, EditionCategory } from './categories.model.ts'
import type { Capability, CapabilityCode } from './model.ts'
import type { Paper, PaperId, Requirement } from './requirements.model.ts'
import type { Theme } from './themes.model.ts'

type Scalar = string | number | boolean | null

/** A fact as a row: what is not a scalar stands in jsonb, which goes in as text. */
type Row<Fact> = {
  [Field in keyof Fact]: Fact[Field] extends Scalar
    ? Fact[Field]
    : ColumnType<Fact[Field], string | null, string | null>
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    capability: Row<Capability>
    editionCategorySet: Row<Omit<CategorySet, 'categories'>>
    editionCategory: Row<EditionCategory & { conference: ConferenceId; position: number }>
    theme: Row<Theme>
    requirementPaper: Row<Omit<Paper, 'requirements'>>
    requirement: Row<Requirement & { paper: string; position: number }>
    capabilityPast: {
      id: Generated<number>
      subject: string
      replacedAt: Temporal.Instant
      replacedBy: string
      content: ColumnType<unknown, string, never>
    }
  }
}

/** Every capability in the order of the printed tree: a code comes right after the one above it. */
export const everyCapability = (db: Reading): Promise<Capability[]> =>
  db.selectFrom('capability').selectAll().orderBy('position').orderBy('code').execute()

export const capabilityOf = (db: Reading, code: CapabilityCode): Promise<Capability | null> =>
  db
    .selectFrom('capability')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** The names of every capability by its code: for pages that name some of them. */
export const capabilityNamesOf = (db: Reading): Promise<ReadonlyMap<CapabilityCode, Labels>> =>
  db
    .selectFrom('capability')
    .select(['code', 'names'])
    .orderBy('position')
    .execute()
    .then((rows) => new Map(rows.map(({ code, names }) => [code, names])))

/** Which of some codes are no capabilities. */
export async function unknownCapabilities(
  db: Reading,
  codes: readonly CapabilityCode[],
): Promise<CapabilityCode[]> {
  if (codes.length === 0) return []
  const rows = await db.selectFrom('capability').select('code').where('code', 'in', codes).execute()
  const known = new Set(rows.map(({ code }) => code))
  return [...new Set(codes)].filter((code) => !known.has(code))
}

/** The categories of one edition, or of all, oldest edition first. */
export async function categoriesOf(db: Reading, conference?: ConferenceId): Promise<CategorySet[]> {
  const sets = await db
    .selectFrom('editionCategorySet as printed')
    .innerJoin('conference', 'conference.id', 'printed.conference')
    .selectAll('printed')
    .$if(conference !== undefined, (all) =>
      all.where('printed.conference', '=', conference as ConferenceId),
    )
    .orderBy('conference.starts')
    .execute()
  if (sets.length === 0) return []
  const rows = await db
    .selectFrom('editionCategory')
    .selectAll()
    .where(
      'conference',
      'in',
      sets.map((set) => set.conference),
    )
    .orderBy('position')
    .execute()
  const categories = Map.groupBy(rows, (row) => row.conference)
  return sets.map((set) => ({
    ...set,
    categories: (categories.get(set.conference) ?? []).map(
      ({ conference: _, position: __, ...category }) => category,
    ),
  }))
}

/** Areas, priorities and cross-cutting themes, by scheme and number. */
export const everyTheme = (db: Reading): Promise<Theme[]> =>
  db.selectFrom('theme').selectAll().orderBy('scheme').orderBy('number').execute()

/** Every paper and statement with what it names, by date; those of one month by their identifiers. */
export const everyPaper = (db: Reading): Promise<Paper[]> => papersWhere(db)

export const paperOf = (db: Reading, id: PaperId): Promise<Paper | null> =>
  papersWhere(db, id).then(([paper]) => paper ?? null)

async function papersWhere(db: Reading, id?: PaperId): Promise<Paper[]> {
  const papers = await db
    .selectFrom('requirementPaper')
    .selectAll()
    .$if(id !== undefined, (all) => all.where('id', '=', id ?? ''))
    .orderBy('date')
    .orderBy('id')
    .execute()
  const rows = await db
    .selectFrom('requirement')
    .selectAll()
    .$if(id !== undefined, (all) => all.where('paper', '=', id ?? ''))
    .orderBy('position')
    .execute()
  const requirements = Map.groupBy(rows, ({ paper }) => paper)
  return papers.map((paper) => ({
    ...paper,
    requirements: (requirements.get(paper.id) ?? []).map(
      ({ paper: _, position: __, ...requirement }) => requirement,
    ),
  }))
}

/** What was said before of a subject such as `capability/aviation`, newest first, and who replaced it when. */
export const pastOf = (
  db: Reading,
  subject: string,
): Promise<{ replacedAt: Temporal.Instant; replacedBy: string; content: unknown }[]> =>
  db
    .selectFrom('capabilityPast')
    .select(['replacedAt', 'replacedBy', 'content'])
    .where('subject', '=', subject)
    .orderBy('id', 'desc')
    .execute()
