import type { PartyCode } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { capabilityNamesOf } from '../capabilities/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import { publishedProgramme } from '../programme/queries.ts'
import type { Facts, Names } from './facts.ts'

const distinct = <Item>(items: readonly Item[]) => [...new Set(items)]

/** The names of everything that some notices name; what is not there any more is left out. */
export async function namesIn(db: Reading, all: readonly Facts[]): Promise<Names> {
  const codes = distinct(all.flatMap(({ party }) => party ?? [])) as PartyCode[]
  const ids = distinct(all.flatMap(({ conference }) => conference ?? []))
  const withSessions = all.filter(({ sessions }) => sessions !== undefined)
  const rounds = distinct(all.flatMap(({ round }) => round ?? []))
  return {
    conferences: await conferencesOf(db, ids),
    parties: codes.length === 0 ? new Map() : await partiesOf(db, codes),
    capabilities: all.some(({ capability }) => capability !== undefined)
      ? await capabilityNamesOf(db)
      : new Map(),
    sessions: await sessionsAt(
      db,
      distinct(withSessions.flatMap(({ conference }) => conference ?? [])),
    ),
    rounds: await roundsOf(db, rounds),
    documents: await documentsOf(db, all),
  }
}

async function documentsOf(db: Reading, all: readonly Facts[]): Promise<Names['documents']> {
  const named = all.flatMap(({ conference, document }) =>
    conference && document ? [{ conference, document }] : [],
  )
  if (named.length === 0) return new Map()
  const rows = await db
    .selectFrom('outcomeDocument')
    .select(['conference', 'document', 'settings'])
    .where('conference', 'in', distinct(named.map(({ conference }) => conference)))
    .execute()
  return new Map(
    rows.map(({ conference, document, settings }) => [`${conference}/${document}`, settings.name]),
  )
}

async function conferencesOf(db: Reading, ids: readonly string[]): Promise<Names['conferences']> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('conference')
    .select(['id', 'outline'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, outline }) => [id, outline]))
}

async function sessionsAt(
  db: Reading,
  conferences: readonly string[],
): Promise<ReadonlyMap<string, Text>> {
  const titles = new Map<string, Text>()
  for (const conference of conferences) {
    const programme = await publishedProgramme(db, conference)
    for (const { id, title } of [...(programme?.sessions ?? []), ...(programme?.withdrawn ?? [])]) {
      titles.set(id, title)
    }
  }
  return titles
}

async function roundsOf(db: Reading, ids: readonly string[]): Promise<Names['rounds']> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('reportRound')
    .select(['id', 'name', 'due'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...round }) => [id, round]))
}
