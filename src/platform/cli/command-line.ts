import { Refusal } from '../../kernel/refusal.ts'
import { explain } from '../command/explain.ts'
import { CannotStart } from '../config/cannot-start.ts'
import type { Feature, Shell, Subcommand } from '../feature.ts'
import { WrongUsage } from './wrong-usage.ts'

const REFUSED = 1
const NOT_UNDERSTOOD = 2

/** Every subcommand by its name: the platform's own, then the features'. */
export type Subcommands = Readonly<Record<string, Subcommand>>

/**
 * Runs what somebody wrote after `plenum`, and answers the exit code. What a person can help is told in one plain
 * sentence; a fault of ours keeps its trace.
 */
export async function runCommandLine(
  args: readonly string[],
  subcommands: Subcommands,
  features: readonly Feature[],
  shell: Shell,
): Promise<number> {
  if (args.length === 0 || args[0] === 'help' || args[0] === '--help') {
    shell.print(help(subcommands))
    return args.length === 0 ? NOT_UNDERSTOOD : 0
  }
  try {
    const { subcommand, rest } = find(args, subcommands)
    return await subcommand.run(rest, shell)
  } catch (error) {
    for (const sentence of complaintOf(error, features)) shell.tell(sentence)
    return error instanceof WrongUsage ? NOT_UNDERSTOOD : REFUSED
  }
}

function find(args: readonly string[], subcommands: Subcommands) {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ')
    if (Object.hasOwn(subcommands, name)) {
      return { subcommand: subcommands[name] as Subcommand, rest: args.slice(words) }
    }
  }
  throw new WrongUsage(`«${args[0]}» is nothing that plenum does: see «plenum help».`)
}

function complaintOf(error: unknown, features: readonly Feature[]): string[] {
  if (error instanceof Refusal) {
    const { title, fields } = explain(error, 'en', features)
    return [`${error.code}: ${title}`, ...fields.map(({ path, message }) => `${path}: ${message}`)]
  }
  if (error instanceof WrongUsage || error instanceof CannotStart) return [error.message]
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
}

const help = (subcommands: Subcommands): string =>
  [
    'plenum, the command line of Plenum',
    '',
    ...Object.entries(subcommands).flatMap(([name, { usage, does }]) => [
      `  plenum ${name} ${usage}`.trimEnd(),
      `      ${does}`,
    ]),
    '  plenum help',
    '      Prints this.',
    '',
    'It works on the database that DATABASE_URL names, or else on the one in PLENUM_HOME (.plenum).',
  ].join('\n')
