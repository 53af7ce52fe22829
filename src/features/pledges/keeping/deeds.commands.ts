import type { Actor } from '../../../kernel/actor.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Circumstances, Writing } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { outlineById } from '../../conferences/queries.ts'
import type { Whose } from '../life.model.ts'
import type { PledgeId } from '../model.ts'
import { type History, historyOf, type PledgeRecord, recordOf } from '../queries.ts'
import { giversOf, partiesOf } from '../shares.model.ts'
import { type Sighted, sightOf } from '../sight.model.ts'
import { invitedTo } from '../writing/queries.ts'
import { keepDeed, keepVersions, nameOf, savePledge, touched } from './save.commands.ts'

/** A pledge as a deed finds it. */
export interface Loaded {
  record: PledgeRecord | null
  history: History
  /** To whom its author has shown it. */
  invited: readonly PartyCode[]
  /** Of the conference's wall times: an announcement is of that day. */
  zone: string
}

/** What a deed makes of a record. */
export interface Change {
  before: PledgeRecord | null
  after: PledgeRecord
  history: History
  deed: string
  at: Temporal.Instant
  by: string
  party: PartyCode | null
  note: Text | null
}

export async function load(db: Writing, { pledge }: { pledge: PledgeId }): Promise<Loaded> {
  const record = await recordOf(db, pledge)
  const outline = record?.conference ? await outlineById(db, record.conference) : null
  return {
    record,
    history: await historyOf(db, pledge),
    invited: await invitedTo(db, pledge),
    zone: outline?.zone ?? 'UTC',
  }
}

/** Whose a record is; one that is not there is nobody's. */
export const whose = (record: PledgeRecord | null): Whose => ({
  conference: record?.conference ?? null,
  lead: record?.lead ?? null,
  givers: record ? giversOf(record.terms.shares) : [],
  onBehalf: record?.onBehalf ?? false,
})

/** Whose a record is, and how far it has come. */
export const lived = (record: PledgeRecord | null) => ({
  ...whose(record),
  state: record?.state ?? ('draft' as const),
  announcedOn: record?.announcedOn ?? null,
})

/** A record with all that decides who may know of it. */
export const sighted = (record: PledgeRecord, invited: readonly PartyCode[]): Sighted => ({
  ...whose(record),
  state: record.state,
  announcedOn: record.announcedOn,
  audience: record.audience,
  parties: partiesOf(record.terms.shares),
  invited,
  handedIn: record.handedInAt !== null,
})

/**
 * The record, for whoever may know of it; to everybody else it is not there. A deed that asks this way tells nobody
 * that somebody else is writing something.
 */
export function known(
  { record, invited }: Omit<Loaded, 'history' | 'zone'>,
  actor: Actor,
): PledgeRecord {
  const seen = record !== null && sightOf(actor, sighted(record, invited)) !== null
  if (!record || !seen) throw new Refusal('pledges.unknown-pledge', 409, { codes: '' })
  return record
}

/** What whoever edits a pledge has seen of it. */
export const versionOfRecord = ({ record }: Pick<Loaded, 'record'>): string =>
  versionOf(record && { terms: record.terms, audience: record.audience, state: record.state })

/** A change of a record, done now by whoever does it. */
export const changing = (
  { record: before, history }: Pick<Loaded, 'record' | 'history'>,
  after: PledgeRecord,
  deed: string,
  circumstances: Circumstances,
  { party = null, note = null }: { party?: PartyCode | null; note?: Text | null } = {},
): Change => ({
  ...{ before, after, history, deed, party, note },
  at: circumstances.now,
  by: nameOf(circumstances),
})

export async function save(db: Writing, change: Change): Promise<void> {
  const { before, after, history, deed, at, by, party, note } = change
  if (before && before.version !== after.version) {
    await keepVersions(db, [{ record: before, history, at, by, why: note }])
  }
  await savePledge(db, after, history)
  await keepDeed(db, after.id, { deed, at, by, party, note })
}

/** How a command on one pledge ends. */
export const outcome = {
  save,
  subject: ({ after }: Change) => `pledge/${after.id}`,
  answer: ({ after }: Change): Record<string, unknown> => ({
    pledge: after.id,
    state: after.state,
    version: after.version,
  }),
  touches: ({ before, after }: Change) => touched(before, after),
}
