import type { Writing } from '../../../platform/command/command.ts'
import type { PledgeId } from '../model.ts'

/** Leaves the announcing of pledges to whoever confirms what was said in a speech; called by that deed's `save`. */
export async function awaitSpeech(
  db: Writing,
  speech: string,
  pledges: readonly PledgeId[],
): Promise<void> {
  if (pledges.length === 0) return
  await db
    .insertInto('pledgeAwaited')
    .values(pledges.map((pledge) => ({ pledge, speech })))
    .onConflict((conflict) => conflict.column('pledge').doUpdateSet({ speech }))
    .execute()
}

/** Lets everything go that waited for a speech. */
export async function letGo(db: Writing, speech: string): Promise<void> {
  await db.deleteFrom('pledgeAwaited').where('speech', '=', speech).execute()
}
