import type { ColumnType } from 'kysely'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import { unknownCapabilities } from '../capabilities/queries.ts'
import { everyMission, partiesOf } from '../parties/queries.ts'
import type { Deed, Offer, OfferId, Side, Terms } from './model.ts'
import type { Unknown } from './rules.ts'

type Facts<Kind> = ColumnType<Kind, string, string>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    offer: Omit<Offer, 'terms'> & { terms: Facts<Terms> }
    offerDeed: {
      offer: OfferId
      version: number
      at: Temporal.Instant
      by: string
      side: Side
      deed: Deed
      terms: Facts<Terms>
    }
  }
}

const all = (db: Reading | Writing, conference: ConferenceId) =>
  db.selectFrom('offer').selectAll().where('conference', '=', conference)

/** Every offer at a conference, those of a party together, the oldest first. */
export const offersAt = (db: Reading | Writing, conference: ConferenceId): Promise<Offer[]> =>
  all(db, conference).orderBy('party').orderBy('madeAt').orderBy('id').execute()

/** The offers of one party. */
export const offersOf = (
  db: Reading,
  conference: ConferenceId,
  party: PartyCode,
): Promise<Offer[]> =>
  all(db, conference).where('party', '=', party).orderBy('madeAt').orderBy('id').execute()

export const offerOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  id: OfferId,
): Promise<Offer | null> =>
  all(db, conference)
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** What was done to an offer, the newest first, without who did it. */
export const deedsOf = (db: Reading, id: OfferId) =>
  db
    .selectFrom('offerDeed')
    .select(['version', 'at', 'side', 'deed', 'terms'])
    .where('offer', '=', id)
    .orderBy('version', 'desc')
    .execute()
export type Done = Awaited<ReturnType<typeof deedsOf>>[number]

/** What terms name that is not there. */
export async function unknownIn(
  db: Reading,
  { capability, caveats }: Pick<Terms, 'capability' | 'caveats'>,
): Promise<Unknown> {
  const { missionsExcluded, partnersExcluded, partnersPreferred } = caveats
  const partners = [...partnersExcluded, ...partnersPreferred]
  const known = await partiesOf(db, partners)
  return {
    capabilities: await unknownCapabilities(db, capability === null ? [] : [capability]),
    missions: await unknownMissions(db, missionsExcluded),
    parties: partners.filter((code) => !known.has(code)),
  }
}

/** Which of some acronyms no mission has. */
export async function unknownMissions(db: Reading, acronyms: readonly string[]): Promise<string[]> {
  if (acronyms.length === 0) return []
  const known = new Set((await everyMission(db)).map(({ acronym }) => acronym))
  return acronyms.filter((one) => !known.has(one))
}
