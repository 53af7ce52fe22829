import type { Writing } from '../../database/tables.ts'
import type { AnyCommand } from '../command.ts'

/** What a command needs to know of each input; of several, if it knows how to do many. */
export async function loadAll(
  db: Writing,
  { many, load }: AnyCommand,
  inputs: readonly unknown[],
): Promise<readonly unknown[]> {
  return many ? many.load(db, inputs) : [await load(db, inputs[0])]
}

/** Saves what was decided; several at once, if the command knows how to do many. */
export async function saveAll(
  db: Writing,
  { many, save }: AnyCommand,
  decided: readonly { decision: unknown; input: unknown }[],
): Promise<void> {
  const [first] = decided
  if (!first) return
  if (!many) return save(db, first.decision, first.input)
  const decisions = decided.map(({ decision }) => decision)
  const inputs = decided.map(({ input }) => input)
  await many.save(db, decisions, inputs)
}

/**
 * Puts deeds in runs that are done at once: those that follow each other, of one command, about different things.
 *
 * @param about what a deed is about; undefined: it goes alone.
 */
export const runsBy =
  <Deed extends { readonly command: AnyCommand }>(about: (deed: Deed) => string | undefined) =>
  (deeds: readonly Deed[]): Deed[][] => {
    const runs: { deeds: Deed[]; things: Set<string> }[] = []
    for (const deed of deeds) {
      const thing = about(deed)
      const run = runs.at(-1)
      const isLike = run?.deeds[0]?.command.name === deed.command.name && run.things.size > 0
      if (run && isLike && thing !== undefined && !run.things.has(thing)) {
        run.deeds.push(deed)
        run.things.add(thing)
      } else runs.push({ deeds: [deed], things: new Set(thing === undefined ? [] : [thing]) })
    }
    return runs.map((run) => run.deeds)
  }
