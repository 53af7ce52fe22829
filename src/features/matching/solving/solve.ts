import { blocksOf } from '../blocks/split.ts'
import { examine } from '../model/examine.ts'
import type { Instance } from '../model/instance.ts'
import { LEVELS, type Level, type LevelName, type Solution } from '../model/plan.ts'
import { type Lookup, lookupOf } from '../programme/fits.ts'
import type { Part } from '../programme/pair.ts'
import { partsOf } from '../programme/parts.ts'
import { type Engine, timeFrom } from './engine.ts'
import { LargePart } from './large.ts'
import { PartSolver } from './part.ts'

/** How long a calculation may take, and how near to its bound each level is good enough, as a share. */
export interface Limits {
  milliseconds: number
  within: number
}

/** How far a calculation is: which level of which part, and what was found there so far. */
export interface Progress {
  level: LevelName
  part: number
  parts: number
  value: number
  bound: number
}

export interface Means {
  engine: Engine
  /** Milliseconds that only grow. */
  clock: () => number
  tell?: (progress: Progress) => void
  /** Told when a level has ended. */
  reached?: (level: LevelName) => void
}

/** Of the time that is left, so much may go to each level. */
const PORTIONS: Readonly<Record<LevelName, number>> = {
  ...{ units: 0.7, partners: 0.5, partnerships: 0.4 },
  ...{ delay: 0.5, change: 1 },
}

/**
 * The best plan for an instance, level after level, each within what the levels before it reached. The same instance
 * always gets the same plan, unless the time was up, which is said. What is wrong with the data is named by `examine`;
 * here it is left out.
 */
export function solve(instance: Instance, limits: Limits, means: Means): Solution {
  const lookup = lookupOf(examine(instance).usable)
  const left = timeFrom(means.clock, limits.milliseconds)
  const parts = partsOf(lookup).map((part) => solverOf(lookup, part))
  const levels = LEVELS.map((level): Level => {
    const kept = left() * (1 - PORTIONS[level])
    let [value, bound] = [0, 0]
    parts.forEach((part, at) => {
      const milliseconds = Math.max(0, left() - kept) / (parts.length - at)
      const reached = part.level(level, {
        ...{ milliseconds, within: limits.within },
        ...{ engine: means.engine, clock: means.clock },
        tell: (value, bound) =>
          means.tell?.({ level, part: at, parts: parts.length, value, bound }),
      })
      value += reached.value
      bound += reached.bound
    })
    means.reached?.(level)
    return { level, value, bound, ...gapOf(value, bound) }
  })
  const covers = parts.flatMap((part) => part.covers)
  return {
    plan: { covers: covers.toSorted((a, b) => (a.requirement < b.requirement ? -1 : 1)) },
    levels,
    stopped: levels.every(({ gap }) => gap <= limits.within) ? null : 'time',
    parts: parts.length,
    merged: parts.reduce((sum, { merged }) => sum + merged, 0),
  }
}

/** Above so many pairs of an offer and a requirement, a part is searched block by block, where it falls into some. */
const MANY_PAIRS = 60_000

function solverOf(lookup: Lookup, part: Part): PartSolver | LargePart {
  const blocks = part.pairs.length > MANY_PAIRS ? blocksOf(lookup, part) : null
  return blocks ? new LargePart(lookup, part, blocks) : new PartSolver(lookup, part)
}

/** How far a value is from what it cannot pass, as a share of the greater of the two. */
export function gapOf(value: number, bound: number): Pick<Level, 'gap' | 'proven'> {
  const apart = Math.abs(bound - value)
  return {
    gap: apart === 0 ? 0 : apart / Math.max(Math.abs(bound), Math.abs(value)),
    proven: apart === 0,
  }
}
