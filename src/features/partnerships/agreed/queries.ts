import type { ConferenceId } from '../../../kernel/ids.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { everyCapability, everyPaper } from '../../capabilities/queries.ts'
import { outlineById } from '../../conferences/queries.ts'
import { lastDayOf } from '../../pledges/model.ts'
import { instanceOfRecord } from './instance.ts'

/**
 * What the record says of an edition as data of a calculation; null where there is no such edition.
 *
 * @param today what counts as its last day where it has no dates yet.
 */
export async function recordedAt(db: Reading, conference: ConferenceId, today: string) {
  const outline = await outlineById(db, conference)
  if (!outline) return null
  const { dates } = outline
  const day = dates ? lastDayOf(dates.last ?? dates.first) : today
  const pledges = await db
    .selectFrom('pledge')
    .select(['id', 'terms'])
    .where('listed', '=', true)
    .where('state', '=', 'announced')
    .where('conference', '=', conference)
    .orderBy('id')
    .execute()
  const capabilities = await everyCapability(db)
  return instanceOfRecord({
    ...{ conference, day, papers: await everyPaper(db) },
    pledges: pledges.map(({ id, terms }) => ({ ...terms, id })),
    units: new Set(capabilities.filter(({ kind }) => kind === 'unit').map(({ code }) => code)),
  })
}
