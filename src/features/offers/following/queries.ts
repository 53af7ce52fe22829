import type { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { CapabilityCode } from '../../capabilities/model.ts'
import { type BoardSide, follows, type Subscription } from './model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    offerSubscription: Subscription & { since: Temporal.Instant }
  }
}

/** What somebody follows at a conference. */
export const subscriptionsOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  account: string,
): Promise<Subscription[]> =>
  db
    .selectFrom('offerSubscription')
    .select(['account', 'conference', 'side', 'capability'])
    .where('conference', '=', conference)
    .where('account', '=', account)
    .orderBy('side')
    .orderBy('capability')
    .execute()

/**
 * The accounts that follow something on the board of a conference and still read it: who is no focal point there any
 * more is told nothing. Nor are those of the party that offers it.
 */
export async function followersOf(
  db: Reading | Writing,
  conference: ConferenceId,
  on: { side: BoardSide; capability: CapabilityCode | null; party: PartyCode | null },
): Promise<string[]> {
  const rows = await db
    .selectFrom('offerSubscription')
    .innerJoin('holding', 'holding.account', 'offerSubscription.account')
    .select(['offerSubscription.account', 'side', 'capability', 'holding.party'])
    .where('offerSubscription.conference', '=', conference)
    .where('side', '=', on.side)
    .where('holding.role', '=', 'focal-point')
    .where('holding.conference', '=', conference)
    .where('holding.until', 'is', null)
    .execute()
  const told = rows.filter((row) => row.party !== on.party && follows(row, on))
  return [...new Set(told.map(({ account }) => account))].toSorted()
}
