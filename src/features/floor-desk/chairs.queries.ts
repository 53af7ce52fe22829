import type { Reading } from '../../platform/database/tables.ts'
import { whoMayPreside } from '../floor/chairs/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import type { Chairing } from './chairing.ts'
import type { DeskList } from './facts.ts'

/** Who presides over a session. Whoever was named and takes part no longer is told by name, without a role. */
export async function chairingOf(
  db: Reading,
  { of, chairs }: Pick<DeskList, 'of' | 'chairs'>,
): Promise<Chairing> {
  const all = await whoMayPreside(db, of.conference)
  const offered = [...new Map(all.toReversed().map((one) => [one.account, one])).values()]
    .filter(({ account }) => !chairs.includes(account))
    .toReversed()
  const names = await namesOf(db, chairs)
  const named = chairs.map((account) => {
    const held = all.find((one) => one.account === account)
    return held ?? { account, name: names.get(account) ?? '', role: null, party: null }
  })
  const codes = [...named, ...offered].flatMap(({ party }) => party ?? [])
  return { named, offered, parties: await partiesOf(db, [...new Set(codes)]) }
}

async function namesOf(db: Reading, accounts: readonly string[]) {
  if (accounts.length === 0) return new Map<string, string>()
  const rows = await db
    .selectFrom('person')
    .select(['account', 'name'])
    .where('account', 'in', [...accounts])
    .execute()
  return new Map(rows.map(({ account, name }) => [account, name]))
}
