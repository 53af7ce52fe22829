import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import type { Trouble } from './troubles.ts'

/** A backup as the page shows it. */
export interface ShownBackup {
  file: string
  begunAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  bytes: number | null
  rows: number | null
  encrypted: boolean
  checked: boolean
  trouble: string | null
}

export interface HealthProps {
  viewer: FormReader
  language: Language
  /** Since when it was restored and sends nothing; null: it sends. */
  held: Temporal.Instant | null
  troubles: readonly Trouble[]
  database: {
    version: string
    name: string
    bytes: number
    since: Temporal.Instant
    processes: readonly { pid: string; connections: number }[]
  }
  jobs: readonly { job: string; waiting: number; active: number; failed: number }[]
  letters: { waiting: number; failed: number }
  seals: { seal: { number: number; at: Temporal.Instant } | null; waiting: number }
  backups: readonly ShownBackup[]
  /** Of the process that answers; null where nobody told. */
  house: {
    plenum: string
    node: string
    since: Temporal.Instant
    memory: number
    rooms: readonly { of: 'home' | 'backups'; path: string; free: number; total: number }[]
    replica: { lag: number | null } | null
    settings: readonly { name: string; value: string | null; isSecret: boolean }[]
  } | null
}

export type House = NonNullable<HealthProps['house']>
