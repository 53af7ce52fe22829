import { randomUUIDv7 } from 'node:crypto'
import type { Actor, Grant } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Writing } from '../database/tables.ts'
import type { Feature, Perform } from '../feature.ts'
import type { Outbox } from '../jobs/outbox.ts'
import { writeEntry } from '../journal/write.ts'
import type { AnyCommand, Circumstances, Outcome } from './command.ts'
import { asRefusal } from './constraint.ts'
import { type Asked, answeredBefore, keepAnswer } from './idempotency.ts'
import { parseInput } from './input.ts'
import { notifyTopics } from './notices.ts'
import { reactionsOf } from './registry.ts'
import { EVERYONE, holdingLane } from './turns/lane.ts'
import { createQueue } from './turns/queue.ts'
import { retrying } from './turns/retry.ts'

/** What `perform` needs of the world. */
export interface Performing {
  database: Pick<Database, 'write'>
  features: readonly Feature[]
  clock: Clock
  outbox: Outbox
  newId?: () => string
  /** What an account may do now; without it, what the actor says. */
  grantsOf?: (db: Writing, account: string) => Promise<readonly Grant[]>
}

const NOTHING_DONE: Outcome = { subject: null, answer: {} }

const nameOf = (actor: Actor) => `${actor.kind}/${actor.id}`

/** Makes the only way to change anything: each command is done whole, in its order, or not at all. */
export function createPerform({
  database,
  features,
  clock,
  outbox,
  newId = randomUUIDv7,
  grantsOf,
}: Performing): Perform {
  const reactions = reactionsOf(features)
  const queued = createQueue()

  return async (actor, command, given, { key, seen } = {}) => {
    const input = parseInput(command, given)
    const lane = command.conference(input) ?? EVERYONE
    const asked =
      key === undefined ? null : { actor: nameOf(actor), command: command.name, key, input }
    // Before the transaction begins: what is connected later, its snapshot does not see.
    if (command.errands) await outbox.start()
    try {
      return await queued(lane, () =>
        holdingLane(database.write, lane, (connection) =>
          retrying(() =>
            connection
              .transaction()
              .setIsolationLevel('serializable')
              .execute((db) => once(db, asked, clock, () => act(db, actor, command, input, seen))),
          ),
        ),
      )
    } catch (error) {
      throw asRefusal(error)
    }
  }

  /** Rights are those of the moment of the deed: a role that ended while its holder typed has ended. */
  async function withRightsOf(db: Writing, actor: Actor): Promise<Actor> {
    if (actor.kind !== 'account' || !grantsOf) return actor
    return { ...actor, grants: await grantsOf(db, actor.id) }
  }

  async function act(
    db: Writing,
    asking: Actor,
    command: AnyCommand,
    input: unknown,
    seen: string | undefined,
  ): Promise<Outcome> {
    const actor = await withRightsOf(db, asking)
    const circumstances: Circumstances = { actor, now: clock.now(), newId }
    const found = await command.load(db, input)
    if (!command.may(actor, found, input)) throw new Refusal('platform.not-allowed', 403)
    if (seen !== undefined && command.version && command.version(found, input) !== seen) {
      throw new Refusal('platform.changed-meanwhile', 409)
    }
    const decision = command.decide(found, input, circumstances)
    if (decision === null) return NOTHING_DONE

    await command.save(db, decision, input)
    const topics = [...command.touches(decision, input)]
    for (const reaction of reactions.get(command.name) ?? []) {
      topics.push(...(await reaction(db, { decision, input }, circumstances)))
    }
    const subject = command.subject(decision, input)
    await writeEntry(db, {
      id: newId(),
      at: circumstances.now,
      action: command.name,
      subject,
      conference: command.conference(input),
      actor: nameOf(actor),
      input,
    })
    await outbox.send(db, command.errands?.(decision, input) ?? [])
    await notifyTopics(db, topics)
    return { subject, answer: command.answer?.(decision, input) ?? {} }
  }
}

/** A question that bears a key is answered once; asked again, the same answer is given. */
async function once(
  db: Writing,
  asked: Asked | null,
  clock: Clock,
  act: () => Promise<Outcome>,
): Promise<Outcome> {
  if (!asked) return act()
  const before = await answeredBefore(db, asked)
  if (before) return before
  const outcome = await act()
  await keepAnswer(db, asked, outcome, clock.now())
  return outcome
}
