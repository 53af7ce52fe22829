import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepRight } from './keeping.ts'
import { createServerClock } from './server-clock.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** How often one measuring asks. */
const ASKINGS = 5

/** A page on a device whose own clock the test sets, and how often its server was asked and its clocks were shown. */
function page() {
  let counted = 0
  const world = { asked: 0, shown: 0, away: false, serverAhead: 0 }
  const window = new EventTarget()
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const show = () => {
    world.shown += 1
  }
  const server = createServerClock({
    now: () => Date.now(),
    steady: () => performance.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    known: show,
    async ask() {
      if (world.away) throw new TypeError('Failed to fetch')
      world.asked += 1
      return Date.now() + world.serverAhead
    },
  })
  keepRight(server, { window, document, show })
  const turns = (visibilityState: 'visible' | 'hidden') => {
    Object.assign(document, { visibilityState })
    document.dispatchEvent(new Event('visibilitychange'))
  }
  return {
    world,
    server,
    turns,
    hears: (what: string) => window.dispatchEvent(new Event(what)),
    /** How often it was asked since this was last asked, once some more time has passed. */
    async askedIn(milliseconds: number) {
      await vi.advanceTimersByTimeAsync(milliseconds)
      const before = counted
      counted = world.asked
      return counted - before
    },
    /** The lid is closed for a while: no timer runs, and only the clock of the day goes on. */
    sleeps: (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds),
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2021, 11, 7, 0, 0, 0) })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the clock of a page', () => {
  it('asks at once, and again every five minutes', async () => {
    const { askedIn } = page()
    expect(await askedIn(2 * SECOND)).toBe(ASKINGS)
    expect(await askedIn(4 * MINUTE)).toBe(0)
    expect(await askedIn(MINUTE)).toBe(ASKINGS)
  })

  it('shows itself anew within a second of a laptop that slept, and asks', async () => {
    const { askedIn, sleeps, world, server } = page()
    await askedIn(2 * SECOND)
    const before = world.shown
    sleeps(3 * HOUR)
    world.serverAhead = 250
    expect(await askedIn(SECOND)).toBeGreaterThan(0)
    expect(world.shown).toBeGreaterThan(before)
    await askedIn(2 * SECOND)
    expect(server.now()).toBe(Date.now() + 250)
  })

  it('asks for a sleep once, not every second since', async () => {
    const { askedIn, sleeps } = page()
    await askedIn(2 * SECOND)
    sleeps(HOUR)
    expect(await askedIn(3 * SECOND)).toBe(ASKINGS)
    expect(await askedIn(MINUTE)).toBe(0)
  })

  it('asks when a hidden tab is looked at again, and not when it is hidden', async () => {
    const { askedIn, turns } = page()
    await askedIn(2 * SECOND)
    turns('hidden')
    expect(await askedIn(MINUTE)).toBe(0)
    turns('visible')
    expect(await askedIn(2 * SECOND)).toBe(ASKINGS)
  })

  it.each(['online', 'pageshow', 'focus'])('asks when the page hears «%s»', async (what) => {
    const { askedIn, hears } = page()
    await askedIn(2 * SECOND)
    hears(what)
    expect(await askedIn(2 * SECOND)).toBe(ASKINGS)
  })

  it('asks once for all that a browser says when somebody comes back', async () => {
    const { askedIn, hears, turns, sleeps } = page()
    await askedIn(2 * SECOND)
    turns('hidden')
    sleeps(HOUR)
    turns('visible')
    for (const what of ['pageshow', 'focus', 'online']) hears(what)
    expect(await askedIn(500)).toBe(ASKINGS)
  })

  it('goes on without a network, and is right again once it is back', async () => {
    const { askedIn, hears, world, server } = page()
    await askedIn(2 * SECOND)
    world.away = true
    hears('focus')
    expect(await askedIn(10 * MINUTE)).toBe(0)
    expect(server.now()).toBe(Date.now())
    Object.assign(world, { away: false, serverAhead: 0 })
    hears('online')
    expect(await askedIn(2 * SECOND)).toBe(ASKINGS)
  })
})
