import type { Writing } from '../../../platform/command/command.ts'
import type { PledgeId } from '../model.ts'
import type { Sketch } from './sketch.model.ts'

/** Keeps what somebody has typed, in the place of what stood there. */
export async function keepSketch(
  db: Writing,
  pledge: PledgeId,
  { content, at, by }: { content: Sketch; at: Temporal.Instant; by: string },
): Promise<void> {
  const row = { content: JSON.stringify(content), savedAt: at, savedBy: by }
  await db
    .insertInto('pledgeSketch')
    .values({ pledge, ...row })
    .onConflict((conflict) => conflict.column('pledge').doUpdateSet(row))
    .execute()
}

/** Forgets what was typed: it has become terms, or is about others than stand there now. */
export async function dropSketch(db: Writing, pledge: PledgeId): Promise<void> {
  await db.deleteFrom('pledgeSketch').where('pledge', '=', pledge).execute()
}
