import type { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import type { Writing } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { partyOf } from '../../parties/queries.ts'
import { delegationOf, rulesOf } from '../queries.ts'
import { isClosed } from '../rules.model.ts'
import { membersOf } from './queries.ts'

/** What deeds on the members of a delegation look at. */
export const knownOf = async (db: Writing, conference: ConferenceId, party: PartyCode) => ({
  zone: (await outlineById(db, conference))?.zone ?? null,
  kind: (await partyOf(db, party))?.kind ?? 'state',
  delegation: await delegationOf(db, conference, party),
  members: await membersOf(db, conference, party),
  ...(await rulesOf(db, conference)),
})
export type Known = Awaited<ReturnType<typeof knownOf>>

/** Whether names are closed to the delegation. */
export const closedFor = ({ rules, zone }: Pick<Known, 'rules' | 'zone'>, now: Temporal.Instant) =>
  isClosed(rules, zone ?? 'UTC', now)
