import type { Actor } from '../../kernel/actor.ts'
import type { FileKind } from '../../kernel/documents/files.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Clock } from '../clock.ts'
import type { Instance } from '../config/instance.ts'
import type { Log } from '../config/log.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../database/database.ts'
import type { Feature, Perform } from '../feature.ts'
import type { StreamLimits } from '../live/streams.ts'
import type { House } from '../process/vitals.ts'
import type { BuiltClient } from './assets.ts'
import type { Rate } from './guard/rates.ts'

/** What one uncached reading cost: tests hold budgets by it. */
export interface Cost {
  /** `programme.programme`: the page or resource. */
  name: string
  queries: number
  milliseconds: number
  bytes: number
}

/** What the application is made of. */
export interface ApplicationParts {
  features: readonly Feature[]
  database: Database
  perform: Perform
  clock: Clock
  settings: Pick<Settings, 'publicUrl'>
  /** How the instance is set, as far as its pages may tell. */
  instance?: Instance
  /** What an administrator reads of the instance. */
  house?: House
  log: Log
  assets: BuiltClient
  /** Who may come in, and the pages on which they do; without it nobody. */
  accounts?: Accounts
  /** Who asks; without it accounts know. */
  authenticate?: (request: Request) => Actor | Promise<Actor>
  /** Takes files that come with forms; without it none may come. */
  uploads?: {
    /** @throws Refusal where the file is none that may be kept. */
    keep(actor: Actor, file: File, accepts?: readonly FileKind[]): Promise<{ id: string }>
  }
  /** Hears what each uncached reading cost. */
  onRead?: (cost: Cost) => void
  limits?: Limits
}

/** What is left out has a sensible value. */
export interface Limits {
  /** Requests that the cache does not answer; what it answers costs no more than a refusal. */
  get?: Rate
  post?: Rate
  streams?: Partial<StreamLimits>
  /** Files of open data that are on their way out at once. */
  downloads?: number
  /** Bytes that the cache may hold. */
  cache?: number
}
