import type { Text } from '../../../../kernel/text.ts'
import type { Explained } from '../../../matching/explain/explanation.ts'
import type { Instance, Requirement } from '../../../matching/model/instance.ts'
import type { Amount } from '../../../matching/model/recipe.ts'
import type { Before } from '../../before/before.ts'
import type { AssumedOf } from '../../runs/assumed.model.ts'
import type { RunMade } from '../../runs/model.ts'

/** A part that is wanted, and who has offered such a thing before. */
export interface AskedPart {
  part: Amount
  by: readonly Before[]
}

/** What the page of one need of a calculation shows. */
export interface NeedFacts {
  run: RunMade
  requirement: Requirement
  /** Null where something is wrong with it, and it was left out. */
  explained: Explained | null
  assumed: AssumedOf | null
  /** Each part that is wanted. */
  asked: readonly AskedPart[]
  /** What conferences are called at which something was offered, by their identifiers. */
  conferences: ReadonlyMap<string, Text>
}

/** The parts for which somebody could be asked: what is missing, or all of a unit where no part alone is. */
export function wantedFor(
  { recipes }: Pick<Instance, 'recipes'>,
  { capability }: Requirement,
  explained: Explained | null,
): Amount[] {
  if (!explained || explained.standing === 'covered') return []
  const recipe = recipes.find((one) => one.capability === capability)
  const parts = recipe?.alternatives.at(-1)?.components ?? []
  const wanted = explained.missing.length > 0 ? explained.missing : parts
  return wanted.map(({ component, amount, unit }) => ({ component, amount, unit }))
}
