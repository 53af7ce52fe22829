import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Feature } from '../feature.ts'
import type { Outbox } from './outbox.ts'
import { nextSlot, type Rhythm, slotAt } from './rhythm.ts'

declare module '../database/tables.ts' {
  interface Tables {
    scheduled: { job: string; slot: Temporal.Instant }
  }
}

/** What comes by the clock, and what it needs. */
export interface Scheduling {
  database: Pick<Database, 'write'>
  clock: Clock
  outbox: Outbox
  /** Who does jobs: features, and the platform. */
  doers: readonly Pick<Feature, 'schedule'>[]
  onError?: (error: unknown) => void
}

/** How soon it is tried again when the database was away. */
const AGAIN = { minutes: 1 }

const rhythmsOf = (doers: Scheduling['doers']): readonly (readonly [string, Rhythm])[] =>
  doers.flatMap(({ schedule }) => Object.entries(schedule ?? {}))

/**
 * Asks for every job whose slot has come and that nobody has asked for yet: once, whichever process comes first, in
 * the transaction that says so. A job that is new waits for its next slot; of slots that nobody was there for, only
 * the last is made up for.
 */
export async function askForDue({ database, clock, outbox, doers }: Scheduling): Promise<void> {
  const now = clock.now()
  // Before the transaction begins: the outbox connects when it is first used.
  await outbox.start()
  for (const [job, rhythm] of rhythmsOf(doers)) {
    const slot = slotAt(rhythm, now)
    await database.write.transaction().execute(async (db) => {
      const { numInsertedOrUpdatedRows: isNew } = await db
        .insertInto('scheduled')
        .values({ job, slot })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (isNew) return
      const { numUpdatedRows: moved } = await db
        .updateTable('scheduled')
        .set({ slot })
        .where('job', '=', job)
        .where('slot', '<', slot)
        .executeTakeFirstOrThrow()
      if (moved) await outbox.send(db, [{ job, data: { slot: slot.toString() } }])
    })
  }
}

/** Keeps asking, in any number of processes. The answer stops it, after the asking under way. */
export function keepSchedule(scheduling: Scheduling): () => Promise<void> {
  const { clock, doers, onError = () => undefined } = scheduling
  const rhythms = rhythmsOf(doers).map(([, rhythm]) => rhythm)
  let underWay: Promise<unknown> = Promise.resolve()
  let cancel: () => void = () => undefined
  let stopped = false

  const wait = (until: Temporal.Instant) => {
    if (!stopped) cancel = clock.at(until, ask)
  }
  const ask = () => {
    underWay = askForDue(scheduling).then(
      () => {
        const now = clock.now()
        const [first] = rhythms.map((one) => nextSlot(one, now)).sort(Temporal.Instant.compare)
        if (first) wait(first)
      },
      (error: unknown) => {
        onError(error)
        wait(clock.now().add(AGAIN))
      },
    )
  }
  if (rhythms.length > 0) ask()
  return async () => {
    stopped = true
    cancel()
    await underWay
  }
}
