import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Writing } from '../../database/tables.ts'
import type { Reaction } from '../../feature.ts'
import { writeEntries } from '../../journal/write.ts'
import type { AnyCommand, Circumstances } from '../command.ts'
import { asRefusal } from '../constraint.ts'
import { parseInput } from '../input.ts'
import { holdingEveryLane } from '../lane.ts'
import { notifyTopics } from '../notices.ts'
import type { Performing } from '../perform.ts'
import { reactionsOf } from '../registry.ts'
import type { Asked, PerformAll } from './all-or-none.ts'

type Parsed = Asked & { readonly parsed: unknown }
type Decided = Parsed & { readonly decision: unknown }

/** Takes everything back; nobody but `performAll` sees it. */
class NothingDone extends Error {
  override name = 'NothingDone'
}

/** Makes the way in which a whole archive is given back. Every lane is held, so that no deed comes in between. */
export function createPerformAll({
  database,
  features,
  clock,
  outbox,
  newId = randomUUIDv7,
}: Performing): PerformAll {
  const reactions = reactionsOf(features)

  return async (actor, batches, refused) => {
    const counts = { done: 0, idle: 0, refused: 0 }
    await outbox.start()
    const refuse = async (one: Asked, refusal: Refusal) => {
      counts.refused += 1
      await refused({ from: one.from as never, refusal })
    }
    const circumstances: Circumstances = { actor, now: clock.now(), newId }
    const transaction = async (db: Writing) => {
      for await (const batch of batches(db)) {
        for (const run of runsOf(batch)) await actAll(db, run, circumstances, counts, refuse)
      }
      if (counts.refused > 0) throw new NothingDone()
    }
    try {
      await holdingEveryLane(database.write, (connection) =>
        connection.transaction().setIsolationLevel('repeatable read').execute(transaction),
      )
    } catch (error) {
      if (!(error instanceof NothingDone)) throw asRefusal(error)
      counts.done = 0
    }
    return counts
  }

  async function actAll(
    db: Writing,
    run: readonly Asked[],
    circumstances: Circumstances,
    counts: { done: number; idle: number },
    refuse: (one: Asked, refusal: Refusal) => Promise<void>,
  ): Promise<void> {
    const parsed: Parsed[] = []
    for (const one of run) {
      const input = allowed(() => parseInput(one.command, one.input))
      if (input instanceof Refusal) await refuse(one, input)
      else parsed.push({ ...one, parsed: input })
    }
    const [first] = parsed
    if (!first) return
    const subjects = await loadAll(db, first.command, parsed)
    const decided: Decided[] = []
    for (const [place, one] of parsed.entries()) {
      const decision = allowed(() => decide(one, subjects[place], circumstances))
      if (decision instanceof Refusal) await refuse(one, decision)
      else if (decision === null) counts.idle += 1
      else decided.push({ ...one, decision })
    }
    for (const one of await saveAll(db, decided, circumstances, refuse)) counts.done += one
  }

  /** Saves what was decided; where the database keeps a rule against it, one by one, to find which. */
  async function saveAll(
    db: Writing,
    decided: readonly Decided[],
    circumstances: Circumstances,
    refuse: (one: Asked, refusal: Refusal) => Promise<void>,
  ): Promise<readonly number[]> {
    if (decided.length === 0) return []
    const trouble = await within(db, () => save(db, decided, circumstances))
    if (!trouble) return [decided.length]
    if (decided.length === 1) {
      await refuse(decided[0] as Decided, trouble)
      return []
    }
    const saved: number[] = []
    for (const one of decided) saved.push(...(await saveAll(db, [one], circumstances, refuse)))
    return saved
  }

  async function save(db: Writing, decided: readonly Decided[], circumstances: Circumstances) {
    const { command } = decided[0] as Decided
    const inputs = decided.map(({ parsed }) => parsed)
    const decisions = decided.map(({ decision }) => decision)
    if (command.many) await command.many.save(db, decisions, inputs)
    else await command.save(db, decisions[0], inputs[0])
    const topics = await touchedBy(db, decided, reactions.get(command.name) ?? [], circumstances)
    await writeEntries(
      db,
      decided.map(({ decision, parsed }) => ({
        id: newId(),
        at: circumstances.now,
        action: command.name,
        subject: command.subject(decision, parsed),
        conference: command.conference(parsed),
        actor: `${circumstances.actor.kind}/${circumstances.actor.id}`,
        input: parsed,
      })),
    )
    await outbox.send(
      db,
      decided.flatMap(({ decision, parsed }) => command.errands?.(decision, parsed) ?? []),
    )
    await notifyTopics(db, topics)
  }
}

/**
 * Deeds that are done at once: those that follow each other, of a command that knows how to do many. All others are
 * done one after the other, so that each finds what the one before has left.
 */
function runsOf<From>(batch: readonly Asked<From>[]): Asked<From>[][] {
  const runs: Asked<From>[][] = []
  for (const one of batch) {
    const run = runs.at(-1)
    if (one.command.many && run?.[0]?.command.name === one.command.name) run.push(one)
    else runs.push([one])
  }
  return runs
}

async function loadAll(
  db: Writing,
  command: AnyCommand,
  parsed: readonly Parsed[],
): Promise<readonly unknown[]> {
  const inputs = parsed.map((one) => one.parsed)
  return command.many ? command.many.load(db, inputs) : [await command.load(db, inputs[0])]
}

function decide({ command, parsed }: Parsed, subject: unknown, circumstances: Circumstances) {
  if (!command.may(circumstances.actor, subject, parsed)) {
    throw new Refusal('platform.not-allowed', 403)
  }
  return command.decide(subject, parsed, circumstances)
}

async function touchedBy(
  db: Writing,
  decided: readonly Decided[],
  reactions: readonly Reaction[],
  circumstances: Circumstances,
): Promise<string[]> {
  const topics = new Set<string>()
  for (const { command, decision, parsed } of decided) {
    for (const topic of command.touches(decision, parsed)) topics.add(topic)
    for (const reaction of reactions) {
      const touched = await reaction(db, { decision, input: parsed }, circumstances)
      for (const topic of touched) topics.add(topic)
    }
  }
  return [...topics]
}

function allowed<Answer>(deed: () => Answer): Answer | Refusal {
  try {
    return deed()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** Does something or takes it back: the refusal that the database's own rules stand for, or null. */
async function within(db: Writing, deed: () => Promise<void>): Promise<Refusal | null> {
  await sql`savepoint deeds`.execute(db)
  try {
    await deed()
    await sql`release savepoint deeds`.execute(db)
    return null
  } catch (error) {
    const refusal = asRefusal(error)
    if (!(refusal instanceof Refusal)) throw error
    await sql`rollback to savepoint deeds`.execute(db)
    return refusal
  }
}
