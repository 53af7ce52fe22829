import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { verifiedAt } from '../delegations/documents/queries.ts'
import type { Participant } from '../delegations/participants/model.ts'
import { everyParticipant } from '../delegations/participants/queries.ts'
import { delegationsAt, rulesOf } from '../delegations/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import { formsAt } from '../registration/queries.ts'
import { type Around, queued } from './queue.ts'

/** What the queue looks at beside each person. */
async function aroundAt(db: Reading, conference: ConferenceId): Promise<Around> {
  const delegations = await delegationsAt(db, conference)
  return {
    rules: (await rulesOf(db, conference)).rules,
    delegations: new Map(delegations.map((one) => [one.party, one])),
    verified: await verifiedAt(db, conference),
  }
}

/** Some people as the queue shows them, with the names of their parties and forms. */
export async function queueOf(
  db: Reading,
  conference: ConferenceId,
  people: readonly Participant[],
) {
  const around = await aroundAt(db, conference)
  const codes = people.flatMap(({ party }): PartyCode[] => (party ? [party] : []))
  const forms = await formsAt(db, conference)
  return {
    all: people.map((one) => queued(one, around)),
    parties: await partiesOf(db, [...new Set(codes)]),
    forms: forms.map(({ form }) => form),
  }
}

/** Everybody of a conference as the queue shows them. */
export const queueAt = async (db: Reading, conference: ConferenceId) =>
  queueOf(db, conference, await everyParticipant(db, conference))
