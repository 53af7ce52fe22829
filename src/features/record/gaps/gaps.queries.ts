import { sql } from 'kysely'
import type { Reading } from '../../../platform/database/tables.ts'
import { capabilityNamesOf, everyPaper } from '../../capabilities/queries.ts'
import type { RequirementId } from '../../capabilities/requirements.model.ts'
import { outlinesOf, theSeries } from '../../conferences/queries.ts'
import { partiesOf } from '../../parties/queries.ts'
import { ledgerOf } from '../queries.ts'
import type { GapsFacts, NeedFacts } from './facts.ts'
import { type Accepted, type Answering, acceptedIn } from './measures.ts'

export async function needFacts(db: Reading): Promise<NeedFacts | null> {
  const series = await theSeries(db)
  if (!series) return null
  const outlines = await outlinesOf(db, series.id)
  return {
    papers: await everyPaper(db),
    entries: (await ledgerOf(db)).entries,
    editions: outlines.filter(({ kind }) => kind === 'summit' || kind === 'ministerial'),
    names: await capabilityNamesOf(db),
  }
}

export async function gapsFacts(db: Reading): Promise<GapsFacts | null> {
  const needs = await needFacts(db)
  if (!needs) return null
  const issuers = needs.papers.flatMap(({ issuer }) => ('party' in issuer ? [issuer.party] : []))
  const ofMissions = needs.papers
    .flatMap(({ requirements }) => requirements)
    .filter(({ mission, quantity }) => mission !== null && quantity.kind !== 'none')
    .map(({ id }) => id)
  return {
    ...needs,
    parties: await partiesOf(db, [...new Set(issuers)]),
    accepted: await acceptedFor(db, ofMissions),
  }
}

/** The shares that were accepted for some needs. */
async function acceptedFor(db: Reading, needs: readonly RequirementId[]): Promise<Accepted> {
  if (needs.length === 0) return new Map()
  const facets = needs.map((id) => `requirement:${id}`)
  const rows = await db
    .selectFrom('pledge')
    .select([
      sql<Answering['shares']>`terms->'shares'`.as('shares'),
      sql<Answering['quantity']>`terms->'quantity'`.as('quantity'),
      sql<Answering['requirements']>`terms->'requirements'`.as('requirements'),
      sql<Answering['audiences']>`terms->'audiences'`.as('audiences'),
    ])
    .where('listed', '=', true)
    .where('facets', '&&', sql<string[]>`${facets}::text[]`)
    .execute()
  return acceptedIn(rows)
}
