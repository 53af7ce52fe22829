import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../kernel/actor.ts'
import { addToTally, createTally, tally } from '../../testing/tally/tally.ts'
import { type World, world } from '../../testing/world.ts'
import { sealEntries } from './seal.ts'
import { keepSealing } from './sealing.ts'
import { verify } from './verify.ts'
import { forgetInputs } from './write.ts'

let here: World
const add = (times: number) =>
  Promise.all(
    Array.from({ length: times }, () =>
      here.perform(OPERATOR, addToTally, { conference: 'kathmandu1', by: 1 }),
    ),
  )
const seal = () => sealEntries(here.database.write, here.clock.now())
const run = (statement: string) => sql.raw(statement).execute(here.database.write)
const findings = async () => (await verify(here.database.write)).findings

/** As whoever holds the database could: rights granted back, triggers off. */
const tamper = async (statement: string) => {
  const tables = ['journal', 'journal_seal', 'journal_sealed']
  for (const table of tables) {
    await run(`grant all on ${table} to current_user; alter table ${table} disable trigger stands`)
  }
  await run(statement)
}

/** Three seals: entries 1 to 3, 4 and 5, 6; and entry 7 waits. */
beforeEach(async () => {
  here = await world({ features: [tally] })
  await createTally(here.database.write)
  for (const times of [3, 2, 1]) {
    await add(times)
    await seal()
  }
  await add(1)
})
afterEach(() => here.close())

describe('a journal that nobody touched', () => {
  it('verifies', async () => {
    const { last, ...verdict } = await verify(here.database.write)
    expect(verdict).toEqual({ findings: [], seals: 3, sealed: 6, waiting: 1 })
    expect(last).toEqual({ number: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await verify(here.database.write, last)).findings).toEqual([])
  })

  it('has nothing to seal twice', async () => {
    expect(await seal()).toMatchObject({ number: 4, entries: 1 })
    expect(await seal()).toBeNull()
    expect(await findings()).toEqual([])
  })

  it('verifies after a person was erased, whose inputs nobody can find by trying any more', async () => {
    await here.database.write
      .transaction()
      .execute((db) => forgetInputs(db, { actor: 'system/operator' }))
    const { rows } = await sql`select from journal_salt`.execute(here.database.write)
    expect(rows).toEqual([])
    expect(await findings()).toEqual([])
  })

  it('is sealed as time goes by', async () => {
    const stop = keepSealing(here.database, here.clock)
    here.clock.advance({ seconds: 2 })
    expect(await verify(here.database.write)).toMatchObject({ seals: 3 })
    here.clock.advance({ seconds: 1 })
    await expect
      .poll(() => verify(here.database.write))
      .toMatchObject({ seals: 4, sealed: 7, waiting: 0, findings: [] })
    await stop()
  })
})

describe('entries of transactions that overlap', () => {
  const entry = `insert into journal (id, at, action, subject, actor, digest)
    values (gen_random_uuid(), now(), 'tally.add', 'tally/x', 'system/operator', 'd');
    insert into journal_unsealed select max(seq) from journal`

  it('are sealed once no slower one can precede them', async () => {
    await seal()
    const slow = await here.database.listen()
    await slow.query(`begin; ${entry}`)
    await add(1)
    expect(await seal()).toBeNull()
    await slow.query('commit')
    await slow.end()
    expect(await seal()).toMatchObject({ number: 5, entries: 2 })
    expect(await findings()).toEqual([])
  })

  it('are sealed at once when they were restored, or bear another server’s numbers', async () => {
    await seal()
    await run(entry)
    await tamper(`update journal set xid = null where seq = (select max(seq) from journal)`)
    await run(entry)
    await tamper(`update journal set xid = '9999999999' where seq = (select max(seq) from journal)`)
    expect(await seal()).toMatchObject({ entries: 2 })
    expect(await findings()).toEqual([])
  })

  it('are sealed by one process at a time', async () => {
    const seals = await Promise.all([seal(), seal(), seal(), seal()])
    expect(seals.filter((one) => one !== null)).toHaveLength(1)
    expect(await findings()).toEqual([])
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

describe('tampering is found: an entry', () => {
  it.each([
    `at = at + interval '1 microsecond'`,
    `action = 'tally.take'`,
    `subject = 'tally/other'`,
    `conference = null`,
    `actor = 'account/other'`,
    `digest = repeat('0', 64)`,
    `id = gen_random_uuid()`,
  ])('that was changed (%s)', async (change) => {
    await tamper(`update journal set ${change} where seq = 2`)
    expect(await findings()).toEqual([{ what: 'entry-changed', seq: 2, seal: 1 }])
  })

  it('that was removed', async () => {
    await tamper('delete from journal where seq = 5')
    expect(await findings()).toEqual([{ what: 'entry-removed', seq: 5, seal: 2 }])
  })

  it('that was removed before it was sealed', async () => {
    await tamper('delete from journal where seq = 7')
    expect(await findings()).toEqual([{ what: 'entry-removed', seq: 7, seal: null }])
  })

  it('that was removed with every trace of its leaf', async () => {
    await tamper('delete from journal where seq = 5; delete from journal_sealed where seq = 5')
    expect(await findings()).toEqual([{ what: 'seal-changed', seal: 2 }])
  })

  it('that was inserted', async () => {
    await tamper(`insert into journal (id, at, action, subject, actor, digest)
      select gen_random_uuid(), at, action, 'tally/never', actor, digest from journal where seq = 1`)
    expect(await findings()).toEqual([{ what: 'entry-inserted', seq: 8, seal: null }])
    await seal()
    expect(await findings()).toEqual([{ what: 'entry-inserted', seq: 8, seal: null }])
  })

  it('that was inserted under a seal', async () => {
    await tamper(`insert into journal overriding system value
      select -1, gen_random_uuid(), xid, at, action, subject, conference, actor, digest from journal where seq = 1;
      insert into journal_sealed select -1, seal, leaf from journal_sealed where seq = 1`)
    expect(await findings()).toEqual([
      { what: 'entry-changed', seq: -1, seal: 1 },
      { what: 'seal-changed', seal: 1 },
    ])
  })

  it('that changed places with another', async () => {
    await tamper(`create temp table two on commit drop as select * from journal where seq < 3;
      delete from journal where seq < 3;
      insert into journal overriding system value
      select 3 - seq, id, xid, at, action, subject, conference, actor, digest from two`)
    expect(await findings()).toEqual([
      { what: 'entry-changed', seq: 1, seal: 1 },
      { what: 'entry-changed', seq: 2, seal: 1 },
    ])
  })
})

describe('tampering is found: a seal', () => {
  it.each([
    `root = repeat('0', 64)`,
    `previous = repeat('0', 64)`,
    `hash = repeat('0', 64)`,
    `entries = entries + 1`,
    `at = at + interval '1 day'`,
  ])('that was changed (%s)', async (change) => {
    await tamper(`update journal_seal set ${change} where number = 3`)
    expect(await findings()).toEqual([{ what: 'seal-changed', seal: 3 }])
  })

  it('whose leaf was changed with its entry', async () => {
    await tamper(`update journal_sealed set leaf = repeat('0', 64) where seq = 4`)
    expect(await findings()).toEqual([
      { what: 'entry-changed', seq: 4, seal: 2 },
      { what: 'seal-changed', seal: 2 },
    ])
  })

  it.each([1, 2, 3])('that was removed (%i)', async (number) => {
    await tamper(`delete from journal_seal where number = ${number}`)
    expect(await findings()).toEqual([{ what: 'seal-removed', seal: number }])
  })

  it('that was written anew, by the one after it or by whoever kept it', async () => {
    const { last } = await verify(here.database.write)
    await tamper(`delete from journal_sealed where seal > 1; delete from journal_seal where number > 1;
      insert into journal_unsealed select seq from journal where seq between 4 and 6;
      update journal set subject = 'tally/other' where seq = 6`)
    await seal()
    await add(1)
    await seal()
    expect(await findings()).toEqual([])
    expect((await verify(here.database.write, last)).findings).toEqual([
      { what: 'seal-changed', seal: 3 },
    ])
  })
})
