import type { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { outlineById } from '../../conferences/queries.ts'
import { everyParticipant } from '../../delegations/participants/queries.ts'
import { delegationsAt } from '../../delegations/queries.ts'
import { partiesOf } from '../../parties/queries.ts'
import { badgesAt, batchesAt, settingsOf } from '../queries.ts'
import type { Held } from './register.ts'

/** Everything that the desk of badges shows of a conference; null: there is none. */
export async function registerAt(db: Reading, conference: ConferenceId) {
  const outline = await outlineById(db, conference)
  if (!outline) return null
  const people = await everyParticipant(db, conference)
  const byId = new Map(people.map((one) => [one.id, one]))
  const badges = await badgesAt(db, conference)
  const delegations = (await delegationsAt(db, conference)).map(({ party }) => party)
  const codes = [...people, ...badges].flatMap(({ party }): PartyCode[] => (party ? [party] : []))
  return {
    ...{ outline, people, delegations },
    held: badges.map(
      (badge): Held => ({
        badge,
        person: (badge.participant && byId.get(badge.participant)) || null,
      }),
    ),
    batches: await batchesAt(db, conference),
    settings: (await settingsOf(db, conference)).settings,
    parties: await partiesOf(db, [...new Set([...codes, ...delegations])]),
  }
}
