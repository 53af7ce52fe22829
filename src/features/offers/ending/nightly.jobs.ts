import type { Actor } from '../../../kernel/actor.ts'
import type { AnyCommand } from '../../../platform/command/command.ts'
import { REMINDER, remindOfEnd } from './commands.ts'
import { endingAfter } from './queries.ts'

/** What the job of a morning works with. */
interface World {
  read: Parameters<typeof endingAfter>[0]
  perform(
    actor: Actor,
    command: AnyCommand,
    input: unknown,
    options: { key: string },
  ): Promise<unknown>
  key: string
}

/** Reminds of every standing offer whose end has come near; of which, the deed itself decides. */
export async function remindOfEnds(
  { slot }: Record<string, unknown>,
  { read, perform, key }: World,
): Promise<void> {
  const day = Temporal.Instant.from(`${slot}`).toZonedDateTimeISO('UTC').toPlainDate().toString()
  for (const { id, conference } of await endingAfter(read, day)) {
    await perform(REMINDER, remindOfEnd, { conference, offer: id }, { key: `${key} ${id}` })
  }
}
