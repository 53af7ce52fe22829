import type { PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { dueReports } from '../followup/reports/due.ts'
import { awaited, everyRound } from '../followup/reports/queries.ts'
import type { Round } from '../followup/reports/rounds.model.ts'
import type { PledgeId } from '../pledges/model.ts'

/** The rounds of reports that ask about a conference and have opened, the first to be due first. */
export const openRounds = async (
  db: Reading,
  conference: string,
  today: string,
): Promise<Round[]> =>
  (await everyRound(db))
    .filter(
      ({ opens, conferences }) => opens <= today && (conferences as string[]).includes(conference),
    )
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))

/** The pledges on which a party's report is awaited, each with its round. */
export async function reportsDue(
  db: Reading,
  { conference, party, today }: { conference: string; party: PartyCode; today: string },
): Promise<ReadonlyMap<PledgeId, Round>> {
  const due = new Map<PledgeId, Round>()
  for (const round of await openRounds(db, conference, today)) {
    const { pledges, reports } = await awaited(db, round)
    const own = dueReports(pledges, reports, round, today).find((one) => one.party === party)
    for (const id of own?.pledges ?? []) if (!due.has(id)) due.set(id, round)
  }
  return due
}
