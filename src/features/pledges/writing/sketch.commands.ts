import type { Writing } from '../../../platform/command/command.ts'
import type { PledgeId } from '../model.ts'
import type { Hand, Sketch } from './sketch.model.ts'

/** What somebody has typed of a pledge. */
export interface Typed {
  pledge: PledgeId
  content: Sketch
  at: Temporal.Instant
  by: string
  hand?: Hand
}

/** Keeps what was typed of pledges, in the place of what stood there. */
export async function keepSketches(db: Writing, typed: readonly Typed[]): Promise<void> {
  if (typed.length === 0) return
  const rows = typed.map(({ pledge, content, at, by, hand: side = 'author' }) => {
    return { pledge, side, content: JSON.stringify(content), savedAt: at, savedBy: by }
  })
  await db
    .insertInto('pledgeSketch')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['pledge', 'side']).doUpdateSet(({ ref }) => ({
        content: ref('excluded.content'),
        savedAt: ref('excluded.savedAt'),
        savedBy: ref('excluded.savedBy'),
      })),
    )
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
