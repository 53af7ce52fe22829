import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { sealEntries } from './seal.ts'

/** How long a deed waits for its seal at most, beside the time of slower ones. */
const EVERY = { seconds: 3 }

/**
 * Seals the journal every few seconds, in any number of processes. The answer stops it, after the seal under way.
 * A seal that cannot be set is told to `onError`, and tried again.
 */
export function keepSealing(
  { write }: Pick<Database, 'write'>,
  clock: Clock,
  onError: (error: unknown) => void = () => undefined,
): () => Promise<void> {
  let underWay: Promise<unknown> = Promise.resolve()
  let cancel: () => void = () => undefined
  let stopped = false

  const next = () => {
    if (!stopped) cancel = clock.at(clock.now().add(EVERY), seal)
  }
  const seal = () => {
    underWay = sealEntries(write, clock.now()).catch(onError).then(next)
  }
  next()
  return async () => {
    stopped = true
    cancel()
    await underWay
  }
}
