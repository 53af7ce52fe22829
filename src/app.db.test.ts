import { sql } from 'kysely'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { verify } from './platform/journal/verify.ts'
import { loadShipped } from './platform/shipped/load.ts'
import { world } from './testing/world.ts'

const { database, features, performAll, seal, close } = await world()
afterAll(close)
vi.setConfig({ testTimeout: 60_000 })

const load = (write = database.write) =>
  loadShipped({ database: { write }, features, performAll, folder: 'data' })
const entries = async () => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from journal`.execute(
    database.write,
  )
  return rows[0]?.count
}

describe('the facts that ship with Plenum', () => {
  it('are loaded at the first start, each by a command, and tell how long it took', async () => {
    const started = performance.now()
    const loaded = await load()
    const took = performance.now() - started
    process.stdout.write(`${loaded} shipped facts loaded: ${took.toFixed(0)} ms\n`)
    expect(loaded).toBeGreaterThan(250)
    expect(await entries()).toBe(loaded)
  })

  it('change nothing at the second start, which asks the database once', async () => {
    const before = await entries()
    const asked: string[] = []
    const counting = database.write.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(node.kind)
        return node
      },
      transformResult: async ({ result }) => result,
    })
    expect(await load(counting)).toBe(0)
    expect(asked).toEqual(['SelectQueryNode'])
    expect(await entries()).toBe(before)
  })

  it('find themselves done when nobody noted that they were loaded', async () => {
    const before = await entries()
    await database.write.deleteFrom('shipped').execute()
    await load()
    expect(await entries()).toBe(before)
  })

  it('leave a journal that verifies', async () => {
    await seal()
    expect(await verify(database.write)).toMatchObject({
      findings: [],
      sealed: await entries(),
      waiting: 0,
    })
  })
})
