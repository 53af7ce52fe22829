import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../../kernel/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { addToTally, countOf, createTally, tally } from '../../../testing/tally/tally.ts'
import { world } from '../../../testing/world.ts'

const { perform, database, close } = await world({ features: [tally] })
await createTally(database.write)
afterAll(close)

let conferences = 0
const conference = () => {
  conferences += 1
  return `stjohns${conferences}`
}

/** What each of several deeds came to that were asked for in the same moment: a count, or a refusal. */
const atOnce = (of: string, steps: readonly number[], key?: string) =>
  Promise.all(
    steps.map((by) =>
      perform(OPERATOR, addToTally, { conference: of, by }, { key }).then(
        ({ answer }) => answer.count ?? 'nothing',
        (error: unknown) => (error instanceof Refusal ? error.code : error),
      ),
    ),
  )

/** How many deeds each transaction did, in their order. */
const companies = (of: string) =>
  sql<{ deeds: number }>`select count(*) as deeds from journal where conference = ${of}
    group by xmin order by min(seq)`
    .execute(database.write)
    .then(({ rows }) => rows.map(({ deeds }) => deeds))

describe('deeds that wait', () => {
  it('go in one transaction, each after the one before', async () => {
    const at = conference()
    expect(await atOnce(at, [1, 2, 4, 8, 16])).toEqual([1, 3, 7, 15, 31])
    expect(await companies(at)).toEqual([5])
  })

  it('go no more than thirty-two at once', async () => {
    const at = conference()
    await atOnce(at, Array(40).fill(1))
    expect(await companies(at)).toEqual([32, 8])
  })

  it('are refused alone where a rule stands against one of them', async () => {
    const at = conference()
    expect(await atOnce(at, [1, 1, 3, 0, 1])).toEqual([1, 2, 'tally.too-hasty', 'nothing', 3])
    expect([await companies(at), await countOf(database.write, at)]).toEqual([[3], 3])
  })

  it('go one by one where the database keeps a rule against one of them', async () => {
    const at = conference()
    expect(await atOnce(at, [1, 600, 600, 2])).toEqual([1, 601, 'tally.full', 603])
    expect([await companies(at), await countOf(database.write, at)]).toEqual([[1, 1, 1], 603])
  })

  it('are one deed where they bear the same key, whether or not they went together', async () => {
    const at = conference()
    expect(await atOnce(at, [5, 5, 5, 5], 'same')).toEqual([5, 5, 5, 5])
    expect([await companies(at), await countOf(database.write, at)]).toEqual([[1], 5])
  })

  it('are one deed even where it could not be done twice, and its sender did not wait for the answer', async () => {
    const at = conference()
    const step = { conference: at, by: 5, from: 1 }
    const [, ...answers] = await Promise.all([
      perform(OPERATOR, addToTally, { conference: at, by: 1 }),
      ...[1, 2, 3].map(() => perform(OPERATOR, addToTally, step, { key: 'impatient' })),
    ])
    expect(answers.map(({ answer }) => answer.count)).toEqual([6, 6, 6])
    expect([await companies(at), await countOf(database.write, at)]).toEqual([[2], 6])
  })

  it('of another conference do not wait for them', async () => {
    const [here, there] = [conference(), conference()]
    const { promise: held, resolve: open } = Promise.withResolvers<void>()
    const { promise: begun, resolve: holds } = Promise.withResolvers<void>()
    const holding = database.write.transaction().execute(async (db) => {
      await sql`insert into tally values (${here}, 0)`.execute(db)
      holds()
      await held
    })
    await begun
    const waiting = atOnce(here, [1, 1])
    expect(await atOnce(there, [1, 1])).toEqual([1, 2])
    open()
    await holding
    expect(await waiting).toEqual([1, 2])
  })
})
