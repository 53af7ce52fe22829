import type { ConferenceId, PartyCode, SessionId } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { GivenRole } from '../../people/model.ts'
import { CHAIR_ROLES, type OfList } from '../model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    floorChair: {
      conference: ConferenceId
      session: SessionId
      account: string
      since: Temporal.Instant
      namedBy: string
    }
  }
}

type Db = Reading | Writing

/** The accounts that were named to preside over a session. */
export const chairsOf = (db: Db, { conference, session }: OfList): Promise<string[]> =>
  db
    .selectFrom('floorChair')
    .select('account')
    .where('conference', '=', conference)
    .where('session', '=', session)
    .orderBy('since')
    .orderBy('account')
    .execute()
    .then((rows) => rows.map(({ account }) => account))

/** Somebody who presides, or may be named to. */
export interface Presiding {
  account: string
  name: string
  role: GivenRole
  party: PartyCode | null
}

/** Those who may be named to preside at a conference, each as often as they hold a role for it, in the order of these. */
export async function whoMayPreside(db: Db, conference: ConferenceId): Promise<Presiding[]> {
  const rows = await db
    .selectFrom('holding')
    .innerJoin('person', 'person.account', 'holding.account')
    .select(['person.account', 'person.name', 'holding.role', 'holding.party'])
    .where('holding.conference', '=', conference)
    .where('holding.role', 'in', CHAIR_ROLES)
    .where('holding.until', 'is', null)
    .where('person.closedAt', 'is', null)
    .orderBy('person.name')
    .orderBy('holding.id')
    .execute()
  return rows.toSorted((one, other) => placeOf(one) - placeOf(other))
}

const placeOf = ({ role }: Pick<Presiding, 'role'>) => (CHAIR_ROLES as string[]).indexOf(role)
