import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, OPERATOR } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { addToTally, countOf, createTally, tally } from '../../testing/tally/tally.ts'
import { world } from '../../testing/world.ts'
import { feature } from '../feature.ts'
import { topicsOf } from './notices.ts'
import { createPerform } from './perform.ts'

const { perform, database, clock, outbox, newId, ...rest } = await world({ features: [tally] })
await createTally(database.write)
afterAll(rest.close)

let conferences = 0
const conference = () => {
  conferences += 1
  return `kathmandu${conferences}`
}
const entriesOf = (of: string) =>
  database.write
    .selectFrom('journal')
    .select(['at', 'action', 'subject', 'conference', 'actor'])
    .where('conference', '=', of)
    .orderBy('seq')
    .execute()
const refusal = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error) => {
      if (!(error instanceof Refusal)) throw error
      const { code, status, values, fields } = error
      return { code, status, values, fields }
    },
  )

describe('perform', () => {
  it('does a deed, tells what was done, and writes the journal', async () => {
    const at = conference()
    expect(await perform(OPERATOR, addToTally, { conference: at, by: 5 })).toEqual({
      subject: `tally/${at}`,
      answer: { count: 5 },
    })
    expect(await countOf(database.write, at)).toBe(5)
    expect(await entriesOf(at)).toEqual([
      {
        at: clock.now(),
        action: 'tally.add',
        subject: `tally/${at}`,
        conference: at,
        actor: 'system/operator',
      },
    ])
  })

  it('does nothing where there is nothing to do, and journals nothing', async () => {
    const at = conference()
    expect(await perform(OPERATOR, addToTally, { conference: at, by: 0 })).toEqual({
      subject: null,
      answer: {},
    })
    expect(await entriesOf(at)).toEqual([])
  })

  it('refuses input that it cannot read, field by field', async () => {
    const given = { conference: 'k', by: '5', colour: 'blue' }
    expect(await refusal(perform(OPERATOR, addToTally, given))).toEqual({
      code: 'platform.unreadable-input',
      status: 422,
      values: {},
      fields: [
        { path: ['conference'], code: 'input.too-short', values: { least: 3 } },
        { path: ['by'], code: 'input.wrong-kind' },
        { path: ['colour'], code: 'input.unknown-field' },
      ],
    })
    expect(await refusal(perform(OPERATOR, addToTally, { by: 10_001 }))).toMatchObject({
      fields: [
        { path: ['conference'], code: 'input.missing' },
        { path: ['by'], code: 'input.too-large', values: { most: 10_000 } },
      ],
    })
  })

  it('refuses whoever may not, and changes nothing', async () => {
    const [here, there] = [conference(), conference()]
    const guest: Actor = {
      kind: 'account',
      id: 'guest',
      grants: [{ role: 'administrator', conference: there }],
    }
    for (const actor of [ANONYMOUS, guest]) {
      expect(await refusal(perform(actor, addToTally, { conference: here, by: 1 }))).toMatchObject({
        code: 'platform.not-allowed',
        status: 403,
      })
    }
    expect(await countOf(database.write, here)).toBe(0)
    expect(await perform(guest, addToTally, { conference: there, by: 1 })).toMatchObject({
      answer: { count: 1 },
    })
  })

  it('refuses what a rule forbids, with its values', async () => {
    const at = conference()
    await perform(OPERATOR, addToTally, { conference: at, by: 10 })
    expect(await refusal(perform(OPERATOR, addToTally, { conference: at, by: 3 }))).toEqual({
      code: 'tally.too-hasty',
      status: 409,
      values: { count: 10 },
      fields: [],
    })
    expect(await countOf(database.write, at)).toBe(10)
    expect(await entriesOf(at)).toHaveLength(1)
  })

  it('refuses what a constraint of the database forbids, by its name', async () => {
    const at = conference()
    expect(await refusal(perform(OPERATOR, addToTally, { conference: at, by: 1001 }))).toEqual({
      code: 'tally.full',
      status: 409,
      values: {},
      fields: [],
    })
    expect(await entriesOf(at)).toEqual([])
  })

  it('tells every process which topics have changed, and only after the commit', async () => {
    const at = conference()
    const heard: string[] = []
    const listener = await database.listen()
    listener.on('notification', ({ payload }) => heard.push(...topicsOf(payload ?? '')))
    await listener.query('listen plenum')
    await refusal(perform(OPERATOR, addToTally, { conference: at, by: 3 }))
    await perform(OPERATOR, addToTally, { conference: at, by: 0 })
    await perform(OPERATOR, addToTally, { conference: at, by: 1 })
    await expect.poll(() => heard).toEqual([`tally/${at}`])
    await listener.end()
  })
})

describe('reactions', () => {
  const echo = (react: () => void) =>
    feature('echo', {
      say: (_, key) => key,
      on: {
        async 'tally.add'(db, { decision, input }, { now }) {
          const { conference: of } = input as { conference: string }
          await sql`insert into tally_echo values (${of}, ${`${decision} at ${now}`})`.execute(db)
          react()
          return [`echo/${of}`]
        },
      },
    })
  const echoes = (of: string) =>
    sql<{ heard: string }>`select heard from tally_echo where conference = ${of}`
      .execute(database.write)
      .then(({ rows }) => rows.map(({ heard }) => heard))
  const performing = (react: () => void) =>
    createPerform({ database, features: [tally, echo(react)], clock, outbox, newId })

  it('happen in the transaction of the deed', async () => {
    const at = conference()
    const reacting = performing(() => undefined)
    await reacting(OPERATOR, addToTally, { conference: at, by: 2 })
    await reacting(OPERATOR, addToTally, { conference: at, by: 0 })
    expect(await echoes(at)).toEqual([`2 at ${clock.now()}`])
  })

  it('take the deed back when they are refused', async () => {
    const at = conference()
    const refusing = performing(() => {
      throw new Refusal('echo.tired')
    })
    expect(await refusal(refusing(OPERATOR, addToTally, { conference: at, by: 2 }))).toMatchObject({
      code: 'echo.tired',
    })
    expect([await countOf(database.write, at), await echoes(at), await entriesOf(at)]).toEqual([
      0,
      [],
      [],
    ])
  })

  it('cannot be to something that nobody does', () => {
    const deaf = feature('deaf', { say: (_, key) => key, on: { 'tally.sing': async () => [] } })
    expect(() => createPerform({ database, features: [deaf], clock, outbox })).toThrow(
      'A feature reacts to tally.sing, which nobody does',
    )
  })
})

describe('a key', () => {
  const add = (of: string, by: number, key: string, actor = OPERATOR) =>
    perform(actor, addToTally, { conference: of, by }, { key })

  it('makes a deed be done once, and answered alike', async () => {
    const at = conference()
    const first = await add(at, 4, 'a')
    await perform(OPERATOR, addToTally, { conference: at, by: 1 })
    expect(await add(at, 4, 'a')).toEqual(first)
    expect(await countOf(database.write, at)).toBe(5)
    expect(await add(at, 4, 'b')).toMatchObject({ answer: { count: 9 } })
  })

  it('stands for one input only', async () => {
    const at = conference()
    await add(at, 4, 'c')
    expect(await refusal(add(at, 5, 'c'))).toMatchObject({ code: 'platform.key-used', status: 422 })
    expect(await refusal(add(conference(), 4, 'c'))).toMatchObject({ code: 'platform.key-used' })
    expect(await countOf(database.write, at)).toBe(4)
  })

  it('belongs to one actor', async () => {
    const at = conference()
    await add(at, 4, 'd')
    const other: Actor = { ...OPERATOR, kind: 'account' }
    expect(await add(at, 5, 'd', other)).toMatchObject({ answer: { count: 9 } })
  })

  it('is not used up by a refusal', async () => {
    const at = conference()
    await add(at, 999, 'e')
    expect(await refusal(add(at, 2, 'f'))).toMatchObject({ code: 'tally.full' })
    await sql`update tally set count = 10 where conference = ${at}`.execute(database.write)
    expect(await add(at, 2, 'f')).toMatchObject({ answer: { count: 12 } })
  })

  it('that comes several times at once is one deed', async () => {
    const at = conference()
    const other = createPerform({ database, features: [tally], clock, outbox })
    const answers = await Promise.all(
      [perform, other, perform, other].map((one) =>
        one(OPERATOR, addToTally, { conference: at, by: 7 }, { key: 'h' }),
      ),
    )
    expect(answers).toEqual(Array(4).fill({ subject: `tally/${at}`, answer: { count: 7 } }))
    expect(await countOf(database.write, at)).toBe(7)
    const mixed = await Promise.all(
      [conference(), conference(), conference()].map((of, by) =>
        refusal(
          createPerform({ database, features: [tally], clock, outbox })(
            OPERATOR,
            addToTally,
            { conference: of, by: by + 4 },
            { key: 'i' },
          ),
        ),
      ),
    )
    expect(mixed.filter((one) => one === 'done')).toHaveLength(1)
    expect(mixed.filter((one) => one !== 'done')).toMatchObject(
      Array(2).fill({ code: 'platform.key-used' }),
    )
  })
})
