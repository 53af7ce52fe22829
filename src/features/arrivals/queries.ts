import type { ColumnType } from 'kysely'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { ParticipantId } from '../delegations/participants/model.ts'
import type {
  Arrival,
  ArrivalId,
  Journey,
  Officer,
  OfficerId,
  OfficerTold,
  State,
  VisaLetter,
} from './model.ts'

type Facts<Kind> = ColumnType<Kind, string, string>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    liaisonOfficer: {
      id: OfficerId
      conference: ConferenceId
      version: number
      content: Facts<OfficerTold>
    }
    arrival: {
      id: ArrivalId
      conference: ConferenceId
      party: PartyCode
      version: number
      day: string
      content: Facts<Journey>
      officer: OfficerId | null
      state: State
    }
    visaLetter: VisaLetter
  }
}

/** The officers of a conference, by their names. */
export const officersAt = (db: Reading | Writing, conference: ConferenceId): Promise<Officer[]> =>
  db
    .selectFrom('liaisonOfficer')
    .selectAll()
    .where('conference', '=', conference)
    .execute()
    .then((rows) => rows.map(({ content, ...columns }) => ({ ...content, ...columns })))

const arrivals = (db: Reading | Writing, conference: ConferenceId) =>
  db
    .selectFrom('arrival')
    .select(['id', 'conference', 'party', 'version', 'content', 'officer', 'state'])
    .where('conference', '=', conference)

const arrivalFrom = ({
  content,
  ...columns
}: Omit<Arrival, 'journey'> & { content: Journey }): Arrival => ({ ...columns, journey: content })

/** Every journey of a conference, by day and hour; those without an hour come last on their day. */
export const arrivalsAt = (db: Reading, conference: ConferenceId): Promise<Arrival[]> =>
  arrivals(db, conference)
    .orderBy('day')
    .execute()
    .then((rows) => rows.map(arrivalFrom).sort(byHour))

const byHour = ({ journey: a }: Arrival, { journey: b }: Arrival) =>
  a.day + (a.at ?? '99') < b.day + (b.at ?? '99') ? -1 : 1

/** The journeys of one delegation. */
export const arrivalsOf = (
  db: Reading,
  conference: ConferenceId,
  party: PartyCode,
): Promise<Arrival[]> =>
  arrivals(db, conference)
    .where('party', '=', party)
    .orderBy('day')
    .execute()
    .then((rows) => rows.map(arrivalFrom).sort(byHour))

export const arrivalOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  id: ArrivalId,
): Promise<Arrival | null> =>
  arrivals(db, conference)
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => (row ? arrivalFrom(row) : null))

/** The letters of a conference, the newest first. */
export const visaLettersAt = (db: Reading | Writing, conference: ConferenceId) =>
  db
    .selectFrom('visaLetter')
    .selectAll()
    .where('conference', '=', conference)
    .orderBy('number', 'desc')
    .execute()

export const visaLetterOf = (db: Reading, conference: ConferenceId, id: string) =>
  db
    .selectFrom('visaLetter')
    .selectAll()
    .where('conference', '=', conference)
    .where('id', '=', id)
    .executeTakeFirst()

/** The letters of some people. */
export const visaLettersOf = async (db: Reading, people: readonly ParticipantId[]) =>
  people.length === 0
    ? []
    : db.selectFrom('visaLetter').selectAll().where('participant', 'in', people).execute()

/** Journeys that nobody was given to, among those to come. */
export const countUnmet = (db: Reading, conference: ConferenceId, today: string): Promise<number> =>
  db
    .selectFrom('arrival')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('conference', '=', conference)
    .where('state', '=', 'announced')
    .where('officer', 'is', null)
    .where('day', '>=', today)
    .executeTakeFirstOrThrow()
    .then(({ count }) => Number(count))
