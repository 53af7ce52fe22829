import { type RawBuilder, sql } from 'kysely'
import type { ConferenceId } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { ParticipantId } from '../../delegations/participants/model.ts'
import {
  digestOfKey,
  type Participant,
  participantOf,
} from '../../delegations/participants/queries.ts'
import { VALID } from './model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    ownDataLink: { digest: string; participant: ParticipantId; at: Temporal.Instant }
  }
}

/** Everybody at a conference of whom an address was given, with when links went there lately. */
export async function reachedAt(
  db: Writing,
  conference: ConferenceId,
  address: string,
): Promise<{ id: ParticipantId; sent: Temporal.Instant[] }[]> {
  const people = await db
    .selectFrom('participant')
    .select('id')
    .where('conference', '=', conference)
    .where('erasedAt', 'is', null)
    .where(sql<string>`lower(content ->> 'address')`, '=', address)
    .orderBy('id')
    .execute()
  const links =
    people.length === 0
      ? []
      : await db
          .selectFrom('ownDataLink')
          .select(['participant', 'at'])
          .where(
            'participant',
            'in',
            people.map(({ id }) => id),
          )
          .execute()
  return people.map(({ id }) => ({
    id,
    sent: links.flatMap(({ participant, at }) => (participant === id ? [at] : [])),
  }))
}

/** To whom a link leads that is not too old; null: to nobody. */
export async function participantByLink(
  db: Reading,
  key: string,
  now: Temporal.Instant,
): Promise<Participant | null> {
  const digest: RawBuilder<string> = digestOfKey(key)
  const found = await db
    .selectFrom('ownDataLink')
    .select('participant')
    .where('digest', '=', digest)
    .where('at', '>', now.subtract(VALID))
    .executeTakeFirst()
  return found ? participantOf(db, found.participant) : null
}
