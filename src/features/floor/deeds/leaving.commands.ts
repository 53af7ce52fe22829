import type { Circumstances, Topic, Writing } from '../../../platform/command/command.ts'
import type { OfList } from '../model.ts'
import { listsAt } from '../queries.ts'
import { done, floorKnown, saveDone, topicsOf } from './keep.commands.ts'

/** The delegation that does not come: what `delegations.reply` was told of it. */
interface Leaving {
  conference: OfList['conference']
  party: string
}

/**
 * What happens here when a delegation says that it does not attend: whatever it had asked the floor for is withdrawn,
 * from every list that is not over.
 */
export async function dropSpeeches(
  db: Writing,
  { conference, party }: Leaving,
  circumstances: Circumstances,
): Promise<readonly Topic[]> {
  const topics: Topic[] = []
  for (const { session, meeting } of await listsAt(db, conference)) {
    if (meeting === 'adjourned') continue
    const of = { conference, session }
    const { floor } = await floorKnown(db, of)
    const theirs = [...(floor?.waiting ?? []), ...(floor?.written ?? [])].filter(
      (speech) => speech.party === party,
    )
    for (const { id } of theirs) {
      const known = await floorKnown(db, of)
      await saveDone(db, done(known, of, { what: 'withdraw', speech: id }, circumstances))
    }
    if (theirs.length > 0) topics.push(...topicsOf(of))
  }
  return topics
}
