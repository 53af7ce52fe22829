import type { ColumnType } from 'kysely'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Delegation, Invitation, Reply } from './invitations/model.ts'
import { type Rules, usualRules } from './rules.model.ts'

type Json<Kept> = ColumnType<Kept, string | null, string | null>
type Moment = Temporal.Instant

declare module '../../platform/database/tables.ts' {
  interface Tables {
    delegationRules: {
      conference: string
      version: number
      content: ColumnType<Rules, string, string>
    }
    delegation: {
      conference: ConferenceId
      party: PartyCode
      state: Delegation['state']
      version: number
      invitation: Json<Invitation | null>
      reply: Json<Reply | null>
      sentAt: Moment | null
      remindedAt: Moment | null
      quota: number | null
    }
    delegationVersion: {
      conference: string
      party: string
      version: number
      at: Moment
      by: string
      deed: string
      reason: string | null
      content: ColumnType<Past, string, never>
    }
  }
}

/** What a delegation said before it was changed. */
export type Past = Pick<Delegation, 'state' | 'invitation' | 'reply' | 'quota'>

/** What a conference asks of its delegations: what it decided, else what is usual. */
export const rulesOf = (
  db: Reading | Writing,
  conference: string,
): Promise<{ rules: Rules; version: number }> => {
  // What was decided before something more was asked says nothing of it.
  const usual = usualRules(ConferenceId.parse(conference))
  return db
    .selectFrom('delegationRules')
    .select(['content', 'version'])
    .where('conference', '=', conference)
    .executeTakeFirst()
    .then((row) =>
      row
        ? { rules: { ...usual, ...row.content }, version: row.version }
        : { rules: usual, version: 0 },
    )
}

export const delegationOf = (
  db: Reading | Writing,
  conference: string,
  party: string,
): Promise<Delegation | null> =>
  db
    .selectFrom('delegation')
    .selectAll()
    .where('conference', '=', ConferenceId.parse(conference))
    .where('party', '=', party as PartyCode)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** Every delegation of a conference, by the code of its party: whoever prints them chooses a real order. */
export const delegationsAt = (db: Reading | Writing, conference: string): Promise<Delegation[]> =>
  db
    .selectFrom('delegation')
    .selectAll()
    .where('conference', '=', ConferenceId.parse(conference))
    .orderBy('party')
    .execute()

/** What was changed of a delegation, newest first. */
export const delegationPast = (db: Reading, conference: string, party: string) =>
  db
    .selectFrom('delegationVersion')
    .select(['version', 'at', 'by', 'deed', 'reason', 'content'])
    .where('conference', '=', conference)
    .where('party', '=', party)
    .orderBy('version', 'desc')
    .execute()
