import type { Clock } from '../../clock.ts'

/** A budget per network address: `burst` at once, `perSecond` in the long run. */
export interface Rate {
  burst: number
  perSecond: number
}

const REMEMBER = 50_000

/**
 * Token buckets by address. The answer: 0 where the request may pass, else the seconds after which it may.
 * A bucket that is full again is forgotten: its address is as one that never came. Where there are too many addresses to
 * remember, the oldest start anew, so an attack costs memory to nobody.
 */
export function createRates(clock: Clock, { burst, perSecond }: Rate): (address: string) => number {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const fullAfter = (burst / perSecond) * 1000
  const forget = (now: number) => {
    // The least recently used come first.
    for (const [address, { at }] of buckets) {
      if (now - at < fullAfter && buckets.size <= REMEMBER) return
      buckets.delete(address)
    }
  }
  return (address) => {
    const now = clock.now().epochMilliseconds
    const bucket = buckets.get(address) ?? { tokens: burst, at: now }
    const earned = ((now - bucket.at) / 1000) * perSecond
    bucket.tokens = Math.min(burst, bucket.tokens + Math.max(0, earned))
    bucket.at = now
    buckets.delete(address)
    buckets.set(address, bucket)
    forget(now)
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond)
    bucket.tokens -= 1
    return 0
  }
}
