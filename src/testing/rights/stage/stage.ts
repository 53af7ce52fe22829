import { type Actor, OPERATOR } from '../../../kernel/actor.ts'
import type { AnyCommand } from '../../../platform/command/command.ts'
import { createUploads } from '../../../platform/files/uploads.ts'
import type { World } from '../../world.ts'
import { holding, PLACES } from '../actors.ts'
import type { Known } from '../samples.ts'

/** A word that stands in one thing alone: wherever else it turns up, that thing has leaked. */
export interface Canary {
  /** Of what it tells, as a sentence would: `the draft of a pledge`. */
  of: string
  /** The word itself, or the number in its ways of being written. */
  pattern: RegExp
}

/** What is built upon: deeds by name, and canaries. */
export interface Stage {
  w: World
  conference: string
  party: string
  /** Somebody's own account, for what is theirs alone. */
  account: string
  /** The desks. */
  host: Actor
  un: Actor
  protocol: Actor
  focal: Actor
  reviewer: Actor
  /** Does a command by its name, and gives its answer. */
  does(actor: Actor, name: string, input: object): Promise<Record<string, unknown>>
  /** A new word that tells of something. */
  canary(of: string): string
  /** A number that tells of something, in the ways in which languages write it. */
  canaryNumber(of: string, value: number): number
  canaries: Canary[]
  /** What is known now: values of fields by their names. */
  known: Record<string, unknown>
  /** What is known for one command alone, where a name means another thing. */
  of: Record<string, Known>
  /** What addresses are made of. */
  addresses: {
    /** Values of parameters, by their names. */
    values: Record<string, readonly string[]>
    /** The same for one page or file alone. */
    of: Record<string, Record<string, readonly string[]>>
    /** Values that belong together, for one page or file alone. */
    together: Record<string, readonly Record<string, string>[]>
    /** What is asked of a page: nothing, where nothing is said here. */
    searches: Record<string, readonly string[]>
  }
}

/** `the draft of a pledge` becomes `Qzdraftofapledge`: no word of any language, and in no other. */
const wordFor = (of: string) => `Qz${of.replace(/^(?:the|a|an) /, '').replace(/[^a-z]/g, '')}`

/** An empty stage upon a world. */
export function emptyStage(w: World): Stage {
  const commands = new Map<string, AnyCommand>(
    w.features.flatMap(({ commands: own = [] }) => own.map((one) => [one.name, one] as const)),
  )
  const canaries: Canary[] = []
  const add = (of: string, pattern: RegExp) => {
    if (canaries.some((one) => one.of === of)) throw new Error(`There are two canaries of ${of}`)
    canaries.push({ of, pattern })
  }
  const { conference, party, account } = PLACES.own
  return {
    ...{ w, conference, party, account, canaries },
    host: holding('host-secretariat'),
    un: holding('un-secretariat'),
    protocol: holding('protocol'),
    focal: holding('focal-point'),
    reviewer: holding('reviewer'),
    async does(actor, name, input) {
      const command = commands.get(name)
      if (!command) throw new Error(`Nobody does ${name}`)
      return (await w.perform(actor, command, input)).answer
    },
    canary(of) {
      const word = wordFor(of)
      add(of, new RegExp(`${word}(?![a-z])`, 'i'))
      return word
    },
    canaryNumber(of, value) {
      const [thousands, rest] = [Math.floor(value / 1000), String(value % 1000).padStart(3, '0')]
      add(of, new RegExp(`(?<![\\w-])${thousands}[\\s.,\\u00A0\\u202F]?${rest}(?![\\w-])`))
      return value
    },
    known: {},
    of: {},
    addresses: { values: {}, of: {}, together: {}, searches: {} },
  }
}

/** Whoever built the world. */
export const BUILDER = OPERATOR

/** A paper that somebody sends with a form, in which a word stands. */
export async function paperWith({ w }: Stage, by: Actor, word: string): Promise<string> {
  const page = `%PDF-1.4\n% ${word}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`
  return (await createUploads(w).keep(by, new File([page], 'note.pdf'))).id
}

/** Our own words in English alone. */
export const said = (value: string) => ({
  original: 'en',
  in: { en: { value, status: 'unofficial' } },
})
