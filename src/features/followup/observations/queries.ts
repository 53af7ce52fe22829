import { type ColumnType, sql } from 'kysely'
import type { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import type { Audience } from '../../../kernel/people/audience.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { PledgeId } from '../../pledges/model.ts'
import { namesakesOf } from '../../pledges/queries.ts'
import type { Namesake } from '../../pledges/terms/public.ts'
import { audiencesOf, givesIn } from '../known.queries.ts'
import type { Observation, ObservationId } from './model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    observation: {
      id: ObservationId
      conference: ConferenceId | null
      pledges: string[]
      parties: string[]
      by: string[]
      on: string | null
      audience: Audience
      content: ColumnType<Observation, string, string>
      version: number
    }
    observationVersion: {
      observation: ObservationId
      version: number
      replacedAt: Temporal.Instant
      replacedBy: string
      content: ColumnType<Observation, string, never>
    }
  }
}

/** A statement whatever its audience, for whoever records or answers it. */
export const observationOf = (
  db: Reading | Writing,
  id: string,
): Promise<{ observation: Observation; version: number } | null> =>
  db
    .selectFrom('observation')
    .select(['content as observation', 'version'])
    .where('id', '=', id as ObservationId)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** What a statement said before, newest first. */
export const versionsOf = (db: Reading, id: ObservationId) =>
  db
    .selectFrom('observationVersion')
    .select(['version', 'replacedAt', 'content'])
    .where('observation', '=', id)
    .orderBy('version', 'desc')
    .execute()

const seenBy = (db: Reading, reader: Audience) =>
  db
    .selectFrom('observation')
    .select('observation.content')
    .where('observation.audience', 'in', audiencesOf(reader))
    .orderBy('observation.on', (order) => order.asc().nullsLast())
    .orderBy('observation.id')

/** What is said of a pledge, oldest first. */
export const observationsOf = (
  db: Reading,
  pledge: PledgeId,
  reader: Audience = 'public',
): Promise<Observation[]> =>
  seenBy(db, reader)
    .where('observation.pledges', '@>', sql<string[]>`array[${pledge}]`)
    .execute()
    .then((rows) => rows.map(({ content }) => content))

/** What everybody may see of what is said of some pledges, by pledge, oldest first. */
export async function observationsOfEach(
  db: Reading,
  pledges: readonly PledgeId[],
): Promise<ReadonlyMap<PledgeId, Observation[]>> {
  if (pledges.length === 0) return new Map()
  const rows = await seenBy(db, 'public')
    .where('observation.pledges', '&&', sql<string[]>`${pledges}::text[]`)
    .execute()
  return new Map(
    pledges.map((id) => [
      id,
      rows.map(({ content }) => content).filter((said) => said.pledges.includes(id)),
    ]),
  )
}

/** Statements with the pledges that everybody may see; what is only about others is left out. */
export interface Statements {
  statements: Observation[]
  pledges: ReadonlyMap<PledgeId, Namesake>
}

/** What is said of an edition as a whole, or of a state at it, oldest first. */
export const observationsOn = (db: Reading, conference: ConferenceId): Promise<Observation[]> =>
  seenBy(db, 'public')
    .where('observation.conference', '=', conference)
    .where('observation.pledges', '=', sql<string[]>`'{}'`)
    .execute()
    .then((rows) => rows.map(({ content }) => content))

/** What is said of a party, or of a pledge in which it promises something, and what it says itself; oldest first. */
export async function statementsOn(db: Reading, party: PartyCode): Promise<Statements> {
  const rows = await seenBy(db, 'public')
    .where(
      sql<boolean>`(observation.parties @> array[${party as string}]
        or observation.by @> array[${party as string}]
        or exists (select from pledge where pledge.id = any(observation.pledges) and ${givesIn(party)}))`,
    )
    .execute()
  return listed(
    db,
    rows.map(({ content }) => content),
  )
}

/** Every statement that everybody may see. */
export async function everyObservation(db: Reading): Promise<Statements> {
  const rows = await seenBy(db, 'public').execute()
  return listed(
    db,
    rows.map(({ content }) => content),
  )
}

async function listed(db: Reading, said: readonly Observation[]): Promise<Statements> {
  const named = await namesakesOf(db, [...new Set(said.flatMap(({ pledges }) => pledges))])
  const pledges = new Map(named.map((one) => [one.id, one]))
  return {
    pledges,
    statements: said
      .map((one) => ({ ...one, shown: one.pledges.filter((id) => pledges.has(id)) }))
      .filter((one) => one.pledges.length === 0 || one.shown.length > 0)
      .map(({ shown, ...one }) => ({ ...one, pledges: shown })),
  }
}
