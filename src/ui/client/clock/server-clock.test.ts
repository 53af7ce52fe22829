import { describe, expect, it } from 'vitest'
import { best, createServerClock, sampleOf } from './server-clock.ts'

/** A device whose clock is wrong by something, and a way to the server that takes a time there and back. */
function device(wrongBy: number, trips: readonly [number, number][] = [[20, 20]]) {
  const world = { time: 1_000_000, wrongBy, steady: 0, asked: 0, told: 0, away: false }
  const passes = (ms: number) => {
    world.time += ms
    world.steady += ms
  }
  const clock = createServerClock({
    now: () => world.time + world.wrongBy,
    steady: () => world.steady,
    wait: async (ms) => passes(ms),
    known() {
      world.told += 1
    },
    async ask() {
      if (world.away) throw new TypeError('Failed to fetch')
      const [there, back] = trips[world.asked % trips.length] as [number, number]
      world.asked += 1
      passes(there)
      const server = world.time
      passes(back)
      return server
    },
  })
  return { world, clock, passes, error: () => (clock.now() ?? Number.NaN) - world.time }
}

describe('the server’s clock in a browser', () => {
  it('is not known before the server was asked', () => {
    expect(device(0).clock.now()).toBeNull()
  })

  it.each([0, 3_600_000, -86_400_000, 417])(
    'is right on a device whose own is wrong by %i ms',
    async (wrongBy) => {
      const { clock, error, world } = device(wrongBy)
      await clock.measure()
      expect(error()).toBeCloseTo(0)
      expect(world.told).toBeGreaterThan(0)
    },
  )

  it('believes the answer that was on its way for the shortest time', async () => {
    const { clock, error } = device(5000, [
      [900, 30],
      [40, 700],
      [8, 12],
      [300, 300],
    ])
    await clock.measure()
    expect(Math.abs(error())).toBeLessThanOrEqual(2)
  })

  it('keeps a good answer when later ones are slow, and lets it age', () => {
    const good = sampleOf(0, 20, 510)
    const slow = sampleOf(60_000, 61_000, 60_900)
    expect(best([good, slow], 61_000)).toBe(good)
    expect(best([good, slow], 61_000 + 3_600_000 * 3)).toBe(good)
    expect(best([good, sampleOf(3_600_000, 3_600_200, 0)], 3_600_200)).not.toBe(good)
    expect(best([], 0)).toBeNull()
  })

  it('goes on through a minute without network', async () => {
    const { clock, world, passes, error } = device(-90_000)
    await clock.measure()
    world.away = true
    passes(60_000)
    await clock.measure()
    expect(error()).toBeCloseTo(0)
  })

  it('is right after a sleep in which the steady clock stood still, before anybody is asked', async () => {
    const { clock, world, error } = device(12_000)
    await clock.measure()
    world.time += 3_600_000
    expect(clock.jumped()).toBe(true)
    expect(clock.jumped()).toBe(false)
    expect(error()).toBeCloseTo(0)
  })

  it('is right again once the server was asked, where somebody set the device’s clock', async () => {
    const { clock, world, error } = device(0)
    await clock.measure()
    expect(clock.jumped()).toBe(false)
    world.wrongBy = 7_200_000
    expect(clock.jumped()).toBe(true)
    await clock.measure()
    expect(error()).toBeCloseTo(0)
  })

  it('takes no answer during which the device’s clock was set', async () => {
    const world = { time: 0, wrongBy: 0 }
    const clock = createServerClock({
      now: () => world.time + world.wrongBy,
      steady: () => world.time,
      wait: async () => undefined,
      known: () => undefined,
      async ask() {
        world.time += 10
        if (world.wrongBy === 0) world.wrongBy = 60_000
        return world.time
      },
    })
    await clock.measure()
    expect(clock.now()).toBeCloseTo(world.time, -1.5)
  })

  it('asks once where several clocks of a page want to know', async () => {
    const { clock, world } = device(0)
    await Promise.all([clock.measure(), clock.measure()])
    expect(world.asked).toBe(5)
  })
})
