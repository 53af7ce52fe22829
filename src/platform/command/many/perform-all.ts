import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Writing } from '../../database/tables.ts'
import { writeEntries } from '../../journal/write.ts'
import type { Circumstances, Errand, Topic } from '../command.ts'
import { asRefusal } from '../constraint.ts'
import { parseInput } from '../input.ts'
import { notifyTopics } from '../notices.ts'
import type { Performing } from '../perform.ts'
import { reactionsOf } from '../registry.ts'
import { holdingEveryLane } from '../turns/lane.ts'
import type { Asked, PerformAll } from './all-or-none.ts'
import { loadAll, saveAll } from './at-once.ts'

type Parsed = Asked & { readonly parsed: unknown }

/** A deed that was refused. */
interface NotDone {
  readonly one: Asked
  readonly refusal: Refusal
}

/** What some deeds leave behind, while it is not certain yet that they stand. */
interface Left {
  readonly entries: Parameters<typeof writeEntries>[1][number][]
  readonly topics: Set<Topic>
  readonly errands: Errand[]
  readonly refused: NotDone[]
  idle: number
}

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
    const circumstances: Circumstances = { actor, now: clock.now(), newId }
    const transaction = async (db: Writing) => {
      for await (const batch of batches(db)) {
        for (const { one, refusal } of await actAll(db, batch, circumstances, counts)) {
          counts.refused += 1
          await refused({ from: one.from as never, refusal })
        }
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

  /** Does deeds; where the database keeps a rule against one of them, one by one, to find which. */
  async function actAll(
    db: Writing,
    deeds: readonly Asked[],
    circumstances: Circumstances,
    counts: { done: number; idle: number },
  ): Promise<readonly NotDone[]> {
    const left: Left = { entries: [], topics: new Set(), errands: [], refused: [], idle: 0 }
    const trouble = await within(db, async () => {
      for (const run of runsOf(deeds)) await act(db, run, circumstances, left)
      await writeEntries(db, left.entries)
      await outbox.send(db, left.errands)
      await notifyTopics(db, [...left.topics])
    })
    if (!trouble) {
      counts.done += left.entries.length
      counts.idle += left.idle
      return left.refused
    }
    const [one, another] = deeds
    if (one && !another) return [{ one, refusal: trouble }]
    const refused: NotDone[] = []
    for (const deed of deeds) refused.push(...(await actAll(db, [deed], circumstances, counts)))
    return refused
  }

  /** Does deeds of one command, as far as the entry in the journal and the notice, which all of them have together. */
  async function act(
    db: Writing,
    run: readonly Asked[],
    circumstances: Circumstances,
    left: Left,
  ): Promise<void> {
    const parsed: Parsed[] = []
    for (const one of run) {
      const input = allowed(() => parseInput(one.command, one.input))
      if (input instanceof Refusal) left.refused.push({ one, refusal: input })
      else parsed.push({ ...one, parsed: input })
    }
    const [first] = parsed
    if (!first) return
    const { command } = first
    const subjects = await loadAll(
      db,
      command,
      parsed.map((one) => one.parsed),
    )
    const decided: { decision: unknown; input: unknown }[] = []
    for (const [place, one] of parsed.entries()) {
      const decision = allowed(() => decide(one, subjects[place], circumstances))
      if (decision instanceof Refusal) left.refused.push({ one, refusal: decision })
      else if (decision === null) left.idle += 1
      else decided.push({ decision, input: one.parsed })
    }
    await saveAll(db, command, decided)
    for (const { decision, input } of decided) {
      for (const topic of command.touches(decision, input)) left.topics.add(topic)
      for (const reaction of reactions.get(command.name) ?? []) {
        const touched = await reaction(db, { decision, input }, circumstances)
        for (const topic of touched) left.topics.add(topic)
      }
      left.errands.push(...(command.errands?.(decision, input) ?? []))
      left.entries.push({
        id: newId(),
        at: circumstances.now,
        action: command.name,
        subject: command.subject(decision, input),
        conference: command.conference(input),
        actor: `${circumstances.actor.kind}/${circumstances.actor.id}`,
        input,
      })
    }
  }
}

/**
 * Deeds that are done at once: those that follow each other, of a command that knows how to do many, whatever they are
 * about. All others are done one after the other, so that each finds what the one before has left.
 */
function runsOf<From>(batch: readonly Asked<From>[]): Asked<From>[][] {
  const runs: Asked<From>[][] = []
  for (const one of batch) {
    const run = runs.at(-1)
    const { many, name } = one.command
    if (many && !many.about && run?.[0]?.command.name === name) run.push(one)
    else runs.push([one])
  }
  return runs
}

function decide({ command, parsed }: Parsed, subject: unknown, circumstances: Circumstances) {
  if (!command.may(circumstances.actor, subject, parsed)) {
    throw new Refusal('platform.not-allowed', 403)
  }
  return command.decide(subject, parsed, circumstances)
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
