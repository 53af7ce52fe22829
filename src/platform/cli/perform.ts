import { OPERATOR } from '../../kernel/actor.ts'
import { commandNamed } from '../command/registry.ts'
import type { Feature, Subcommand } from '../feature.ts'
import { WrongUsage } from './wrong-usage.ts'

/** `plenum perform`: any command, as the operator of the machine. */
export const performCommand = (features: readonly Feature[]): Subcommand => ({
  usage: 'NAME JSON',
  does: 'Performs a command as the operator, and prints its answer.',
  async run([name, json, ...rest], { print, open }) {
    if (name === undefined || json === undefined || rest.length > 0) {
      throw new WrongUsage('Write the name of a command and its input: plenum perform NAME JSON.')
    }
    const command = commandNamed(features, name)
    const input = parse(json)
    const { perform } = await open()
    print(JSON.stringify(await perform(OPERATOR, command, input)))
    return 0
  },
})

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new WrongUsage(`The input is not JSON (${(error as Error).message}).`)
  }
}
