import { type Kysely, sql } from 'kysely'
import type { Reading, Tables, Writing } from '../database/tables.ts'

/** The journal's name for a restore. */
export const RESTORED = 'backup.restore'

/** The deed by which an administrator lets a restored installation write to people again. */
export const RELEASED = 'administration.release'

/**
 * Since when an installation has been restored and not been released: nothing leaves it. What was waiting when the
 * backup was taken may have left the house that it was taken in, which may still be there. Null: everything leaves.
 */
export async function heldSince(
  db: Reading | Writing | Kysely<Tables>,
): Promise<Temporal.Instant | null> {
  const last = await db
    .selectFrom('journal')
    .select(['action', 'at'])
    .where(sql<boolean>`action collate "C" in (${sql.lit(RESTORED)}, ${sql.lit(RELEASED)})`)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.action === RESTORED ? last.at : null
}
