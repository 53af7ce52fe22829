import { Refusal } from '../../kernel/refusal.ts'
import type { Feature, Reaction } from '../feature.ts'
import type { AnyCommand } from './command.ts'

const known = new WeakMap<readonly Feature[], ReadonlyMap<string, AnyCommand>>()

/** Every command by its one name. */
export function commandsOf(features: readonly Feature[]): ReadonlyMap<string, AnyCommand> {
  const commands = known.get(features) ?? namedCommands(features)
  known.set(features, commands)
  return commands
}

function namedCommands(features: readonly Feature[]): ReadonlyMap<string, AnyCommand> {
  const commands = features.flatMap((feature) => feature.commands ?? [])
  const byName = new Map(commands.map((command) => [command.name, command]))
  if (byName.size < commands.length) throw new Error('Two commands have the same name')
  return byName
}

/** The command of a name that somebody wrote, or a refusal (404). */
export function commandNamed(features: readonly Feature[], name: string): AnyCommand {
  const command = commandsOf(features).get(name)
  if (!command) throw new Refusal('platform.unknown-command', 404)
  return command
}

/** What later features also do when a command is done, in their order. */
export function reactionsOf(
  features: readonly Feature[],
): ReadonlyMap<string, readonly Reaction[]> {
  const commands = commandsOf(features)
  const all = features.flatMap((feature) => Object.entries(feature.on ?? {}))
  for (const [name] of all) {
    if (!commands.has(name)) throw new Error(`A feature reacts to ${name}, which nobody does`)
  }
  return new Map(
    [...Map.groupBy(all, ([name]) => name)].map(([name, pairs]) => [
      name,
      pairs.map(([, reaction]) => reaction),
    ]),
  )
}
