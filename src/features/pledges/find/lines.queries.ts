import { sql } from 'kysely'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { capabilityNamesOf } from '../../capabilities/queries.ts'
import type { Outline } from '../../conferences/outline.ts'
import type { Labels, Party, PartyName } from '../../parties/model.ts'
import { partiesOf } from '../../parties/queries.ts'
import type { PledgeId } from '../model.ts'
import { historiesOf, NO_HISTORY, recordsOf } from '../queries.ts'
import { type Line, lineOf } from './lines.ts'

/** Listed pledges as entries of a list, in the order of their identifiers here. */
export async function linesOf(db: Reading, ids: readonly PledgeId[]): Promise<Line[]> {
  if (ids.length === 0) return []
  const records = new Map((await recordsOf(db, ids)).map((record) => [record.id, record]))
  const histories = await historiesOf(db, ids)
  return ids.flatMap((id) => {
    const record = records.get(id)
    return record ? [lineOf(record, histories.get(id) ?? NO_HISTORY)] : []
  })
}

/** What pages of pledges call by name: some parties as of any day, every conference and capability. */
export interface Names {
  parties: ReadonlyMap<PartyCode, Party>
  /** By date; those without one come last. */
  editions: ReadonlyMap<string, Outline>
  capabilities: ReadonlyMap<string, Labels>
}

export const namesFor = async (db: Reading, codes: Iterable<PartyCode>): Promise<Names> => ({
  parties: await partiesOf(db, [...new Set(codes)]),
  editions: await everyEdition(db),
  capabilities: await capabilityNamesOf(db),
})

export const everyEdition = (db: Reading): Promise<ReadonlyMap<string, Outline>> =>
  db
    .selectFrom('conference')
    .select('outline')
    .orderBy('starts', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute()
    .then((rows) => new Map(rows.map(({ outline }) => [String(outline.id), outline])))

/** A party by its name of today in one language. */
export interface PartyLabel {
  code: PartyCode
  name: PartyName
}

/** Every party by its last name: for choices and for the order of a list. */
export const partyLabels = (db: Reading, language: Language): Promise<PartyLabel[]> =>
  db
    .selectFrom('party')
    .select(['code', sql<PartyName>`namings -> -1 -> 'names' -> ${sql.lit(language)}`.as('name')])
    .orderBy('code')
    .execute()
