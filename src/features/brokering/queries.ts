import type { ColumnType } from 'kysely'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import { unknownCapabilities } from '../capabilities/queries.ts'
import { unknownMissions } from '../offers/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import type { RunId } from '../partnerships/runs/model.ts'
import type { PledgeId } from '../pledges/model.ts'
import {
  type Asked,
  type Deed,
  type Proposal,
  type ProposalId,
  partiesIn,
  USUAL_DAYS,
  type Wording,
} from './model.ts'
import type { KnownNames } from './rules.ts'

type Facts<Kind> = ColumnType<Kind, string, string>
type MaybeFacts<Kind> = ColumnType<Kind | null, string | null, string | null>

/** What was done to a proposal, and how it was worded from then on where that changed. */
export interface Done {
  position: number
  deed: Deed
  at: Temporal.Instant
  party: PartyCode | null
  version: number
  /** For the secretariat alone. */
  words: string | null
  wording: Wording | null
}

/** What somebody says on a proposal. */
export interface Note {
  id: string
  at: Temporal.Instant
  /** Null: the secretariat. */
  party: PartyCode | null
  /** The party that alone reads it with the secretariat; null: all whom the proposal names. */
  aloneWith: PartyCode | null
  words: string
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    proposal: Omit<Proposal, 'wording'> & { wording: Facts<Wording> }
    proposalParty: Asked & { proposal: ProposalId }
    proposalDeed: Omit<Done, 'wording'> & {
      proposal: ProposalId
      by: string
      wording: MaybeFacts<Wording>
    }
    proposalNote: Note & { proposal: ProposalId; by: string }
    proposalRhythm: { conference: ConferenceId; days: number }
  }
}

/** Every proposal of a conference, the newest first. */
export const proposalsAt = (db: Reading | Writing, conference: ConferenceId): Promise<Proposal[]> =>
  db
    .selectFrom('proposal')
    .selectAll()
    .where('conference', '=', conference)
    .orderBy('suggestedAt', 'desc')
    .orderBy('id')
    .execute()

export const proposalOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  id: ProposalId,
): Promise<Proposal | null> =>
  db
    .selectFrom('proposal')
    .selectAll()
    .where('conference', '=', conference)
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** The proposals that were made for a need of a calculation, the newest first. */
export const proposalsFor = (
  db: Reading | Writing,
  run: RunId,
  requirement: string,
): Promise<Proposal[]> =>
  db
    .selectFrom('proposal')
    .selectAll()
    .where('run', '=', run)
    .where('requirement', '=', requirement)
    .orderBy('suggestedAt', 'desc')
    .orderBy('id')
    .execute()

/** The proposal from which a joint pledge came; null where it came from none. */
export const proposalOfPledge = (db: Reading, pledge: PledgeId): Promise<Proposal | null> =>
  db
    .selectFrom('proposal')
    .selectAll()
    .where('pledge', '=', pledge)
    .executeTakeFirst()
    .then((row) => row ?? null)

const ASKED = [
  ...(['proposal', 'party', 'askedAt', 'remindedAt', 'answer', 'version'] as const),
  ...(['words', 'answeredAt', 'answeredBy'] as const),
] as const

/** Whom a proposal asked, and what each said last. */
export const askedOf = (db: Reading | Writing, proposal: ProposalId): Promise<Asked[]> =>
  askedOfEach(db, [proposal]).then((all) => all.get(proposal) ?? [])

/** The same of some proposals. */
export async function askedOfEach(
  db: Reading | Writing,
  proposals: readonly ProposalId[],
): Promise<ReadonlyMap<ProposalId, Asked[]>> {
  if (proposals.length === 0) return new Map()
  const rows = await db
    .selectFrom('proposalParty')
    .select([...ASKED])
    .where('proposal', '=', (from) => from.fn.any(from.val(proposals)))
    .orderBy('party')
    .execute()
  return Map.groupBy(rows, ({ proposal }) => proposal)
}

/** What was done to a proposal, the newest first, without who did it. */
export const deedsOf = (db: Reading | Writing, proposal: ProposalId): Promise<Done[]> =>
  db
    .selectFrom('proposalDeed')
    .select(['position', 'deed', 'at', 'party', 'version', 'words', 'wording'])
    .where('proposal', '=', proposal)
    .orderBy('position', 'desc')
    .execute()

/** What was said on a proposal, the oldest first. */
export const notesOn = (db: Reading, proposal: ProposalId): Promise<Note[]> =>
  db
    .selectFrom('proposalNote')
    .select(['id', 'at', 'party', 'aloneWith', 'words'])
    .where('proposal', '=', proposal)
    .orderBy('at')
    .orderBy('id')
    .execute()

/** After how many days without an answer parties are reminded at a conference. */
export const daysAt = (db: Reading | Writing, conference: ConferenceId): Promise<number> =>
  db
    .selectFrom('proposalRhythm')
    .select('days')
    .where('conference', '=', conference)
    .executeTakeFirst()
    .then((row) => row?.days ?? USUAL_DAYS)

/** Every proposal that waits for answers, wherever it is. */
export const waitingProposals = (db: Reading): Promise<Proposal[]> =>
  db.selectFrom('proposal').selectAll().where('state', '=', 'contacted').orderBy('id').execute()

/** What a wording names, as far as it is there. */
export async function namesKnownTo(
  db: Reading | Writing,
  wording: Pick<Wording, 'capability' | 'mission' | 'shares'>,
): Promise<KnownNames> {
  const { capability, mission } = wording
  const parties = await partiesOf(db, partiesIn(wording))
  return {
    kinds: new Map([...parties.values()].map(({ code, kind }) => [code, kind])),
    unknown: {
      capabilities: await unknownCapabilities(db, [capability]),
      missions: await unknownMissions(db, mission === null ? [] : [mission]),
    },
  }
}
