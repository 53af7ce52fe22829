import type { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import type { Circumstances, Writing } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { mustBeSound, PledgeId, type Terms } from '../model.ts'
import { NO_HISTORY, NOT_WRITTEN_HERE, type PledgeRecord } from '../queries.ts'
import { partiesOf } from '../shares.model.ts'
import { keepSubmission } from '../writing/hand-in.commands.ts'
import { nextNumber } from '../writing/queries.ts'
import { type Change, changing, save } from './deeds.commands.ts'
import { keepDeed } from './save.commands.ts'

/** Nobody leads what several have agreed on: so it is named. */
const JOINT = 'JOINT' as PartyCode

/** The next identifier of a joint pledge at a conference; null where nobody knows its year. */
export async function nextJointPledge(
  db: Writing,
  conference: ConferenceId,
): Promise<PledgeId | null> {
  const year = (await outlineById(db, conference))?.dates?.first?.slice(0, 4)
  if (!year) return null
  const number = await nextNumber(db, JOINT, year)
  return PledgeId.parse(`${JOINT}-${year}-${`${number}`.padStart(2, '0')}`)
}

/**
 * A joint pledge on which each of its parties has consented elsewhere: handed in as they worded it, and from then on a
 * pledge like any other. The secretariat reviews it, and it stays under embargo until it is announced.
 */
export function agreedPledge(id: PledgeId, terms: Terms, circumstances: Circumstances): Change {
  mustBeSound(id, terms)
  const record: PledgeRecord = {
    ...NOT_WRITTEN_HERE,
    ...{ id, conference: terms.conference, lead: null, state: 'submitted', audience: 'public' },
    ...{ announcedOn: null, asOf: null, version: 1, terms, handedInAt: circumstances.now },
  }
  return changing({ record: null, history: NO_HISTORY }, record, 'draft', circumstances)
}

export async function saveAgreed(db: Writing, change: Change): Promise<void> {
  const { after, at, by } = change
  await save(db, change)
  await keepDeed(db, after.id, { deed: 'submit', at, by })
  await keepSubmission(db, change)
  const asked = { invitedAt: at, invitedBy: by, declinedAt: null, declinedBy: null, words: null }
  await db
    .insertInto('pledgeInvitation')
    .values(partiesOf(after.terms.shares).map((party) => ({ pledge: after.id, party, ...asked })))
    .execute()
}
