import { Refusal } from '../../kernel/refusal.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import { parseInput } from '../../platform/command/input.ts'
import type { Feature } from '../../platform/feature.ts'
import { schemaOf } from '../../platform/form/schema.ts'
import { type Acting, EVERYBODY } from './actors.ts'
import { type Known, sampleOf, UnknownThing } from './samples.ts'
import type { Stage } from './stage/stage.ts'

/** One deed, tried by everybody upon the things of the stage. */
export interface Tried {
  feature: Feature
  command: AnyCommand
  /** What is particular about this trial of the command: `a secretariat`; empty for the usual one. */
  how: string
  /** The input as a caller would send it. */
  input: unknown
  /** Who may, by their names. */
  allowed: ReadonlySet<string>
}

/** What to do about a command that is new. */
const WHERE =
  'Set a thing of that kind on the stage in src/testing/rights/stage/, and tell of it there in `known`, or in `of` for one command alone.'

/** What a caller would send to do a command to the things of the stage. */
function inputFor(command: AnyCommand, known: Known): unknown {
  try {
    const input = sampleOf(schemaOf(command), known)
    parseInput(command, input)
    return input
  } catch (error) {
    throw new Error(`Nobody can try ${command.name}: ${missing(error)}. ${WHERE}`, { cause: error })
  }
}

function missing(error: unknown): string {
  if (error instanceof UnknownThing) return `no thing is known for its field «${error.field}»`
  if (!(error instanceof Refusal)) throw error
  const fields = error.fields.map(({ path, code }) => `${path.join('.')} (${code})`)
  return `no value is known that it takes for ${fields.join(', ')}`
}

/** The ways in which a command is tried: the usual one, and those that the stage tells of, `people.invite: …`. */
function waysOf({ name }: AnyCommand, { known, of }: Stage): { how: string; known: Known }[] {
  const usual = { ...known, ...of[name] }
  const others = Object.entries(of).filter(([key]) => key.startsWith(`${name}: `))
  return [
    { how: '', known: usual },
    ...others.map(([key, more]) => ({
      how: key.slice(name.length + 2),
      known: { ...usual, ...more },
    })),
  ]
}

/** Asks of every command who may, as `perform` does after loading what it is about; nothing is done. */
export async function matrixOf(stage: Stage): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const feature of stage.w.features) {
    for (const command of feature.commands ?? []) {
      for (const { how, known } of waysOf(command, stage)) {
        const input = inputFor(command, known)
        const allowed = await whoMay(stage, command, input)
        tried.push({ feature, command, how, input, allowed })
      }
    }
  }
  return tried
}

async function whoMay({ w }: Stage, command: AnyCommand, input: unknown): Promise<Set<string>> {
  const parsed = parseInput(command, input)
  const found = await w.database.write.transaction().execute((db) => command.load(db, parsed))
  const may = ({ actor }: Acting) => command.may(actor, found, parsed)
  return new Set(EVERYBODY.filter(may).map(({ name }) => name))
}
