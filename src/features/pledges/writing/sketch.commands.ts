import type { Writing } from '../../../platform/command/command.ts'
import type { PledgeId } from '../model.ts'
import type { Hand, Sketch } from './sketch.model.ts'

/** Keeps what somebody has typed, in the place of what stood there. */
export async function keepSketch(
  db: Writing,
  pledge: PledgeId,
  {
    content,
    at,
    by,
    hand: side = 'author',
  }: { content: Sketch; at: Temporal.Instant; by: string; hand?: Hand },
): Promise<void> {
  const row = { content: JSON.stringify(content), savedAt: at, savedBy: by }
  await db
    .insertInto('pledgeSketch')
    .values({ pledge, side, ...row })
    .onConflict((conflict) => conflict.columns(['pledge', 'side']).doUpdateSet(row))
    .execute()
}

/** Forgets what was typed: it has become terms, or is about others than stand there now. */
export async function dropSketch(db: Writing, pledge: PledgeId, hand?: Hand): Promise<void> {
  await db
    .deleteFrom('pledgeSketch')
    .where('pledge', '=', pledge)
    .$if(hand !== undefined, (all) => all.where('side', '=', hand as Hand))
    .execute()
}
