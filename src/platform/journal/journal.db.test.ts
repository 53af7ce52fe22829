import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../kernel/actor.ts'
import { addToTally, createTally, tally } from '../../testing/tally/tally.ts'
import { world } from '../../testing/world.ts'
import { sealEntries } from './seal.ts'
import { keepSealing } from './sealing.ts'
import { verify } from './verify.ts'
import { forgetInputs } from './write.ts'

const { database, perform, clock, seal, close } = await world({ features: [tally] })
const { write } = database
await createTally(write)
afterAll(close)

const add = () => perform(OPERATOR, addToTally, { conference: 'kathmandu1', by: 1 })
const run = (statement: string) => sql.raw(statement).execute(write)
const verdict = async () => {
  const { last, ...rest } = await verify(write)
  return rest
}

/** One entry more waits than the last test left, and everything before is sealed. */
let before: Awaited<ReturnType<typeof verdict>>
beforeEach(async () => {
  await seal()
  await add()
  before = await verdict()
  expect(before).toMatchObject({ findings: [], waiting: 1 })
})

describe('the journal', () => {
  it('verifies when nobody touched it', async () => {
    expect(await seal()).toMatchObject({ number: before.seals + 1, entries: 1 })
    expect(await seal()).toBeNull()
    expect(await verdict()).toEqual({
      findings: [],
      seals: before.seals + 1,
      sealed: before.sealed + 1,
      waiting: 0,
    })
    const { last } = await verify(write)
    expect(last).toEqual({
      number: before.seals + 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('verifies after a person was erased, whose inputs nobody can find by trying any more', async () => {
    await write.transaction().execute((db) => forgetInputs(db, { actor: 'system/operator' }))
    const { rows } = await sql`select from journal_salt`.execute(write)
    expect(rows).toEqual([])
    expect(await verdict()).toEqual(before)
  })

  it('forgets what was said about a subject, and nothing else', async () => {
    await perform(OPERATOR, addToTally, { conference: 'stjohns1', by: 1 })
    const salts = async () => {
      const { rows } = await sql<{ subject: string }>`select distinct subject
        from journal join journal_salt using (seq) order by subject`.execute(write)
      return rows.map(({ subject }) => subject)
    }
    expect(await salts()).toEqual(['tally/kathmandu1', 'tally/stjohns1'])
    await write.transaction().execute((db) => forgetInputs(db, { subject: 'tally/stjohns1' }))
    expect(await salts()).toEqual(['tally/kathmandu1'])
  })

  it('is sealed as time goes by', async () => {
    const stop = keepSealing(database, clock)
    clock.advance({ seconds: 2 })
    expect(await verdict()).toEqual(before)
    await expect
      .poll(() => {
        clock.advance({ seconds: 1 })
        return verdict()
      })
      .toEqual({
        findings: [],
        seals: before.seals + 1,
        sealed: before.sealed + 1,
        waiting: 0,
      })
    await stop()
  })

  it('is sealed by one process at a time', async () => {
    await Promise.all([seal(), seal(), seal(), seal()])
    expect(await verdict()).toMatchObject({ seals: before.seals + 1, findings: [] })
  })
})

describe('the database itself', () => {
  it.each(['journal', 'journal_seal', 'journal_sealed'])(
    'refuses to change %s, for want of rights and by a trigger',
    async (table) => {
      const column = { journal: 'id', journal_seal: 'number' }[table] ?? 'leaf'
      const statements = [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]
      for (const statement of statements) {
        await expect(run(statement)).rejects.toThrow(`permission denied for table ${table}`)
      }
      await run(`grant all on ${table} to current_user`)
      for (const statement of statements) {
        await expect(run(statement)).rejects.toThrow('The journal is only ever added to')
      }
    },
  )
})

describe('entries', () => {
  const enter = (xid: string) => `insert into journal (id, at, action, subject, actor, digest, xid)
    values (gen_random_uuid(), now(), 'tally.add', 'tally/x', 'system/operator', 'd', ${xid});
    insert into journal_unsealed select max(seq) from journal`

  it('are sealed once no slower transaction can precede them', async () => {
    await seal()
    const slow = await database.listen()
    await slow.query(`begin; ${enter('default')}`)
    await add()
    expect(await sealEntries(write, clock.now())).toBeNull()
    await slow.query('commit')
    await slow.end()
    expect(await seal()).toMatchObject({ entries: 2 })
    expect(await verdict()).toMatchObject({ findings: [] })
  })

  it('are sealed at once when they were restored, or bear another server’s numbers', async () => {
    await seal()
    await run(enter('null'))
    await run(enter(`'9999999999'`))
    expect(await sealEntries(write, clock.now())).toMatchObject({ entries: 2 })
    expect(await verdict()).toMatchObject({ findings: [] })
  })
})
