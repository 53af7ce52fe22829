import { sql } from 'kysely'
import type { ConferenceId } from '../../../kernel/ids.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { documentStatesAt } from '../../delegations/documents/queries.ts'
import { counts } from '../../delegations/participants/life.model.ts'
import { countsAt } from '../../delegations/participants/queries.ts'
import { delegationsAt, rulesOf } from '../../delegations/queries.ts'
import { quotaOf } from '../../delegations/rules.model.ts'
import { partiesOf } from '../../parties/queries.ts'
import { type Letters, type Line, NO_LETTERS, stateOfPapers, type TaskFilter } from './lines.ts'

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
        document: stateOfPapers((papers.get(delegation.party) ?? []).map(({ state }) => state)),
        letters: letters.get(delegation.party) ?? NO_LETTERS,
      },
    ]
  })
  return { rules, lines }
}

const of = (conference: ConferenceId) => ({
  ready: sql`from delegation where conference = ${conference} and state = 'prepared'
    and jsonb_array_length(invitation -> 'addresses') > 0`,
  'no-reply': sql`from delegation where conference = ${conference} and state = 'sent'`,
  'to-verify': sql`from (select distinct party from delegation_document
    where conference = ${conference} and state = 'received') as waiting`,
  'letter-back': sql`from (select distinct about from mail where state = 'failed'
    and kind in (${sql.join(KINDS)}) and about like ${`delegation/${conference}/%`}) as back`,
})

/** How many delegations are among those of a filter, without reading them: a start page counts several. */
export async function countOf(
  db: Reading,
  conference: ConferenceId,
  filter: TaskFilter,
): Promise<number> {
  const counted = sql<{ count: number }>`select count(*)::int as count ${of(conference)[filter]}`
  const { rows } = await counted.execute(db)
  return rows[0]?.count ?? 0
}
