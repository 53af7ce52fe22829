import type { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Tables, Writing } from '../database/tables.ts'

export type { Tables, Writing }

/** Names what a page shows and a deed changes: `programme/seoul2021`. */
export type Topic = string

/** What a pure decision may know of the world. */
export interface Circumstances {
  actor: Actor
  now: Temporal.Instant
  /** A fresh identifier; in tests a predictable one. */
  newId(): string
}

/** Work that is done after the commit, at least once: the name of a job and its data. */
export interface Errand {
  job: string
  data: Record<string, unknown>
  /** Not before this instant, and soon after it; without it, at once. */
  after?: Temporal.Instant
}

/** What a command leaves behind. */
export interface Outcome {
  /** What was done to what: `session/0190…`; null where there was nothing to do. */
  subject: string | null
  /** What the caller is told; small, JSON, without personal data. */
  answer: Record<string, unknown>
}

/**
 * A deed, in the order in which `perform` walks it: parse the input, queue by conference, begin, load, ask `may`,
 * decide, save, write the journal, enqueue errands, notify topics, commit; or none of it. Those who wait in the queue go in
 * one transaction, so `load` only reads, and not the journal, which they have together.
 *
 * `decide` is pure: it throws a `Refusal` where a rule is broken, and returns null where nothing is to be done
 * (then nothing is saved, journalled or notified).
 */
export interface Command<Input = unknown, Subject = unknown, Decision = unknown> {
  readonly name: string
  readonly input: z.ZodType<Input>
  /** The conference whose queue the command joins; null for what belongs to all. */
  conference(input: Input): string | null
  load(db: Writing, input: Input): Promise<Subject>
  may(actor: Actor, subject: Subject, input: Input): boolean
  decide(subject: Subject, input: Input, circumstances: Circumstances): Decision | null
  save(db: Writing, decision: Decision, input: Input): Promise<void>
  /**
   * The version of what the deed would change, as `versionOf` makes it: whoever saw another one has not seen what
   * stands there now, and is refused (409).
   */
  version?(subject: Subject, input: Input): string
  /** The journal's subject, `session/0190…`. */
  subject(decision: Decision, input: Input): string
  answer?(decision: Decision, input: Input): Record<string, unknown>
  touches(decision: Decision, input: Input): readonly Topic[]
  errands?(decision: Decision, input: Input): readonly Errand[]
  /**
   * The same for many inputs at once, in few queries: for files of a hundred thousand rows. What `load` found of one
   * input must not depend on another input of the same call; where it may (a link to what comes with it), `load` here
   * counts the inputs among what is known.
   */
  readonly many?: Many<Input, Subject, Decision>
}

/** How a command is loaded and saved for many inputs; the answers stand in the order of the inputs. */
export interface Many<Input, Subject, Decision> {
  /**
   * What a deed is about, where those that people do in the same moment are done so too: whatever a deed reads or
   * writes, no deed of this command that is about something else writes. Without it, they go one after the other.
   */
  about?(input: Input): string
  load(db: Writing, inputs: readonly Input[]): Promise<readonly Subject[]>
  save(db: Writing, decisions: readonly Decision[], inputs: readonly Input[]): Promise<void>
}

/** A command whose shapes are its own business: what registries hold. */
export type AnyCommand = Command

/**
 * A command as it is written down. What it is about follows from `input`, `load` and `decide` alone: whatever else it is
 * made of may know less of it.
 */
type Parts<Input, Subject, Decision> = Pick<Command<Input>, 'input'> &
  Pick<Command<NoInfer<Input>, Subject>, 'load'> &
  Pick<Command<NoInfer<Input>, NoInfer<Subject>, Decision>, 'decide'> &
  Omit<
    Command<NoInfer<Input>, NoInfer<Subject>, NoInfer<Decision>>,
    'name' | 'input' | 'load' | 'decide'
  >

/** Gives a deed its one name: function, URL, journal action, permission and prefix of its words. */
export const command = <Input, Subject, Decision>(
  name: string,
  parts: Parts<Input, Subject, Decision>,
): Command<Input, Subject, Decision> => ({ name, ...parts })
