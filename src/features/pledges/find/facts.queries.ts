import { sql } from 'kysely'
import type { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { capabilityNamesOf, categoriesOf, everyTheme } from '../../capabilities/queries.ts'
import { everyMission, everyParty } from '../../parties/queries.ts'
import type { PledgeId } from '../model.ts'
import { listedPledge, retirementOf } from '../queries.ts'
import { type PublicPledge, publicFrom } from '../terms/public.ts'
import { everyEdition, linesOf, type Names, namesFor } from './lines.queries.ts'
import type { Line } from './lines.ts'
import { facetsOffered, foundPledges, knownCount } from './list.queries.ts'
import {
  type Named,
  namedCapability,
  namedEdition,
  namedMission,
  namedParty,
  termsAsked,
} from './names.ts'
import { FILTERS, facetsWished, kindOf, type Wish } from './wish.ts'

/** Everything that a search can name. */
const everyNamed = async (db: Reading): Promise<Named[]> => [
  ...(await everyParty(db)).map(namedParty),
  ...[...(await capabilityNamesOf(db))].map(([code, names]) => namedCapability(code, names)),
  ...(await everyMission(db)).map(namedMission),
  ...[...(await everyEdition(db)).values()].map(namedEdition),
]

/** Everybody whom an entry of a list names. */
const namedIn = ({ parties, beneficiaries }: Line): PartyCode[] => [...parties, ...beneficiaries]

/** One page of the list that a reader asks for, in an alphabet, and all that its filters can offer. */
export async function listFacts(db: Reading, wish: Wish, alphabet: readonly PartyCode[]) {
  const rows = await facetsOffered(db, FILTERS.map(kindOf))
  const facets = new Set(rows.map(({ facet }) => facet))
  const narrowed = {
    facets: facetsWished(wish),
    terms: wish.q === '' ? [] : termsAsked(wish.q, await everyNamed(db), facets),
  }
  const found = await foundPledges(db, {
    ...narrowed,
    order: wish.order,
    alphabet,
    page: wish.page,
    known: knownCount(rows, narrowed),
  })
  const lines = await linesOf(db, found.ids)
  return {
    ...found,
    lines,
    facets,
    names: await namesFor(db, lines.flatMap(namedIn)),
    categories: await categoriesOf(db),
    themes: (await everyTheme(db)).filter(({ scheme }) => scheme === 'cross-cutting'),
    missions: await everyMission(db),
  }
}

/** A listed pledge with the names of everything that it names. */
export async function pledgeFacts(db: Reading, pledge: PublicPledge) {
  const { terms } = pledge
  const codes = [
    ...terms.shares.map(({ party }) => party),
    ...terms.beneficiaries,
    ...pledge.earlier.flatMap((one) => [
      ...one.terms.shares.map(({ party }) => party),
      ...one.terms.beneficiaries,
    ]),
  ]
  const categories = pledge.conference
    ? await categoriesOf(db, pledge.conference as ConferenceId)
    : []
  return {
    pledge,
    names: await namesFor(db, codes),
    categories: new Map(
      categories.flatMap((set) => set.categories.map(({ code, names }) => [code, names] as const)),
    ),
    themes: await everyTheme(db),
    missions: new Map((await everyMission(db)).map((one) => [one.acronym, one])),
    requirements: await requirementWords(
      db,
      terms.requirements.map(({ code }) => code),
    ),
  }
}
export type PledgeFacts = Awaited<ReturnType<typeof pledgeFacts>>

/** What stands at the address of a pledge: the pledge, or why the identifier is none any more, or nothing. */
export async function factsOf(
  db: Reading,
  id: PledgeId,
): Promise<PledgeFacts | { id: PledgeId; retired: Text } | null> {
  const recorded = await listedPledge(db, id)
  if (recorded) return pledgeFacts(db, publicFrom(recorded))
  const retired = await retirementOf(db, id)
  return retired && { id, retired }
}

/** The same, where only a pledge will do. */
export async function pledgeOnly(db: Reading, id: PledgeId): Promise<PledgeFacts | null> {
  const recorded = await listedPledge(db, id)
  return recorded && pledgeFacts(db, publicFrom(recorded))
}

const requirementWords = async (
  db: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Text>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('requirement')
    .select(['id', 'words'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, words }) => [id, words]))
}

/** As many as a page of a party can show. */
const MOST_OF_PARTY = 60

/** The pledges of a party: its own, its part in others', and what is meant for it. */
export async function partyFacts(
  db: Reading,
  party: PartyCode,
): Promise<{ party: PartyCode; lines: PledgeLines; count: number; names: Names } | null> {
  const facets = [`party:${party}`, `beneficiary:${party}`]
  const { rows } = await sql<{ ids: PledgeId[]; count: number }>`
    with found as materialized (
      select id, lead is not distinct from ${party} as own, announced_on
      from pledge where facets && ${facets}::text[]
    )
    select (select count(*)::int from found) as count, array(
      select id from found order by own desc, announced_on, id limit ${MOST_OF_PARTY}
    ) as ids`.execute(db)
  const { ids, count } = rows[0] as { ids: PledgeId[]; count: number }
  if (count === 0) return null
  const lines = await linesOf(db, ids)
  return {
    party,
    lines,
    count,
    names: await namesFor(db, lines.flatMap(namedIn)),
  }
}
type PledgeLines = Awaited<ReturnType<typeof linesOf>>

/** How many listed pledges an edition has. */
export const countOf = (db: Reading, conference: string): Promise<number> =>
  db
    .selectFrom('pledgeFacet')
    .select('pledges')
    .where('facet', '=', `edition:${conference}`)
    .executeTakeFirst()
    .then((row) => row?.pledges ?? 0)
