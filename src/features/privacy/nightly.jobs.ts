import type { Actor } from '../../kernel/actor.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import { KEEPER, type RetentionClass } from './model.ts'
import { overdueAt } from './queries.ts'

/** What the job of a night works with. */
interface World {
  read: Parameters<typeof overdueAt>[0]
  perform(
    actor: Actor,
    command: AnyCommand,
    input: unknown,
    options: { key: string },
  ): Promise<unknown>
  key: string
}

/**
 * The job of a night: has a deed end the time of what is over, conference by conference, each in a transaction of its
 * own, so that a night that breaks off is taken up where it stood. Where nothing is left, the deed does nothing.
 *
 * @param of the classes with which the deed has to do.
 * @param says whether the deed is told which of them are over.
 */
export const eachNight =
  (command: AnyCommand, of: readonly RetentionClass[], says: 'classes' | 'nothing' = 'nothing') =>
  async ({ slot }: Record<string, unknown>, { read, perform, key }: World): Promise<void> => {
    for (const { conference, classes } of await overdueAt(read, Temporal.Instant.from(`${slot}`))) {
      const over = classes.filter((one) => of.includes(one))
      if (over.length === 0) continue
      const input = says === 'classes' ? { conference, classes: over } : { conference }
      await perform(KEEPER, command, input, { key: `${key} ${conference}` })
    }
  }
