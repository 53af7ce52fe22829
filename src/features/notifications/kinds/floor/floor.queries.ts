import type { Writing } from '../../../../platform/database/tables.ts'
import type { OfList } from '../../../floor/model.ts'
import { publishedProgramme } from '../../../programme/queries.ts'
import type { Place } from './places.ts'

/** Where a delegation finds the list that a deed changed; null: the session is not announced, and nobody is told. */
export async function placeOf(db: Writing, of: OfList): Promise<Place | null> {
  const programme = await publishedProgramme(db, of.conference)
  const session = programme?.sessions.find(({ id }) => id === of.session)
  return session ? { ...of, slug: session.slug } : null
}
