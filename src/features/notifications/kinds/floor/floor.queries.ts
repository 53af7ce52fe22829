import type { Writing } from '../../../../platform/database/tables.ts'
import type { OfList } from '../../../floor/model.ts'
import { sessionOf } from '../../../floor/queries.ts'
import type { Place } from './places.ts'

/** Where a delegation finds the list that a deed changed; null: its session is gone. */
export async function placeOf(db: Writing, of: OfList): Promise<Place | null> {
  const session = await sessionOf(db, of)
  return session && { ...of, slug: session.slug }
}
