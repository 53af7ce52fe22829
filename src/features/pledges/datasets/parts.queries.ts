import type { Dataset, Row, Wish } from '../../../platform/dataset/dataset.ts'
import { countParts, type Listed, listedIds, listedPledges } from './listed.queries.ts'

/** Pledges that are read at once, to take their parts. */
const PLEDGES = 250

/** Filters that choose pledges and parts of the same name alike. */
const ofParts = ({ filters }: Wish, row: Row) =>
  Object.entries(filters).every(([name, value]) => !Object.hasOwn(row, name) || row[name] === value)

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

/**
 * Reads what belongs to listed pledges, one pledge after the other: `KOR-2021-01.001` is a part of `KOR-2021-01`, so
 * the keys of parts have the order of their pledges.
 */
export const inPledges = (
  part: Parameters<typeof countParts>[2],
  partsOf: (
    pledges: readonly Listed[],
    wish: Wish,
    db: Parameters<Dataset['read']>[0],
  ) => Promise<Row[][]>,
): Pick<Dataset, 'read' | 'count'> => {
  const read: Dataset['read'] = async (db, wish) => {
    const descending = wish.sort?.descending ?? false
    const direction = descending ? -1 : 1
    const byPledge = wish.only?.column === 'pledge' ? wish.only : null
    const keys = wish.only && !byPledge ? new Set(wish.only.values) : null
    const only = keys
      ? { column: 'pledge', values: [...keys].map((key) => key.slice(0, key.lastIndexOf('.'))) }
      : byPledge
    const order = descending ? { column: 'id', descending } : null
    const rows: Row[] = []
    // The pledge of the last part is read again, for it may have more of them.
    let after = wish.after && previousTo(wish.after.key, descending)
    for (;;) {
      const ids = await listedIds(db, { ...wish, only, sort: order, after, limit: PLEDGES })
      const groups = await partsOf(await listedPledges(db, ids), wish, db)
      for (const group of groups) {
        for (const row of descending ? group.toReversed() : group) {
          const key = String(row.id)
          if (keys && !keys.has(key)) continue
          if (wish.after && compare(key, wish.after.key) * direction <= 0) continue
          if (ofParts(wish, row)) rows.push(row)
        }
      }
      const last = ids.at(-1)
      if (rows.length >= wish.limit || ids.length < PLEDGES || !last) {
        return rows.slice(0, wish.limit)
      }
      after = { key: last, value: order ? last : null }
    }
  }
  return {
    read,
    async count(db, wish) {
      const chooses = Object.keys(wish.filters).some((name) => name !== 'conference')
      const plain = wish.asOf === null && (wish.only === null || wish.only.column === 'pledge')
      if (plain && !chooses) return countParts(db, wish, part)
      let rows = 0
      let after: Wish['after'] = null
      for (;;) {
        const page = await read(db, { ...wish, sort: null, after, limit: 1000 })
        rows += page.length
        const last = page.at(-1)
        if (page.length < 1000 || !last) return rows
        after = { key: String(last.id), value: null }
      }
    },
  }
}

/** A place right before the pledge that a part belongs to. */
function previousTo(key: string, descending: boolean): NonNullable<Wish['after']> {
  const pledge = key.slice(0, key.lastIndexOf('.'))
  // No identifier ends in a hyphen, and each has a digit at its end: this word comes right before, or right after.
  const place = descending ? `${pledge}.` : pledge.slice(0, -1) + before(pledge.at(-1) ?? '')
  return { key: place, value: descending ? place : null }
}

const before = (sign: string) => `${String.fromCharCode(sign.charCodeAt(0) - 1)}~`
