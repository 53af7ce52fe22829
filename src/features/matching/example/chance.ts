/** Chance that comes again in every run: the numbers follow from the seed alone. */
export interface Chance {
  /** At least 0 and below 1. */
  number(): number
  /** One of some, each as likely as the others. */
  of<One>(some: readonly One[]): One
  /** Whether something happens that happens once in so many times. */
  once(inSoMany: number): boolean
}

/** Mulberry32: 32 bits of state, equally spread, and fast. */
export function chanceFrom(seed: number): Chance {
  let state = seed
  const number = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    number,
    of: (some) => some[Math.floor(number() * some.length)] as (typeof some)[number],
    once: (inSoMany) => number() * inSoMany < 1,
  }
}
