import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyCommand } from '../command/command.ts'
import type { Feature } from '../feature.ts'

/** One thing that a file says, and the command that it becomes. */
export interface Fact {
  /** Below the folder, with slashes: `conferences/seoul2021.json`. */
  file: string
  /** What it is about, once in each file: `party/KOR`. */
  item: string
  command: AnyCommand
  input: unknown
}

/**
 * Every shipped fact, in the order of the features, of their files and of what stands in them.
 *
 * @throws Error naming the file that cannot be read, or that says two things about one.
 */
export const readFacts = (features: readonly Feature[], folder: string): Fact[] =>
  features
    .flatMap((feature) => feature.shipped ?? [])
    .flatMap(({ file: name, deeds }) =>
      filesOf(folder, name).flatMap((file) => {
        const facts = within(file, () =>
          deeds(JSON.parse(readFileSync(join(folder, file), 'utf8'))).map(({ key, ...deed }) => ({
            file,
            item: key,
            ...deed,
          })),
        )
        return onceEach(file, facts)
      }),
    )

/** A folder's files by name; a file is itself. */
const filesOf = (folder: string, name: string): string[] =>
  name.endsWith('/')
    ? readdirSync(join(folder, name))
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => `${name}${file}`)
    : [name]

function within<Answer>(file: string, read: () => Answer): Answer {
  try {
    return read()
  } catch (error) {
    throw new Error(`The shipped file ${file} cannot be read: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

function onceEach(file: string, facts: readonly Fact[]): readonly Fact[] {
  const items = new Set<string>()
  for (const { item } of facts) {
    if (items.has(item)) throw new Error(`The shipped file ${file} says ${item} twice`)
    items.add(item)
  }
  return facts
}
