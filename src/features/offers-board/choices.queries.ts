import type { Language } from '../../kernel/language.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { everyCapability, everyPaper } from '../capabilities/queries.ts'
import { needsOf } from '../capabilities/requirements.model.ts'
import { everyMission } from '../parties/queries.ts'
import { partyLabels } from '../pledges/find/lines.queries.ts'
import type { Choices } from './choices.ts'

/** Everything that can be chosen; parties as they are found, for whoever knows the alphabet to sort. */
export async function choicesFor(
  db: Reading,
  language: Language,
  inOrder: (a: string, b: string) => number,
): Promise<Choices> {
  const labels = await partyLabels(db, language)
  return {
    capabilities: await everyCapability(db),
    missions: await everyMission(db),
    parties: labels
      .toSorted((a, b) => inOrder(a.name.sort ?? a.name.short, b.name.sort ?? b.name.short))
      .map(({ code, name }) => ({ code, name: name.short })),
  }
}

/** The needs that papers name, by their identifiers, those of the newest paper first. */
export const namedInPapers = async (db: Reading): Promise<string[]> =>
  (await everyPaper(db)).toReversed().flatMap((paper) => needsOf(paper).map(({ id }) => id))
