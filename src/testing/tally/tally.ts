import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { holds, OPERATOR } from '../../kernel/actor.ts'
import { must } from '../../kernel/refusal.ts'
import { command } from '../../platform/command/command.ts'
import type { Tables, Writing } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'

/**
 * The smallest feature that can go wrong: a count per conference, read and written back by every command, so that
 * whatever is not done one after the other is lost or doubled.
 */

/** Its tables, which no migration knows. */
export const createTally = (db: Kysely<Tables>) =>
  sql`
    create table if not exists tally (conference text primary key, count integer not null,
      constraint "tally.full" check (count <= 1000));
    create table if not exists tally_step (conference text, reached integer,
      constraint "tally.reached-twice" unique (conference, reached)
        deferrable initially deferred);
    create table if not exists tally_echo (conference text, heard text);
  `.execute(db)

/** How far a conference's tally has come. */
export async function countOf(db: Kysely<Tables>, conference: string): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count from tally where conference = ${conference}`.execute(db)
  return rows[0]?.count ?? 0
}

const Step = z.strictObject({
  conference: z.string().min(3),
  by: z.int().min(0).max(10_000),
  tell: z.string().optional(),
  /** Counts on from here alone. */
  from: z.int().optional(),
})

async function saveCount(db: Writing, count: number, { conference }: z.infer<typeof Step>) {
  await sql`insert into tally values (${conference}, ${count})
    on conflict (conference) do update set count = excluded.count`.execute(db)
  await sql`insert into tally_step values (${conference}, ${count})`.execute(db)
}

const parts = {
  input: Step,
  conference: ({ conference }: z.infer<typeof Step>) => conference,
  load: (db: Writing, { conference }: z.infer<typeof Step>) => countOf(db, conference),
  save: saveCount,
  subject: (_: number, { conference }: z.infer<typeof Step>) => `tally/${conference}`,
  answer: (count: number) => ({ count }),
  touches: (_: number, { conference }: z.infer<typeof Step>) => [`tally/${conference}`],
}

/** Counts on, whoever administers; three steps at once are refused, and no step changes nothing. */
export const addToTally = command('tally.add', {
  ...parts,
  may: (actor, _, { conference }) => holds(actor, conference, 'administrator'),
  decide(count, { by, from = count }) {
    must(count === from, 'tally.counted-meanwhile')
    must(by !== 3, 'tally.too-hasty', { count })
    return by === 0 ? null : count + by
  },
  errands: (count, { conference, tell }) =>
    tell ? [{ job: 'tally.tell', data: { conference, count, tell } }] : [],
})

/** Writes down what the job was told. */
export const hearTally = command('tally.hear', {
  input: z.strictObject({ conference: z.string(), heard: z.string() }),
  conference: ({ conference }) => conference,
  load: async () => null,
  may: (actor) => holds(actor, '*', 'administrator'),
  decide: (_, { heard }) => heard,
  save: async (db, heard, { conference }) => {
    await sql`insert into tally_echo values (${conference}, ${heard})`.execute(db)
  },
  subject: (_, { conference }) => `tally/${conference}`,
  touches: () => [],
})

/** What jobs were told, in the order in which they heard it. */
export async function heardIn(db: Kysely<Tables>, conference: string): Promise<string[]> {
  const { rows } = await sql<{
    heard: string
  }>`select heard from tally_echo where conference = ${conference}`.execute(db)
  return rows.map(({ heard }) => heard)
}

/** The feature of these commands; its job repeats what an errand told it. */
export const tally = feature('tally', {
  say: (_, key) => key,
  commands: [addToTally, hearTally],
  jobs: {
    async 'tally.tell'({ conference, tell }, { perform, key }) {
      await perform(OPERATOR, hearTally, { conference, heard: tell }, { key })
    },
  },
})
