import type { ColumnType } from 'kysely'
import type { ConferenceId } from '../../kernel/ids.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Order, Plan, Seating, SeatingId } from './model.ts'
import { USUAL } from './model.ts'

type Facts<Kind> = ColumnType<Kind, string, string>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    protocolOrder: { conference: ConferenceId; version: number; content: Facts<Order> }
    protocolOrderVersion: {
      conference: ConferenceId
      version: number
      content: Facts<Order>
      replacedAt: Temporal.Instant
      replacedBy: string
    }
    seatingPlan: {
      id: SeatingId
      conference: ConferenceId
      version: number
      content: Facts<Plan>
    }
  }
}

/** The order of a conference: what its host decided, else what is usual (version 0). */
export const orderOf = (
  db: Reading | Writing,
  conference: ConferenceId,
): Promise<{ order: Order; version: number }> =>
  db
    .selectFrom('protocolOrder')
    .select(['content', 'version'])
    .where('conference', '=', conference)
    .executeTakeFirst()
    .then((row) =>
      row ? { order: row.content, version: row.version } : { order: USUAL, version: 0 },
    )

const plans = (db: Reading | Writing, conference: ConferenceId) =>
  db.selectFrom('seatingPlan').selectAll().where('conference', '=', conference).orderBy('id')

const seatingFrom = ({
  content,
  ...columns
}: Omit<Seating, 'plan'> & { content: Plan }): Seating => ({
  ...columns,
  plan: content,
})

export const seatingsAt = (db: Reading | Writing, conference: ConferenceId): Promise<Seating[]> =>
  plans(db, conference)
    .execute()
    .then((rows) => rows.map(seatingFrom))

export const seatingOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  id: SeatingId,
): Promise<Seating | null> =>
  plans(db, conference)
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => (row ? seatingFrom(row) : null))

/** Who leads each delegation that has named somebody, by the party. */
export const headsAt = (db: Reading, conference: ConferenceId) =>
  db
    .selectFrom('participant')
    .select(['party', 'rank', 'content'])
    .where('conference', '=', conference)
    .where('head', '=', true)
    .where('state', 'not in', ['withdrawn', 'refused'])
    .orderBy('party')
    .execute()
