import type { Actor } from '../../../kernel/actor.ts'
import type { AnyCommand } from '../../../platform/command/command.ts'
import { PLAYER } from './rehearsal.model.ts'
import { rehearse } from './step.commands.ts'

/** What the job works with. */
interface World {
  perform(
    actor: Actor,
    command: AnyCommand,
    input: unknown,
    options: { key: string },
  ): Promise<unknown>
  key: string
}

/** Goes on with a rehearsal: one deed, which asks for the next. */
export const playOn = async (
  { conference, session, seq }: Record<string, unknown>,
  { perform, key }: World,
): Promise<void> => {
  await perform(PLAYER, rehearse, { conference, session, seq }, { key })
}
