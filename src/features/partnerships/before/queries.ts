import { sql } from 'kysely'
import type { Reading } from '../../../platform/database/tables.ts'
import { type CapabilityCode, familyOf } from '../../capabilities/model.ts'
import { OFFERED } from '../../offers/units.model.ts'
import type { Terms } from '../../pledges/model.ts'
import { isGivenAnywhere, type PastOffer, type PastPledge, rolesOf } from './before.ts'

/** More would be read by nobody. */
const MOST = 400

/**
 * Offers of some parts at any conference, the newest first. With those that were withdrawn or are over; whose they are
 * to read, their readers decide.
 */
export async function offersOfParts(
  db: Reading,
  components: readonly string[],
): Promise<PastOffer[]> {
  const offered = OFFERED.filter((one) => components.includes(one))
  if (offered.length === 0) return []
  const rows = await db
    .selectFrom('offer')
    .select(['id', 'conference', 'party', 'terms'])
    .where((where) => where(where.ref('terms', '->>').key('component'), 'in', offered))
    .orderBy('madeAt', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ terms: { capability, component, from, until }, ...offer }) => ({
    ...{ ...offer, capability, component, from, until },
  }))
}

/** Public pledges in which somebody gave such parts, the newest first. */
export async function pledgesOfParts(
  db: Reading,
  capability: CapabilityCode,
  components: readonly string[],
): Promise<PastPledge[]> {
  if (components.length === 0) return []
  const roles = components.filter(isGivenAnywhere).flatMap(rolesOf)
  const facets = [`capability:${familyOf(capability)}`, ...roles.map((role) => `role:${role}`)]
  return db
    .selectFrom('pledge')
    .select([
      ...(['id', 'announcedOn'] as const),
      sql<Terms['capabilities']>`terms->'capabilities'`.as('capabilities'),
      sql<Terms['shares']>`terms->'shares'`.as('shares'),
    ])
    .where('listed', '=', true)
    .where('facets', '&&', sql<string[]>`${facets}::text[]`)
    .orderBy('announcedOn', (order) => order.desc().nullsLast())
    .orderBy('id')
    .limit(MOST)
    .execute()
}
