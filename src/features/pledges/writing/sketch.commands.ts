import { sql } from 'kysely'
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
  const each = <Value>(of: (one: Typed) => Value) => typed.map(of)
  await sql`
    insert into pledge_sketch (pledge, side, content, saved_at, saved_by)
    select * from unnest(
      ${each(({ pledge }) => pledge)}::text[], ${each(({ hand = 'author' }) => hand)}::text[],
      ${each(({ content }) => JSON.stringify(content))}::jsonb[],
      ${each(({ at }) => at.toString())}::timestamptz[], ${each(({ by }) => by)}::text[]
    )
    on conflict (pledge, side) do update set
      content = excluded.content, saved_at = excluded.saved_at, saved_by = excluded.saved_by
  `.execute(db)
}

/** Forgets what was typed: it has become terms, or is about others than stand there now. */
export async function dropSketch(db: Writing, pledge: PledgeId, hand?: Hand): Promise<void> {
  await db
    .deleteFrom('pledgeSketch')
    .where('pledge', '=', pledge)
    .$if(hand !== undefined, (all) => all.where('side', '=', hand as Hand))
    .execute()
}
