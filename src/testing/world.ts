import { FEATURES } from '../app.ts'
import { createPerform } from '../platform/command/perform.ts'
import type { Feature, Perform } from '../platform/feature.ts'
import { createOutbox, type Outbox } from '../platform/jobs/outbox.ts'
import { type ManualClock, manualClock } from './clock.ts'
import { type ClonedDatabase, cloneDatabase } from './database.ts'

/** The morning of the first day of the Seoul conference, in UTC. */
const MORNING = '2021-12-07T00:00:00Z'

/** A world of a test file's own: nothing in it needs to be cleaned up but itself. */
export interface World {
  database: ClonedDatabase
  /** What pages read through. */
  read: ClonedDatabase['read']
  clock: ManualClock
  features: readonly Feature[]
  outbox: Outbox
  perform: Perform
  /** Identifiers that come again in every run: `00000000-0000-7000-8000-000000000001`, … */
  newId(): string
  close(): Promise<void>
}

/** Ids that count up from one. */
export function predictableIds(): () => string {
  let last = 0
  return () => {
    last += 1
    return `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`
  }
}

/** Clones the database and sets the real `perform` upon it, with a clock that the test turns. */
export async function world({
  features = FEATURES,
}: {
  features?: readonly Feature[]
} = {}): Promise<World> {
  const database = await cloneDatabase()
  const clock = manualClock(MORNING)
  const newId = predictableIds()
  const outbox = createOutbox(database.url, features)
  return {
    database,
    read: database.read,
    clock,
    features,
    outbox,
    newId,
    perform: createPerform({ database, features, clock, outbox, newId }),
    async close() {
      await outbox.stop()
      await database.close()
    },
  }
}
