import type { ConferenceId, FileId } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import { readFileOf } from '../../../platform/files/uploads.ts'
import type { AllTexts, Keyed } from '../all-texts.queries.ts'
import type { TextKey } from '../model.ts'
import { namesOf } from '../queries.ts'
import { type Planned, planOf } from './plan.ts'
import { type FileIn, readXliff } from './read.ts'

/** Files that are listed on the desk. */
const LISTED = 20

/** A file that came back, with what it would change now. */
export interface Returned {
  file: FileId
  appliedAt: Temporal.Instant | null
  content: FileIn
  texts: ReadonlyMap<TextKey, Keyed>
  plan: Planned
}

/** Reads a file that was handed in for a conference, and compares it with the texts as they stand. */
export async function returnedFile(
  db: Reading | Writing,
  all: AllTexts,
  conference: ConferenceId,
  file: FileId,
): Promise<Returned | null> {
  const row = await db
    .selectFrom('translationFile')
    .select('appliedAt')
    .where('file', '=', file)
    .where('conference', '=', conference)
    .executeTakeFirst()
  const stored = row && (await readFileOf(db as Reading, file))
  if (!row || !stored) return null
  const content = readXliff(stored.bytes)
  const keys = content.units.map(({ id }) => id).filter(isKey)
  const texts = await all.find(db, conference, keys)
  return { file, appliedAt: row.appliedAt, content, texts, plan: planOf(content, texts) }
}

const isKey = (id: string) => /^[a-z][a-z-]*:[\w.-]+$/.test(id)

/** The files that came back last. */
export async function filesOf(db: Reading, conference: ConferenceId) {
  const rows = await db
    .selectFrom('translationFile')
    .select(['file', 'at', 'by', 'changed'])
    .where('conference', '=', conference)
    .orderBy('at', 'desc')
    .limit(LISTED)
    .execute()
  const names = await namesOf(
    db,
    rows.map(({ by }) => by),
  )
  return rows.map((row) => ({ ...row, by: names.get(row.by) ?? null }))
}
