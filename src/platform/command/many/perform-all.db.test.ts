import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ANONYMOUS, OPERATOR } from '../../../kernel/actor.ts'
import { must } from '../../../kernel/refusal.ts'
import { world } from '../../../testing/world.ts'
import { feature } from '../../feature.ts'
import { verify } from '../../journal/verify.ts'
import { command, type Writing } from '../command.ts'
import type { Asked, Refused } from './all-or-none.ts'

interface Shelved {
  id: string
  text: string
}

/** A shelf of notes: one by one, or many in few queries. */
const put = (name: string, many: boolean) =>
  command(name, {
    input: z.strictObject({ id: z.string().max(9), text: z.string().min(1) }),
    conference: () => null,
    load: async (db, { id }) => (await shelf(db, [id])).get(id) ?? null,
    may: (actor) => actor.kind === 'system',
    decide(known, { text }) {
      must(text !== 'never', 'shelf.never')
      return known === text ? null : { text }
    },
    save: async (db, { text }, { id }) => store(db, [{ id, text }]),
    subject: (_, { id }) => `note/${id}`,
    touches: (_, { id }) => [`shelf/${id}`],
    ...(many && {
      many: {
        async load(db: Writing, inputs: readonly Shelved[]) {
          asked.push(inputs.length)
          const known = await shelf(
            db,
            inputs.map(({ id }) => id),
          )
          return inputs.map(({ id }) => known.get(id) ?? null)
        },
        save: (db: Writing, decisions: readonly { text: string }[], inputs: readonly Shelved[]) =>
          store(
            db,
            inputs.map(({ id }, at) => ({ id, text: decisions[at]?.text ?? '' })),
          ),
      },
    }),
  })
const asked: number[] = []
const shelf = async (db: Writing, ids: readonly string[]) => {
  const { rows } = await sql<{ id: string; text: string }>`
    select id, text from shelf where id = any(${ids as string[]})`.execute(db)
  return new Map(rows.map(({ id, text }) => [id, text]))
}
async function store(db: Writing, notes: readonly { id: string; text: string }[]) {
  await sql`insert into shelf
    select * from unnest(${notes.map(({ id }) => id)}::text[], ${notes.map(({ text }) => text)}::text[])
    on conflict (id) do update set text = excluded.text`.execute(db)
}

const one = put('shelf.put', false)
const many = put('shelf.put-many', true)
const features = [feature('shelf', { say: () => '', commands: [one, many] })]
const w = await world({ features })
afterAll(w.close)
await sql`create table shelf (
  id text primary key,
  text text not null constraint "shelf.too-loud" check (text not like '%!')
)`.execute(w.database.write)

type Note = readonly [id: string, text: unknown]
async function give(command: typeof one, notes: readonly Note[], actor = OPERATOR, size = 2) {
  const refused: Refused<string>[] = []
  async function* batches() {
    for (let at = 0; at < notes.length; at += size) {
      yield notes.slice(at, at + size).map(
        ([id, text]): Asked<string> => ({
          command: command as never,
          input: { id, text },
          from: id,
        }),
      )
    }
  }
  const performed = await w.performAll(actor, batches, (what) => void refused.push(what))
  return { ...performed, codes: refused.map(({ from, refusal }) => [from, refusal.code]) }
}
const standing = async () => {
  const { rows } = await sql<{ id: string }>`select id from shelf order by id`.execute(w.read)
  return rows.map(({ id }) => id)
}
const journal = async () => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from journal`.execute(w.read)
  return rows[0]?.n
}

describe.each([
  ['one by one', one],
  ['many at once', many],
])('many deeds, %s', (_, command) => {
  const key = command === one ? 'a' : 'm'
  const ids = (...names: number[]) => names.map((name) => `${key}${name}`)

  it('are all done, each in the journal', async () => {
    const before = (await journal()) ?? 0
    const performed = await give(
      command,
      ids(1, 2, 3).map((id) => [id, 'here']),
    )
    expect(performed).toEqual({ done: 3, idle: 0, refused: 0, codes: [] })
    expect(await standing()).toEqual(expect.arrayContaining(ids(1, 2, 3)))
    expect(await journal()).toBe(before + 3)
  })

  it('are not done again where everything is as they would make it', async () => {
    const before = await journal()
    const performed = await give(
      command,
      ids(1, 2, 3).map((id) => [id, 'here']),
    )
    expect(performed).toMatchObject({ done: 0, idle: 3 })
    expect(await journal()).toBe(before)
  })

  it('are none of them done where one is refused, and every refusal is told', async () => {
    const before = await journal()
    const [good = '', loud = '', wrong = '', never = '', last = ''] = ids(4, 5, 6, 7, 8)
    const performed = await give(command, [
      [good, 'here'],
      [loud, 'here!'],
      [wrong, 7],
      [never, 'never'],
      [last, 'here'],
    ])
    expect(performed).toEqual({
      done: 0,
      idle: 0,
      refused: 3,
      codes: [
        [loud, 'shelf.too-loud'],
        [wrong, 'platform.unreadable-input'],
        [never, 'shelf.never'],
      ],
    })
    expect(await standing()).not.toEqual(expect.arrayContaining([good]))
    expect(await journal()).toBe(before)
  })

  it('need the rights that each of them needs', async () => {
    const { codes } = await give(command, [[`${key}9`, 'here']], ANONYMOUS)
    expect(codes).toEqual([[`${key}9`, 'platform.not-allowed']])
  })
})

describe('an archive that is given back', () => {
  it('asks for many at once, where a command can', () => {
    expect(Math.max(...asked)).toBe(2)
  })

  it('breaks whole where its rows break', async () => {
    const before = await standing()
    const broken = w.performAll(
      OPERATOR,
      async function* () {
        yield [{ command: one as never, input: { id: 'b1', text: 'here' }, from: null }]
        throw new Error('the file ends here')
      },
      () => undefined,
    )
    await expect(broken).rejects.toThrow('the file ends here')
    expect(await standing()).toEqual(before)
  })

  it('lets nobody in between, and keeps nobody out afterwards', async () => {
    const order: string[] = []
    const slow = w.performAll(
      OPERATOR,
      async function* () {
        order.push('begins')
        yield [{ command: one as never, input: { id: 'c1', text: 'archive' }, from: null }]
        await new Promise((resolve) => setTimeout(resolve, 100))
        order.push('ends')
      },
      () => undefined,
    )
    await expect.poll(() => order).toEqual(['begins'])
    await w.perform(OPERATOR, one as never, { id: 'c1', text: 'afterwards' })
    order.push('deed')
    await slow
    expect(order).toEqual(['begins', 'ends', 'deed'])
  })

  it('leaves a journal that verifies', async () => {
    await w.seal()
    expect(await verify(w.database.write)).toMatchObject({ findings: [], waiting: 0 })
  })
})
