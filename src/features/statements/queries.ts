import type { ColumnType } from 'kysely'
import type { ConferenceId, PartyCode, SessionId } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { SpeechId } from '../floor/queue/deeds.ts'
import type { PledgeId } from '../pledges/model.ts'
import type { Content, Outcome } from './model.ts'
import type { Delivered } from './standing.ts'

type Json<Kept> = ColumnType<Kept, string | null, string | null>

/** A statement beside the list of speakers. */
export interface Statement {
  speech: SpeechId
  conference: ConferenceId
  session: SessionId
  party: PartyCode
  /** The version that holds; 0: nothing was deposited. */
  number: number
  releaseAt: Temporal.Instant | null
  confirmedAt: Temporal.Instant | null
  confirmedBy: string | null
  publicAt: Temporal.Instant | null
  delivered: Delivered | null
}

/** What was deposited, and when. */
export interface Version {
  speech: SpeechId
  number: number
  at: Temporal.Instant
  by: string
  content: Content
}

/** Who opened a deposited text, and when. */
export interface Opened {
  id: string
  speech: SpeechId
  number: number
  /** Null: its time is over. */
  account: string | null
  at: Temporal.Instant
}

/** A pledge of a statement, and what became of it there; null: nobody has said. */
export interface Named {
  speech: SpeechId
  pledge: PledgeId
  outcome: Outcome | null
  words: Text | null
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    statement: Omit<Statement, 'delivered'> & { delivered: Json<Delivered | null> }
    statementVersion: Omit<Version, 'content'> & { content: ColumnType<Content, string, never> }
    statementReading: Opened
    statementPledge: Omit<Named, 'words'> & { words: Json<Text | null> }
  }
}

type Db = Reading | Writing

export const statementOf = (db: Db, speech: string): Promise<Statement | null> =>
  db
    .selectFrom('statement')
    .selectAll()
    .where('speech', '=', speech as SpeechId)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** The statements of a conference that are public, of every session and party or of one, in no order. */
export const publicStatements = (
  db: Db,
  { conference, session, party }: { conference?: string; session?: string; party?: string },
): Promise<Statement[]> =>
  db
    .selectFrom('statement')
    .selectAll()
    .where('publicAt', 'is not', null)
    .$if(conference !== undefined, (query) =>
      query.where('conference', '=', conference as ConferenceId),
    )
    .$if(session !== undefined, (query) => query.where('session', '=', session as SessionId))
    .$if(party !== undefined, (query) => query.where('party', '=', party as PartyCode))
    .execute()

/** The parties that have a public statement at a conference. */
export const speakingParties = (db: Reading, conference: ConferenceId): Promise<PartyCode[]> =>
  db
    .selectFrom('statement')
    .select('party')
    .distinct()
    .where('conference', '=', conference)
    .where('publicAt', 'is not', null)
    .execute()
    .then((rows) => rows.map(({ party }) => party))

/** Every statement of a conference, public or not: for those who work on them. */
export const statementsAt = (db: Db, conference: ConferenceId): Promise<Statement[]> =>
  db.selectFrom('statement').selectAll().where('conference', '=', conference).execute()

/** Everything deposited of a statement, oldest first. */
export const versionsOf = (db: Db, speech: string): Promise<Version[]> =>
  db
    .selectFrom('statementVersion')
    .selectAll()
    .where('speech', '=', speech as SpeechId)
    .orderBy('number')
    .execute()

/** The versions that hold, by speech. */
export async function heldVersions(
  db: Db,
  statements: readonly Pick<Statement, 'speech'>[],
): Promise<ReadonlyMap<SpeechId, Version>> {
  if (statements.length === 0) return new Map()
  const rows = await db
    .selectFrom('statementVersion')
    .innerJoin('statement', (join) =>
      join
        .onRef('statement.speech', '=', 'statementVersion.speech')
        .onRef('statement.number', '=', 'statementVersion.number'),
    )
    .selectAll('statementVersion')
    .where(
      'statementVersion.speech',
      'in',
      statements.map(({ speech }) => speech),
    )
    .execute()
  return new Map(rows.map((row) => [row.speech, row]))
}

/** Who opened a deposited text, oldest first. */
export const readingsOf = (db: Db, speech: string): Promise<Opened[]> =>
  db
    .selectFrom('statementReading')
    .selectAll()
    .where('speech', '=', speech as SpeechId)
    .orderBy('at')
    .orderBy('id')
    .execute()

/** What was opened at a conference by somebody whom the log still names. */
export const openedAt = (db: Db, conference: ConferenceId): Promise<Pick<Opened, 'id'>[]> =>
  db
    .selectFrom('statementReading')
    .innerJoin('statement', 'statement.speech', 'statementReading.speech')
    .select('statementReading.id')
    .where('statement.conference', '=', conference)
    .where('account', 'is not', null)
    .execute()

/** The pledges of statements, by speech. */
export async function namedIn(
  db: Db,
  speeches: readonly string[],
): Promise<ReadonlyMap<string, Named[]>> {
  if (speeches.length === 0) return new Map()
  const rows = await db
    .selectFrom('statementPledge')
    .selectAll()
    .where('speech', 'in', speeches as SpeechId[])
    .orderBy('pledge')
    .execute()
  return Map.groupBy(rows, ({ speech }) => speech)
}

/** The public statements in which a pledge was announced. */
export const announcing = (db: Reading, pledge: PledgeId): Promise<Statement[]> =>
  db
    .selectFrom('statement')
    .innerJoin('statementPledge', 'statementPledge.speech', 'statement.speech')
    .selectAll('statement')
    .where('statementPledge.pledge', '=', pledge)
    .where('statementPledge.outcome', '=', 'announced')
    .where('statement.publicAt', 'is not', null)
    .execute()

/** Statements whose moment is over, and that are not public. */
export const overdueStatements = (db: Reading, by: string) =>
  db
    .selectFrom('statement')
    .select(['conference', 'session', 'speech', 'releaseAt'])
    .where('publicAt', 'is', null)
    .where('releaseAt', '<=', Temporal.Instant.from(by))
    .execute()

/** Who speaks, by speech, wherever it is: content is null where nobody is named, or not any more. */
export async function speakersAmong(db: Db, speeches: readonly SpeechId[]) {
  if (speeches.length === 0) return new Map<SpeechId, never>()
  const rows = await db
    .selectFrom('floorSpeaker')
    .select(['speech', 'content', 'onBehalfOf'])
    .where('speech', 'in', speeches)
    .execute()
  return new Map(rows.map((row) => [row.speech, row]))
}
