/** Something that can be given, and to whom: positions of takers. */
export interface Giver {
  amount: number
  to: readonly number[]
}

/** As much as can be given at once. */
export interface Flow {
  /** By giver, what each taker gets of it. */
  given: readonly ReadonlyMap<number, number>[]
  /** By taker, what it lacks. */
  lacking: readonly number[]
  /**
   * By taker, whether whoever gives to it is at the end of all there is: for all of those together there is too little,
   * by what they lack together.
   */
  short: readonly boolean[]
}

/** Less than that is nothing: amounts may be fractions, where a relaxation asks. */
const NOTHING = 1e-9

/** Gives takers what they want from whoever can give to them, as much as can be, along shortest augmenting paths. */
export function flowOf(givers: readonly Giver[], wanted: readonly number[]): Flow {
  const search = new Search(givers, wanted)
  search.begin()
  while (search.augment()) {}
  return search.flow()
}

class Search {
  private readonly givers: readonly Giver[]
  private readonly left: number[]
  private readonly lacking: number[]
  private readonly given: Map<number, number>[]
  /** By taker, who could give to it. */
  private readonly from: number[][]
  /** The tree of the last search: by which giver a taker was reached, and by which taker a giver. */
  private byGiver: Int32Array
  private byTaker: Int32Array

  constructor(givers: readonly Giver[], wanted: readonly number[]) {
    this.givers = givers
    this.left = givers.map(({ amount }) => amount)
    this.lacking = [...wanted]
    this.given = givers.map(() => new Map())
    this.from = wanted.map(() => [])
    givers.forEach(({ to }, giver) => {
      for (const taker of to) this.from[taker]?.push(giver)
    })
    this.byGiver = new Int32Array(wanted.length)
    this.byTaker = new Int32Array(givers.length)
  }

  /** Whatever goes without moving anything. */
  begin(): void {
    this.givers.forEach(({ to }, giver) => {
      for (const taker of to) {
        this.move(giver, taker, Math.min(this.at(this.left, giver), this.at(this.lacking, taker)))
      }
    })
  }

  /** One more path from somebody who has something left to somebody who lacks something; false where there is none. */
  augment(): boolean {
    const end = this.reach()
    if (end === null) return false
    const path = this.pathTo(end)
    const first = path[0] as readonly [number, number]
    const steps = path.slice(1).map(([giver], at) => {
      const [, taker] = path[at] as readonly [number, number]
      return this.given[giver]?.get(taker) ?? 0
    })
    const amount = Math.min(this.at(this.left, first[0]), this.at(this.lacking, end), ...steps)
    path.forEach(([giver, taker], at) => {
      const before = path[at - 1]
      if (before) this.move(giver, before[1], 0 - amount)
      this.move(giver, taker, amount)
    })
    return true
  }

  flow(): Flow {
    return {
      given: this.given,
      lacking: this.lacking,
      short: this.lacking.map((_, taker) => this.byGiver[taker] === UNREACHED),
    }
  }

  /** Breadth first from all who have something left; the first taker found that lacks something. */
  private reach(): number | null {
    this.byGiver.fill(UNREACHED)
    this.byTaker.fill(UNREACHED)
    let front = this.givers.flatMap((_, giver) =>
      this.at(this.left, giver) > NOTHING ? [giver] : [],
    )
    for (const giver of front) this.byTaker[giver] = ROOT
    while (front.length > 0) {
      const next: number[] = []
      for (const giver of front) {
        for (const taker of this.givers[giver]?.to ?? []) {
          if (this.byGiver[taker] !== UNREACHED) continue
          this.byGiver[taker] = giver
          if (this.at(this.lacking, taker) > NOTHING) return taker
          next.push(...this.passOn(taker))
        }
      }
      front = next
    }
    return null
  }

  /** Whoever gives to a taker that could get it from somebody else is free to give to others. */
  private passOn(taker: number): number[] {
    const freed = (this.from[taker] ?? []).filter(
      (giver) =>
        this.byTaker[giver] === UNREACHED && (this.given[giver]?.get(taker) ?? 0) > NOTHING,
    )
    for (const giver of freed) this.byTaker[giver] = taker
    return freed
  }

  /** Giver by giver, from the one with something left to the taker at the end. */
  private pathTo(end: number): (readonly [giver: number, taker: number])[] {
    const path: (readonly [number, number])[] = []
    for (let taker = end; ; ) {
      const giver = this.byGiver[taker] as number
      path.unshift([giver, taker])
      const before = this.byTaker[giver] as number
      if (before === ROOT) return path
      taker = before
    }
  }

  private move(giver: number, taker: number, amount: number): void {
    if (amount === 0) return
    this.left[giver] = this.at(this.left, giver) - amount
    this.lacking[taker] = this.at(this.lacking, taker) - amount
    const own = this.given[giver] as Map<number, number>
    own.set(taker, (own.get(taker) ?? 0) + amount)
  }

  private at(numbers: readonly number[], place: number): number {
    return numbers[place] as number
  }
}

const UNREACHED = -1
const ROOT = -2
