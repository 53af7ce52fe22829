import type { Say } from '../i18n/words.ts'
import type { Actor } from '../kernel/actor.ts'
import type { AnyCommand, Circumstances } from './command/command.ts'
import type { Reading, Writing } from './database/tables.ts'
import type { AnyPage, AnyResource, AnySection } from './http/page.ts'

/** What a deed of an earlier feature also does here, in the same transaction. */
export type Reaction = (
  db: Writing,
  happened: { decision: unknown; input: unknown },
  circumstances: Circumstances,
) => Promise<readonly string[]>

/** Work done after a commit, at least once, by any process. */
export type Job = (
  data: Record<string, unknown>,
  world: { read: Reading; perform: Perform },
) => Promise<void>

/** Performs a command for somebody; see `platform/command/perform.ts`. */
export type Perform = (actor: Actor, command: AnyCommand, input: unknown) => Promise<unknown>

/** A file of facts that ships with the product, and the commands that it becomes. */
export interface Shipped {
  /** Below `data/`: `parties.json`, or a folder of files, `conferences/`. */
  readonly file: string
  /** Reads the parsed file strictly; the calls in the order in which they are performed. */
  deeds(content: unknown): readonly { command: AnyCommand; input: unknown; key: string }[]
}

/** What a folder of `features/` adds to the application. */
export interface Feature {
  readonly name: string
  /** The words of the folder; `refusal.…` are the messages of its refusals. */
  readonly say: Say<never>
  readonly commands?: readonly AnyCommand[]
  readonly pages?: readonly AnyPage[]
  readonly resources?: readonly AnyResource[]
  readonly sections?: readonly AnySection[]
  /** By the name of an earlier feature's command. */
  readonly on?: Readonly<Record<string, Reaction>>
  readonly jobs?: Readonly<Record<string, Job>>
  readonly shipped?: readonly Shipped[]
}

export const feature = (name: string, parts: Omit<Feature, 'name'>): Feature => ({ name, ...parts })
