import { randomUUIDv7 } from 'node:crypto'
import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Writing } from '../database/tables.ts'
import type { Feature, Perform } from '../feature.ts'
import type { Outbox } from '../jobs/outbox.ts'
import { writeEntries } from '../journal/write.ts'
import type { AnyCommand } from './command.ts'
import { asRefusal } from './constraint.ts'
import { createDoing, type Deed, type Left } from './doing/doing.ts'
import { type GrantsOf, type Rights, rightsIn } from './doing/rights.ts'
import {
  type Answers,
  type Asked,
  answered,
  answersBefore,
  keepAnswers,
  noteAnswer,
} from './idempotency.ts'
import { parseInput } from './input.ts'
import { runsBy } from './many/at-once.ts'
import { notifyTopics } from './notices.ts'
import { reactionsOf } from './registry.ts'
import { EVERYONE } from './turns/lane.ts'
import { settled } from './turns/settled.ts'
import { createTurns } from './turns/turns.ts'

/** What `perform` needs of the world. */
export interface Performing {
  database: Pick<Database, 'write'>
  features: readonly Feature[]
  clock: Clock
  outbox: Outbox
  newId?: () => string
  /** Without it, rights are what the actor says. */
  grantsOf?: GrantsOf
}

/** A deed that waits for its turn. */
interface Waiting extends Deed {
  /** The question, where it bears a key: it is answered once, and asked again, the same answer is given. */
  readonly asked: Asked | null
}

/** What deeds in one transaction need: what each may do, and what was answered before. */
interface Ground extends Rights {
  readonly answers: Answers
}

/** What a deed leaves behind, and the question under whose key its outcome is kept. */
interface Answered extends Left {
  readonly asked?: Asked | null
}

const nameOf = (actor: Actor) => `${actor.kind}/${actor.id}`

/** Makes the only way to change anything: each command is done whole, in its order, or not at all. */
export function createPerform(performing: Performing): Perform {
  const { database, features, clock, outbox, newId = randomUUIDv7, grantsOf } = performing
  const doing = createDoing({ reactions: reactionsOf(features), clock, newId })
  const inTurn = createTurns<Waiting, Ground, Answered>(database.write, {
    begin,
    runs: runsBy(({ command: { many }, input }) => many?.about?.(input)),
    act,
    finish,
  })

  return async (actor, command, given, { key, seen } = {}) => {
    const input = parseInput(command, given)
    const asked =
      key === undefined ? null : { actor: nameOf(actor), command: command.name, key, input }
    // Before the transaction begins: what is connected later, its snapshot does not see.
    if (command.errands) await outbox.start()
    try {
      const left = await inTurn(laneOf(command, input), { actor, command, input, seen, asked })
      return left.outcome
    } catch (error) {
      throw asRefusal(error)
    }
  }

  async function begin(db: Writing, deeds: readonly Waiting[]): Promise<Ground> {
    const actors = deeds.map(({ actor }) => actor)
    const questions = deeds.flatMap(({ asked }) => asked ?? [])
    const rights = await rightsIn(db, actors, grantsOf)
    return { ...rights, answers: await answersBefore(db, questions) }
  }

  /** Does what was not done before. */
  async function act({ answers, ...rights }: Ground, run: readonly Waiting[]) {
    const before = run.map(({ asked }) => settled(() => asked && answered(answers, asked)))
    const isNew = (place: number) => {
      const one = before[place]
      return one?.status === 'fulfilled' && one.value === null
    }
    const fresh = run.filter((_, place) => isNew(place))
    const ends = (await doing(rights, fresh)).values()
    return before.map((one, place): PromiseSettledResult<Answered> => {
      if (one.status === 'rejected') return one
      if (one.value) return { status: 'fulfilled', value: { outcome: one.value } }
      const end = ends.next().value as PromiseSettledResult<Left>
      if (end.status === 'rejected') return end
      const asked = run[place]?.asked ?? null
      if (asked) noteAnswer(answers, asked, end.value.outcome)
      return { status: 'fulfilled', value: { ...end.value, asked } }
    })
  }

  async function finish({ db }: Ground, all: readonly Answered[]): Promise<void> {
    const entries = all.flatMap(({ entry = [] }) => entry)
    const errands = all.flatMap((left) => left.errands ?? [])
    const topics = all.flatMap((left) => left.topics ?? [])
    const answers = all.flatMap(({ outcome, asked }) => (asked ? { asked, outcome } : []))
    await writeEntries(db, entries)
    await outbox.send(db, errands)
    await notifyTopics(db, topics)
    await keepAnswers(db, answers, clock.now())
  }
}

const laneOf = (command: AnyCommand, input: unknown) => command.conference(input) ?? EVERYONE
