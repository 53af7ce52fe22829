import type { Say } from '../i18n/words.ts'
import type { Actor } from '../kernel/actor.ts'
import type { PersonalItem } from '../kernel/people/personal-item.ts'
import type { WhoAre } from './accounts/who.ts'
import type { AnyCommand, Circumstances, Outcome } from './command/command.ts'
import type { PerformAll } from './command/many/all-or-none.ts'
import type { Reading, Writing } from './database/tables.ts'
import type { Dataset } from './dataset/dataset.ts'
import type { AnyPage, AnyResource, AnySection } from './http/page.ts'
import type { Rhythm } from './jobs/rhythm.ts'
import type { Letter, Wanted } from './mail/letter.ts'
import type { Task } from './task.ts'
import type { TextSource } from './texts/source.ts'

/** What a deed of an earlier feature also does here, in the same transaction. */
export type Reaction = (
  db: Writing,
  happened: { decision: unknown; input: unknown },
  circumstances: Circumstances,
) => Promise<readonly string[]>

/** Work done after a commit, at least once, by any process. Whoever throws is asked again later. */
export type Job = (
  data: Record<string, unknown>,
  /** The key is the same at every attempt, so that `perform` does a deed of this job only once. */
  world: { read: Reading; perform: Perform; key: string },
) => Promise<void>

/**
 * Performs a command for somebody; see `platform/command/perform.ts`. Asked again with the same key and input, it does
 * nothing and gives the same answer.
 *
 * @throws Refusal where the input, the rights or a rule stand against it; then nothing has changed.
 */
export type Perform = (
  actor: Actor,
  command: AnyCommand,
  input: unknown,
  options?: {
    key?: string | undefined
    /** The version that the actor saw, where the command knows versions. */
    seen?: string | undefined
  },
) => Promise<Outcome>

/** A file of facts that ships with the product, and the commands that it becomes. */
export interface Shipped {
  /** Below `data/`: `parties.json`, or a folder of files, `conferences/`. */
  readonly file: string
  /** Reads the parsed file strictly; the calls in the order in which they are performed. */
  deeds(content: unknown): readonly { command: AnyCommand; input: unknown; key: string }[]
}

/** A database that is open, beside a running Plenum or alone. */
export interface Opened {
  read: Reading
  perform: Perform
  performAll: PerformAll
  /** Scheme, host and port that the public uses. */
  origin: string
}

/** What a feature has around it when the program starts. */
export interface Started extends Pick<Opened, 'read' | 'perform' | 'origin'> {
  /** Whether somebody only tries Plenum, on their own machine. */
  demonstration?: boolean
}

/** What a subcommand of `plenum` has around it. */
export interface Shell {
  /** The result, on standard output. */
  print(text: string): void
  /** Progress and remarks, on standard error. */
  tell(sentence: string): void
  /** Opens the database, once; whoever never asks needs none. */
  open(): Promise<Opened>
}

/**
 * Writes the letters of an errand `{ job: 'platform.mail', data: { mail: <name>, … } }` after its commit, each in its
 * recipient's language and zone. It may be asked again, and answers as things then stand; what was kept stays.
 */
export type Template = (
  data: Record<string, unknown>,
  world: {
    read: Reading
    /** Scheme, host and port that the public uses, without a slash at the end: links begin with it. */
    origin: string
    now: Temporal.Instant
  },
) => Promise<readonly Letter[]>

/** What a feature adds to the command line, under its name there: `programme import`. */
export interface Subcommand {
  /** What follows the name: `FILE … [--dry-run]`. */
  readonly usage: string
  /** What it does, as one English sentence. */
  readonly does: string
  /**
   * Does it; answers the exit code.
   *
   * @throws WrongUsage or CannotStart with a sentence for the person, Refusal where a rule stands against it.
   */
  run(args: readonly string[], shell: Shell): Promise<number>
}

/** What a feature knows of somebody's own programme: at a conference, or at all of them. */
export type PersonalItems = (
  db: Reading,
  whose: { account: string; conference: string | null; now: Temporal.Instant },
) => Promise<readonly PersonalItem[]>

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
  /** Who stands behind accounts; one feature knows. */
  readonly whoAre?: WhoAre
  /**
   * When jobs of this feature come by themselves, by their names: once a slot in all processes together, with the slot
   * as their data, `{ slot: '2026-11-27T06:00:00Z' }`.
   */
  readonly schedule?: Readonly<Record<string, Rhythm>>
  /** By their names, `delegations.invitation`. */
  readonly mails?: Readonly<Record<string, Template>>
  /** What people do here, for their start pages. */
  readonly tasks?: readonly Task[]
  readonly personalItems?: PersonalItems
  /** How many notices somebody has not read; one feature knows. */
  readonly unread?: (db: Reading, account: string) => Promise<number>
  /** Which letters their recipients want; one feature knows. */
  readonly wanted?: Wanted
  readonly shipped?: readonly Shipped[]
  /** Open data, in the order in which it can be given back: what others need stands before them. */
  readonly datasets?: readonly Dataset[]
  /** The texts that people translate. */
  readonly texts?: readonly TextSource[]
  /** What whoever starts the program is told, once facts are loaded; as English sentences. */
  readonly atStart?: (started: Started) => Promise<readonly string[]>
  /** By what one writes after `plenum`: `programme import`. */
  readonly cli?: Readonly<Record<string, Subcommand>>
}

export const feature = (name: string, parts: Omit<Feature, 'name'>): Feature => ({ name, ...parts })
