import type { Actor } from '../../../kernel/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Clock } from '../../clock.ts'
import type { Writing } from '../../database/tables.ts'
import type { Reaction } from '../../feature.ts'
import type { writeEntries } from '../../journal/write.ts'
import { ofDeed } from '../../mail/under-way/of-deed.ts'
import type { AnyCommand, Circumstances, Errand, Outcome, Topic } from '../command.ts'
import { loadAll, saveAll } from '../many/at-once.ts'
import { settled } from '../turns/settled.ts'
import type { Rights } from './rights.ts'

/** A deed as somebody asks for it, its input read. */
export interface Deed {
  readonly actor: Actor
  readonly command: AnyCommand
  readonly input: unknown
  /** The version that the actor saw. */
  readonly seen: string | undefined
}

/** What a deed leaves behind, besides what it saved itself. */
export interface Left {
  readonly outcome: Outcome
  readonly entry?: Parameters<typeof writeEntries>[1][number]
  readonly errands?: readonly Errand[]
  readonly topics?: readonly Topic[]
}

/** A deed that may be done, and what was decided. */
interface Decided {
  readonly deed: Deed
  readonly decision: unknown
  readonly circumstances: Circumstances
}

const NOTHING_DONE: Left = { outcome: { subject: null, answer: {} } }

/** Makes the way in which deeds of one command are done: load, ask `may`, decide, save, let later features react. */
export function createDoing({
  reactions,
  clock,
  newId,
}: {
  reactions: ReadonlyMap<string, readonly Reaction[]>
  clock: Clock
  newId: () => string
}) {
  return async (
    rights: Rights,
    run: readonly Deed[],
  ): Promise<readonly PromiseSettledResult<Left>[]> => {
    const [first] = run
    if (!first) return []
    const { db } = rights
    const inputs = run.map(({ input }) => input)
    const subjects = await loadAll(db, first.command, inputs)
    const decided: PromiseSettledResult<Decided>[] = []
    for (const [place, asked] of run.entries()) {
      const deed = { ...asked, actor: await rights.of(asked.actor) }
      decided.push(settled(() => decide(deed, subjects[place])))
    }
    await saveAll(db, first.command, decided.flatMap(isToBeSaved))
    const ends: PromiseSettledResult<Left>[] = []
    for (const one of decided) {
      if (one.status === 'rejected') ends.push(one)
      else ends.push({ status: 'fulfilled', value: await leave(db, one.value) })
    }
    return ends
  }

  function decide(deed: Deed, found: unknown): Decided {
    const { actor, command, input, seen } = deed
    const circumstances: Circumstances = { actor, now: clock.now(), newId }
    if (!command.may(actor, found, input)) throw new Refusal('platform.not-allowed', 403)
    if (seen !== undefined && command.version && command.version(found, input) !== seen) {
      throw new Refusal('platform.changed-meanwhile', 409)
    }
    return { deed, decision: command.decide(found, input, circumstances), circumstances }
  }

  async function leave(db: Writing, { deed, decision, circumstances }: Decided): Promise<Left> {
    if (decision === null) return NOTHING_DONE
    const { actor, command, input } = deed
    const topics = [...command.touches(decision, input)]
    for (const reaction of reactions.get(command.name) ?? []) {
      topics.push(...(await reaction(db, { decision, input }, circumstances)))
    }
    const subject = command.subject(decision, input)
    const id = newId()
    return {
      outcome: { subject, answer: command.answer?.(decision, input) ?? {} },
      entry: {
        id,
        at: circumstances.now,
        action: command.name,
        subject,
        conference: command.conference(input),
        actor: `${actor.kind}/${actor.id}`,
        input,
      },
      errands: ofDeed(id, command.errands?.(decision, input) ?? []),
      topics,
    }
  }
}

const isToBeSaved = (one: PromiseSettledResult<Decided>) =>
  one.status === 'rejected' || one.value.decision === null
    ? []
    : [{ decision: one.value.decision, input: one.value.deed.input }]
