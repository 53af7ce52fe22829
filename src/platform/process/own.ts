import { purgeAccess } from '../accounts/purge.ts'
import { backupWork } from '../backup/daily.ts'
import type { Clock } from '../clock.ts'
import { purgeAnswers } from '../command/idempotency.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../database/database.ts'
import type { Feature } from '../feature.ts'
import { purgeFiles } from '../files/uploads.ts'
import type { Doer } from '../jobs/outbox.ts'
import { writingLetters } from '../mail/job.ts'
import { MAIL_JOB } from '../mail/letter.ts'
import { purgeLetters } from '../mail/purge.ts'
import { purgeMessages } from '../webhooks/keep.ts'

/** What the platform's own jobs are made with. */
export interface OwnParts {
  features: readonly Feature[]
  /** The address of the database. */
  url: string
  database: Pick<Database, 'write'>
  clock: Clock
  settings: Pick<Settings, 'publicUrl' | 'backup'>
}

/**
 * What the platform itself does beside the features: a part like theirs, so that its jobs, and when they come, are
 * found in the same way.
 */
export function ownWork(parts: OwnParts): Doer {
  const backup = backupWork(parts)
  return {
    jobs: {
      [MAIL_JOB]: writingLetters(parts),
      [PURGE_JOB]: () => purge(parts),
      ...backup.jobs,
    },
    schedule: { [PURGE_JOB]: { daily: '02:30' }, ...backup.schedule },
  }
}

/** Forgets what nobody needs any more. */
const PURGE_JOB = 'platform.purge'

async function purge({ database, clock }: OwnParts) {
  await purgeFiles(database.write, clock.now())
  await purgeLetters(database.write, clock.now())
  await purgeMessages(database.write, clock.now())
  await purgeAnswers(database.write, clock.now())
  await purgeAccess(database.write, clock.now())
}
