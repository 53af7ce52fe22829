import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../kernel/actor.ts'
import { addToTally, createTally, tally } from '../../testing/tally/tally.ts'
import { world } from '../../testing/world.ts'
import { type Finding, verify, verifyFor, verifyWithin } from './verify.ts'

const { database, perform, seal, close } = await world({ features: [tally] })
const { write } = database
await createTally(write)
afterAll(close)

const add = (times: number) =>
  Promise.all(
    Array.from({ length: times }, () =>
      perform(OPERATOR, addToTally, { conference: 'kathmandu1', by: 1 }),
    ),
  )
const ENDS = [3, 2, 1]
for (const times of ENDS) {
  await add(times)
  await seal()
}
await add(1)

/** As whoever holds the database could: rights granted back, triggers off. */
const AS_OWNER = ['journal', 'journal_seal', 'journal_sealed']
  .map(
    (table) =>
      `grant all on ${table} to current_user; alter table ${table} disable trigger stands;`,
  )
  .join('')

/** What is found after a statement, which is then taken back. */
async function findingsAfter(statement: string): Promise<readonly Finding[]> {
  const { findings } = await write
    .startTransaction()
    .execute()
    .then(async (db) => {
      try {
        await sql.raw(AS_OWNER + statement).execute(db)
        return await verifyWithin(db)
      } finally {
        await db.rollback().execute()
      }
    })
  return findings
}

type Case = [what: string, statement: string, findings: readonly Finding[]]

/** Entries 1 to 3 are under seal 1, 4 and 5 under seal 2, 6 under seal 3; 7 waits. */
const CASES: readonly Case[] = [
  ...[
    `at = at + interval '1 microsecond'`,
    `action = 'tally.take'`,
    `subject = 'tally/other'`,
    `conference = null`,
    `actor = 'account/other'`,
    `digest = repeat('0', 64)`,
    `id = gen_random_uuid()`,
  ].map(
    (change): Case => [
      `an entry that was changed (${change})`,
      `update journal set ${change} where seq = 2`,
      [{ what: 'entry-changed', seq: 2, seal: 1 }],
    ],
  ),
  [
    'an entry that was removed',
    'delete from journal where seq = 5',
    [{ what: 'entry-removed', seq: 5, seal: 2 }],
  ],
  [
    'an entry that was removed before it was sealed',
    'delete from journal where seq = 7',
    [{ what: 'entry-removed', seq: 7, seal: null }],
  ],
  [
    'an entry that was removed with every trace of its leaf',
    'delete from journal where seq = 5; delete from journal_sealed where seq = 5',
    [{ what: 'seal-changed', seal: 2 }],
  ],
  [
    'an entry that was inserted',
    `insert into journal overriding system value select 100, gen_random_uuid(), xid, at, action,
      'tally/never', conference, actor, digest from journal where seq = 1`,
    [{ what: 'entry-inserted', seq: 100, seal: null }],
  ],
  [
    'an entry that was inserted under a seal',
    `insert into journal overriding system value select -1, gen_random_uuid(), xid, at, action,
      subject, conference, actor, digest from journal where seq = 1;
      insert into journal_sealed select -1, seal, leaf from journal_sealed where seq = 1`,
    [
      { what: 'entry-changed', seq: -1, seal: 1 },
      { what: 'seal-changed', seal: 1 },
    ],
  ],
  [
    'two entries that changed places',
    `create temp table two on commit drop as select * from journal where seq < 3;
      delete from journal where seq < 3;
      insert into journal overriding system value
      select 3 - seq, id, xid, at, action, subject, conference, actor, digest from two`,
    [
      { what: 'entry-changed', seq: 1, seal: 1 },
      { what: 'entry-changed', seq: 2, seal: 1 },
    ],
  ],
  ...[
    `root = repeat('0', 64)`,
    `previous = repeat('0', 64)`,
    `hash = repeat('0', 64)`,
    `entries = entries + 1`,
    `at = at + interval '1 day'`,
  ].map(
    (change): Case => [
      `a seal that was changed (${change})`,
      `update journal_seal set ${change} where number = 3`,
      [{ what: 'seal-changed', seal: 3 }],
    ],
  ),
  [
    'a leaf that was changed',
    `update journal_sealed set leaf = repeat('0', 64) where seq = 4`,
    [
      { what: 'entry-changed', seq: 4, seal: 2 },
      { what: 'seal-changed', seal: 2 },
    ],
  ],
  ...[1, 2, 3].map(
    (number): Case => [
      `a seal that was removed (${number})`,
      `delete from journal_seal where number = ${number}`,
      [{ what: 'seal-removed', seal: number }],
    ],
  ),
  ['nothing where nothing was altered', 'select 1', []],
]

describe('verifying for a time', () => {
  it('stops when it is over, and goes on from there to the same verdict', async () => {
    const whole = await verify(write)
    const part = (after: number) => verifyFor(write, { known: null, after, milliseconds: -1 })
    const first = await part(0)
    expect(first).toMatchObject({ upTo: 1, verdict: { findings: [], sealed: 3 } })
    const second = await part(1)
    expect(second).toMatchObject({ upTo: 2, verdict: { findings: [], sealed: 2 } })
    const third = await part(2)
    expect(third).toMatchObject({ upTo: null, verdict: { ...whole, sealed: 1 } })
    for (const { verdict } of [first, second, third]) expect(verdict.last).toEqual(whole.last)
  })

  it('goes on from no seal that is not there', async () => {
    const { verdict } = await verifyFor(write, { known: null, after: 7, milliseconds: 1_000 })
    expect(verdict.seals).toBe(7)
  })
})

describe('tampering in SQL: verify finds', () => {
  it.each(CASES)('%s', async (_, statement, findings) => {
    expect(await findingsAfter(statement)).toEqual(findings)
  })

  it('a chain that was written anew, for whoever kept a seal', async () => {
    const { last } = await verify(write)
    expect(await verify(write, last)).toMatchObject({ findings: [] })
    await sql
      .raw(`${AS_OWNER} delete from journal_sealed where seal > 1;
        delete from journal_seal where number > 1;
        insert into journal_unsealed select seq from journal where seq between 4 and 6;
        update journal set subject = 'tally/other' where seq = 6`)
      .execute(write)
    await seal()
    expect((await verify(write, last)).findings).toEqual([{ what: 'seal-removed', seal: 3 }])
    await add(1)
    await seal()
    expect((await verify(write)).findings).toEqual([])
    expect((await verify(write, last)).findings).toEqual([{ what: 'seal-changed', seal: 3 }])
  })

  it('an inserted entry also after the next seal', async () => {
    await sql`insert into journal (id, at, action, subject, actor, digest)
      select gen_random_uuid(), at, action, 'tally/never', actor, digest from journal where seq = 1`.execute(
      write,
    )
    await add(1)
    expect(await seal()).toMatchObject({ entries: 1 })
    expect((await verify(write)).findings).toMatchObject([{ what: 'entry-inserted', seal: null }])
  })
})
