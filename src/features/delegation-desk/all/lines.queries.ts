import { sql } from 'kysely'
import type { ConferenceId } from '../../../kernel/ids.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { documentStatesAt } from '../../delegations/documents/queries.ts'
import { counts } from '../../delegations/participants/life.model.ts'
import { countsAt } from '../../delegations/participants/queries.ts'
import { delegationsAt, rulesOf } from '../../delegations/queries.ts'
import { quotaOf } from '../../delegations/rules.model.ts'
import { partiesOf } from '../../parties/queries.ts'
import { bestOf, type Letters, type Line, NO_LETTERS } from './lines.ts'

const KINDS = ['delegations.invitation', 'delegations.reminder']

/** What became of the letters that invite and remind, by party. */
async function lettersAt(db: Reading, conference: string): Promise<ReadonlyMap<string, Letters>> {
  const rows = await db
    .selectFrom('mail')
    .select(['about', 'state', sql<number>`count(*)::int`.as('letters')])
    .where('kind', 'in', KINDS)
    .where('about', 'like', `delegation/${conference}/%`)
    .groupBy(['about', 'state'])
    .execute()
  const found = new Map<string, Letters>()
  for (const { about, state, letters } of rows) {
    const party = about.split('/').at(-1) ?? ''
    found.set(party, { ...(found.get(party) ?? NO_LETTERS), [state]: letters })
  }
  return found
}

/** All delegations of a conference with what is counted of each, and what the conference asks of them. */
export async function linesAt(db: Reading, conference: ConferenceId) {
  const { rules } = await rulesOf(db, conference)
  const delegations = await delegationsAt(db, conference)
  const parties = await partiesOf(
    db,
    delegations.map(({ party }) => party),
  )
  const people = Map.groupBy(await countsAt(db, conference), ({ party }) => party)
  const papers = Map.groupBy(await documentStatesAt(db, conference), ({ party }) => party)
  const letters = await lettersAt(db, conference)
  const lines = delegations.flatMap((delegation): Line[] => {
    const party = parties.get(delegation.party)
    if (!party) return []
    const there = people.get(delegation.party) ?? []
    const sum = (some: typeof there) => some.reduce((all, one) => all + one.people, 0)
    return [
      {
        ...{ delegation, party, quota: quotaOf(rules, party.kind, delegation.quota) },
        used: sum(there.filter(({ state }) => counts(state))),
        submitted: sum(there.filter(({ state }) => state === 'submitted')),
        document: bestOf((papers.get(delegation.party) ?? []).map(({ state }) => state)),
        letters: letters.get(delegation.party) ?? NO_LETTERS,
      },
    ]
  })
  return { rules, lines }
}
