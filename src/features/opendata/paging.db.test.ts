import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FEATURES } from '../../app.ts'
import { inSnapshot } from '../../platform/database/snapshot.ts'
import type { Cell, Dataset, Row, Wish } from '../../platform/dataset/dataset.ts'
import { everything, pagesOf } from '../../platform/dataset/pages.ts'
import { datasetsOf } from '../../platform/dataset/registry.ts'
import { type World, world } from '../../testing/world.ts'

let w: World
beforeAll(async () => {
  w = await world({ shipped: true })
}, 60_000)
afterAll(() => w.close())

const rowsOf = (dataset: Dataset, wish: Wish, size: number): Promise<Row[]> =>
  inSnapshot(w.read, async (db) => (await Array.fromAsync(pagesOf(db, dataset, wish, size))).flat())

const before = (a: Cell, b: Cell) => (typeof a === 'number' ? a < Number(b) : String(a) < String(b))

/** Whether each row comes after the one before: by the column, the unknown last, then by the key. */
function isInOrder(rows: readonly Row[], key: string, { sort }: Pick<Wish, 'sort'>): boolean {
  const follows = (a: Row, b: Row): boolean => {
    const [one, other] = sort ? [a[sort.column] ?? null, b[sort.column] ?? null] : [null, null]
    if (one === other) return before(a[key] ?? null, b[key] ?? null)
    if (one === null || other === null) return other === null
    return sort?.descending ? before(other, one) : before(one, other)
  }
  return rows.slice(1).every((row, place) => follows(rows[place] as Row, row))
}

describe.each([...datasetsOf(FEATURES).values()].map((one) => [one.name, one] as const))(
  'pages of %s',
  (_, dataset) => {
    const { key, sortable } = dataset
    const sorts = [null, ...[key, ...sortable].map((column) => ({ column }))].flatMap((sort) =>
      sort ? [true, false].map((descending) => ({ ...sort, descending })) : [null],
    )

    it('have every row once, in the order that was asked for, however long they are', async () => {
      const wish = everything('2026-11-26')
      const plain = await rowsOf(dataset, wish, 100_000)
      const total = await inSnapshot(w.read, (db) => dataset.count(db, wish))
      expect(plain).toHaveLength(total)
      const size = Math.ceil(total / 4) + 1
      for (const sort of sorts) {
        const asked = { ...wish, sort }
        const rows = await rowsOf(dataset, asked, size)
        const how = JSON.stringify(sort)
        expect(new Set(rows.map((row) => row[key])).size, how).toBe(total)
        expect(isInOrder(rows, key, asked), how).toBe(true)
      }
    })

    it('may be asked by every filter, and count what they show', async () => {
      for (const [name, { example }] of Object.entries(dataset.filters)) {
        const wish = { ...everything('2026-11-26'), filters: { [name]: example } }
        const rows = await rowsOf(dataset, wish, 50)
        expect(await inSnapshot(w.read, (db) => dataset.count(db, wish)), name).toBe(rows.length)
        const column = dataset.columns.find((one) => one.name === name)
        if (column?.type === 'string') {
          expect(new Set([...rows.map((row) => row[name]), example])).toEqual(new Set([example]))
        }
      }
    })
  },
)
