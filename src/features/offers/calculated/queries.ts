import { sql } from 'kysely'
import type { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import { everyCapability } from '../../capabilities/queries.ts'
import type { Instance } from '../../matching/model/instance.ts'
import { needsAt, recipesAt } from '../needs/queries.ts'
import { offersAt } from '../queries.ts'
import { workingPairs } from '../together/queries.ts'
import { instanceFrom } from './instance.ts'

/**
 * What a calculation knows of a conference on a day. With every caveat: nobody but the secretariat may be shown it, or
 * what follows from it, except as `confidential` allows.
 */
export const instanceOf = async (
  db: Reading,
  conference: ConferenceId,
  asOf: string,
): Promise<Instance> =>
  instanceFrom({
    asOf,
    capabilities: await everyCapability(db),
    offers: await offersAt(db, conference),
    needs: await needsAt(db, conference),
    set: await recipesAt(db, conference),
    together: await givingTogether(db),
  })

/** The parties of each public pledge that several give together, and the pairs that agreed here to do so. */
export async function givingTogether(db: Reading | Writing): Promise<PartyCode[][]> {
  const { rows } = await sql<{ parties: PartyCode[] }>`
    select array_agg(distinct share->>'party' order by share->>'party') as parties
    from pledge, jsonb_array_elements(terms->'shares') as share
    where listed and share->>'party' is not null
    group by pledge.id
    having count(distinct share->>'party') > 1
    order by pledge.id`.execute(db)
  const agreed = await workingPairs(db)
  return [...rows.map(({ parties }) => parties), ...agreed.map(({ one, other }) => [one, other])]
}
