import type { Insertable } from 'kysely'
import { same } from '../../kernel/same.ts'
import { revised } from '../../kernel/wording/texts.ts'
import type { Circumstances, Tables } from './command.ts'

/** A fact that takes the place of what was said before: nothing of the past changes without a trace. */
export interface Replacement<Fact> {
  fact: Fact
  before: Fact | null
  at: Temporal.Instant
  /** Who says it, `system/loader`. */
  by: string
}

/**
 * What recording a fact replaces; null where it was said already, and nothing is to be done. Translations of what it
 * rewords are stale.
 */
export const replacing = <Fact>(
  before: Fact | null,
  given: Fact,
  { actor, now }: Circumstances,
): Replacement<Fact> | null => {
  const fact = revised(before, given)
  return same(before, fact) ? null : { fact, before, at: now, by: `${actor.kind}/${actor.id}` }
}

/** A fact as the columns of its table: objects and lists go in as JSON. */
export const columns = <Table extends keyof Tables>(fact: object): Insertable<Tables[Table]> =>
  Object.fromEntries(
    Object.entries(fact).map(([column, value]) => [
      column,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ]),
  ) as Insertable<Tables[Table]>
