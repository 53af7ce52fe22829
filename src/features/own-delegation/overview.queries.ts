import type { Actor } from '../../kernel/actor.ts'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { outlineById } from '../conferences/queries.ts'
import { documentsOf } from '../delegations/documents/queries.ts'
import { membersOf } from '../delegations/participants/queries.ts'
import { delegationOf, rulesOf } from '../delegations/queries.ts'
import { speaksForDelegation } from '../delegations/who.model.ts'
import { partyOf } from '../parties/queries.ts'
import { type Overview, withoutVetting } from './overview.ts'

/** A delegation with its papers and people, as somebody may see it; null: there is no such conference or party. */
export async function overviewOf(
  db: Reading,
  conference: ConferenceId,
  code: PartyCode,
  actor: Actor,
): Promise<Overview | null> {
  const outline = await outlineById(db, conference)
  const party = await partyOf(db, code)
  if (!outline || !party) return null
  const overview = {
    ...{ outline, party },
    rules: (await rulesOf(db, conference)).rules,
    delegation: await delegationOf(db, conference, code),
    documents: await documentsOf(db, conference, code),
    members: await membersOf(db, conference, code),
  }
  return speaksForDelegation(actor, conference, code) ? overview : withoutVetting(overview)
}
