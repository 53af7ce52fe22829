import type { ColumnType } from 'kysely'
import type { ConferenceId, FileId, PartyCode } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Signature } from '../conferences/settings.model.ts'
import type { Paragraph } from './drafting/paragraphs.ts'
import type { OfDocument, Settings, State } from './model.ts'
import type { Act } from './positions.model.ts'
import type { Proposal, ProposalState } from './proposals.model.ts'

type Facts<Kind> = ColumnType<Kind, string, string>
type Moment = Temporal.Instant

/** A document as it stands in its table; `stateAt` tells how it stands now. */
export interface DocumentRow {
  conference: string
  document: string
  state: State
  version: number
  settings: Settings
  /** The draft that was circulated last. */
  draft: number | null
  deadline: Moment | null
  adoptedOn: string | null
}

export interface DraftRow {
  number: number
  paragraphs: readonly Paragraph[]
  note: Text | null
  at: Moment
  circulatedAt: Moment | null
}

/** A deed to a document. */
export interface DeedRow {
  deed: string
  at: Moment
  by: string
  draft: number | null
  deadline: Moment | null
  party: PartyCode | null
  reason: string | null
}

export interface ProposalRow {
  id: string
  draft: number
  party: PartyCode
  state: ProposalState
  content: Proposal
  at: Moment
  answer: string | null
  answeredAt: Moment | null
}

export interface PositionRow {
  party: PartyCode
  act: Act
  on: string
  statement: Text | null
  paragraphs: readonly string[]
  file: FileId | null
  byNote: boolean
  at: Moment
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    outcomeDocument: Omit<DocumentRow, 'settings'> & { settings: Facts<Settings> }
    outcomeDraft: Omit<DraftRow, 'paragraphs' | 'note'> &
      OfRow & {
        paragraphs: Facts<readonly Paragraph[]>
        note: ColumnType<Text | null, string | null, never>
        by: string
      }
    outcomeDeed: DeedRow & OfRow & { position: number }
    outcomeProposal: Omit<ProposalRow, 'content'> &
      OfRow & { content: Facts<Proposal>; by: string; answeredBy: string | null }
    outcomePosition: Omit<PositionRow, 'statement' | 'paragraphs'> &
      OfRow & {
        position: number
        statement: ColumnType<Text | null, string | null, never>
        paragraphs: Facts<readonly string[]>
        by: string
      }
    outcomeSignOff: Signature & OfRow & { draft: number; signedAt: Moment }
  }
}

interface OfRow {
  conference: string
  document: string
}

type Db = Reading | Writing

export const documentOf = (db: Db, { conference, document }: OfDocument) =>
  db
    .selectFrom('outcomeDocument')
    .selectAll()
    .where('conference', '=', conference)
    .where('document', '=', document)
    .executeTakeFirst()
    .then((row): DocumentRow | null => row ?? null)

/** Every document of a conference, by its address. */
export const documentsAt = (db: Db, conference: ConferenceId): Promise<DocumentRow[]> =>
  db
    .selectFrom('outcomeDocument')
    .selectAll()
    .where('conference', '=', conference)
    .orderBy('document')
    .execute()

/** The drafts of a document, newest first. */
export const draftsOf = (db: Db, { conference, document }: OfDocument): Promise<DraftRow[]> =>
  db
    .selectFrom('outcomeDraft')
    .select(['number', 'paragraphs', 'note', 'at', 'circulatedAt'])
    .where('conference', '=', conference)
    .where('document', '=', document)
    .orderBy('number', 'desc')
    .execute()

/** What was done to a document, newest first. */
export const deedsOf = (db: Db, { conference, document }: OfDocument): Promise<DeedRow[]> =>
  db
    .selectFrom('outcomeDeed')
    .select(['deed', 'at', 'by', 'draft', 'deadline', 'party', 'reason'])
    .where('conference', '=', conference)
    .where('document', '=', document)
    .orderBy('position', 'desc')
    .execute()

/** What delegations propose, oldest first. */
export const proposalsOf = (db: Db, { conference, document }: OfDocument): Promise<ProposalRow[]> =>
  db
    .selectFrom('outcomeProposal')
    .select(['id', 'draft', 'party', 'state', 'content', 'at', 'answer', 'answeredAt'])
    .where('conference', '=', conference)
    .where('document', '=', document)
    .orderBy('at')
    .orderBy('id')
    .execute()

export const proposalById = (db: Db, id: string) =>
  db
    .selectFrom('outcomeProposal')
    .select(['id', 'conference', 'document', 'draft', 'party', 'state', 'content'])
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** What delegations say of an adopted document, in the order in which it was recorded. */
export const positionsOf = (db: Db, { conference, document }: OfDocument): Promise<PositionRow[]> =>
  db
    .selectFrom('outcomePosition')
    .select(['party', 'act', 'on', 'statement', 'paragraphs', 'file', 'byNote', 'at'])
    .where('conference', '=', conference)
    .where('document', '=', document)
    .orderBy('on')
    .orderBy('at')
    .orderBy('party')
    .orderBy('position')
    .execute()

/** Who has signed off a draft, in the order in which they did. */
export const signaturesOf = (db: Db, { conference, document }: OfDocument, draft: number) =>
  db
    .selectFrom('outcomeSignOff')
    .select(['side', 'signedBy', 'signedAt'])
    .where('conference', '=', conference)
    .where('document', '=', document)
    .where('draft', '=', draft)
    .orderBy('signedAt')
    .execute()
