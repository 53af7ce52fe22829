import type { ConferenceId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { EditionCategory } from '../capabilities/categories.model.ts'
import type { Capability } from '../capabilities/model.ts'
import { categoriesOf, everyCapability, everyPaper, everyTheme } from '../capabilities/queries.ts'
import { needsOf, type Paper } from '../capabilities/requirements.model.ts'
import type { Theme } from '../capabilities/themes.model.ts'
import type { Mission } from '../parties/missions.model.ts'
import { everyMission } from '../parties/queries.ts'
import { type PartyLabel, partyLabels } from '../pledges/find/lines.queries.ts'

/** Everything from which whoever writes a pledge can choose. */
export interface Offered {
  parties: readonly PartyLabel[]
  capabilities: readonly Capability[]
  categories: readonly EditionCategory[]
  themes: readonly Theme[]
  missions: readonly Mission[]
  /** Papers that name needs, the newest first. */
  papers: readonly Pick<Paper, 'id' | 'title' | 'date' | 'requirements'>[]
}

export async function offeredAt(
  db: Reading,
  conference: ConferenceId,
  language: Language,
): Promise<Offered> {
  const [set] = await categoriesOf(db, conference)
  const papers = await everyPaper(db)
  return {
    parties: await partyLabels(db, language),
    capabilities: await everyCapability(db),
    categories: set?.categories ?? [],
    themes: await everyTheme(db),
    missions: await everyMission(db),
    papers: papers
      .map((paper) => ({ ...paper, requirements: needsOf(paper) }))
      .filter(({ requirements }) => requirements.length > 0)
      .toReversed(),
  }
}
