/** A backup as far as it decides whether there is one. */
export interface BackupState {
  begunAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  checked: boolean
  trouble: string | null
}

/** What decides whether somebody must look after the instance. */
export interface Signs {
  jobsFailed: number
  lettersFailed: number
  /** The latest first. */
  backups: readonly BackupState[]
  /** Whether one is taken each night. */
  backsUp: boolean
  /** Since when the oldest entry of the journal waits for its seal. */
  unsealedSince: Temporal.Instant | null
  rooms: readonly { free: number; total: number }[]
  /** By how many milliseconds the replica lags; null: nobody can tell, or there is none. */
  lag: number | null
  /** Whether it was restored and sends nothing. */
  held: boolean
}

export const TROUBLES = [
  'held',
  'backup-failed',
  'backup-old',
  'backup-none',
  'jobs-failed',
  'letters-failed',
  'journal-unsealed',
  'room-low',
  'replica-lags',
] as const
export type Trouble = (typeof TROUBLES)[number]

/** A night's backup and two hours: then one is missing. */
const BACKUP_EACH = { hours: 26 }
const BACKUP_TAKES = { hours: 6 }
/** Seals come every few seconds, and a long import holds them back for a while. */
const SEAL_WITHIN = { minutes: 15 }
const LAG = 30_000
const LEAST_SHARE = 0.1
const LEAST_ROOM = 2 ** 30

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0

/** What somebody should look after, the most pressing first. */
export function troublesOf(signs: Signs, now: Temporal.Instant): Trouble[] {
  const { backups, backsUp, unsealedSince, rooms, lag } = signs
  const [latest] = backups
  const good = backups.find(({ checked }) => checked)
  const hangs = latest?.endedAt === null && isBefore(latest.begunAt, now.subtract(BACKUP_TAKES))
  const found: Record<Trouble, boolean> = {
    held: signs.held,
    'backup-failed': latest !== undefined && (latest.trouble !== null || hangs),
    'backup-old':
      backsUp && good !== undefined && isBefore(good.begunAt, now.subtract(BACKUP_EACH)),
    'backup-none': good === undefined,
    'jobs-failed': signs.jobsFailed > 0,
    'letters-failed': signs.lettersFailed > 0,
    'journal-unsealed':
      unsealedSince !== null && isBefore(unsealedSince, now.subtract(SEAL_WITHIN)),
    'room-low': rooms.some(({ free, total }) => free < LEAST_ROOM || free < total * LEAST_SHARE),
    'replica-lags': lag !== null && lag > LAG,
  }
  return TROUBLES.filter((trouble) => found[trouble])
}
