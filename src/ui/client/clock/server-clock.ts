/*
 * The server's time in a browser whose own clock may be wrong, by minutes or hours. The server is asked several times;
 * the answer that was on its way for the shortest time tells the most, and each grows older by what clocks drift.
 */

/** What one asking found, in milliseconds. */
export interface Sample {
  /** What the server's clock is ahead of this one. */
  offset: number
  /** How long the asking took: the offset is right to the half of it. */
  trip: number
  /** When, by this clock. */
  at: number
}

/** Clocks of machines drift by less. */
const DRIFT = 1e-4

/** By how much an offset may be wrong by now. */
const doubt = ({ trip, at }: Sample, now: number) => trip / 2 + Math.abs(now - at) * DRIFT

/** An asking that left and came back by this clock, and the server's time in between. */
export const sampleOf = (left: number, back: number, server: number): Sample => ({
  offset: server - (left + back) / 2,
  trip: back - left,
  at: back,
})

/** The sample that tells the most by now; null where there is none. */
export const best = (samples: readonly Sample[], now: number): Sample | null =>
  samples.reduce<Sample | null>(
    (found, one) => (found && doubt(found, now) <= doubt(one, now) ? found : one),
    null,
  )

/** What a clock is made with. */
export interface World {
  /** Asks the server; its milliseconds since 1970. */
  ask(): Promise<number>
  /** Milliseconds since 1970 as this device believes. */
  now(): number
  /** Milliseconds since some moment: they know of no change of the clock, and may stand still while a device sleeps. */
  steady(): number
  wait(milliseconds: number): Promise<void>
  /** Is told when the server's time is known, or known better. */
  known(): void
}

export interface ServerClock {
  /** Milliseconds since 1970 by the server; null: it has not been reached yet. */
  now(): number | null
  /** Asks the server anew. */
  measure(): Promise<void>
  /** Whether the device has slept or its clock was set, since somebody asked last. */
  jumped(): boolean
}

const ASKINGS = 5
const PAUSE = 120
/** What two clocks of one device may differ by before one of them must have been set, or have stood still. */
const JUMP = 250

export function createServerClock({ ask, now, steady, wait, known }: World): ServerClock {
  let samples: Sample[] = []
  let measuring: Promise<void> | undefined
  let apart = now() - steady()

  const askOnce = async () => {
    const left = now()
    const before = steady()
    const server = await ask()
    // A clock that was set while the answer was on its way makes it worthless.
    const back = now()
    if (Math.abs(back - left - (steady() - before)) < JUMP) {
      return sampleOf(left, back, server)
    }
    return null
  }

  const take = (sample: Sample | null) => {
    if (!sample || sample === samples[0]) return
    samples = [sample]
    known()
  }

  const measureOnce = async () => {
    const found: Sample[] = []
    for (let asked = 0; asked < ASKINGS; asked += 1) {
      if (asked > 0) await wait(PAUSE)
      const sample = await askOnce().catch(() => null)
      if (!sample) continue
      found.push(sample)
      // The first answer is better than none, and than any from before a jump.
      if (!Number.isFinite(samples[0]?.trip)) take(sample)
    }
    take(best([...samples, ...found], now()))
  }

  return {
    now() {
      const [sample] = samples
      return sample ? now() + sample.offset : null
    },
    measure() {
      measuring ??= measureOnce().finally(() => {
        measuring = undefined
      })
      return measuring
    },
    jumped() {
      const difference = now() - steady()
      const far = Math.abs(difference - apart) > JUMP
      apart = difference
      // What was measured before is doubtful, and stands until the server answers again.
      if (far) samples = samples.map((sample) => ({ ...sample, trip: Number.POSITIVE_INFINITY }))
      return far
    },
  }
}
