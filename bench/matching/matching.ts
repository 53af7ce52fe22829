import { uptime } from 'node:os'
import { check } from '../../src/features/matching/check/check.ts'
import { generate, type Size } from '../../src/features/matching/example/generate.ts'
import { examine } from '../../src/features/matching/model/examine.ts'
import type { Instance } from '../../src/features/matching/model/instance.ts'
import { type LevelName, type Plan, unitsOf } from '../../src/features/matching/model/plan.ts'
import { lookupOf } from '../../src/features/matching/programme/fits.ts'
import { greedyCovers } from '../../src/features/matching/programme/greedy.ts'
import { partsOf } from '../../src/features/matching/programme/parts.ts'
import { loadEngine } from '../../src/features/matching/solving/highs.ts'
import { solve } from '../../src/features/matching/solving/solve.ts'
import { compileCode } from '../../src/platform/apart/code.ts'
import type { Figure } from '../figures.ts'
import { againstOthers } from './native.ts'

const code = compileCode('highs/runtime')
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
const SMALL: Size = { parties: 155, offers: 1000, requirements: 200 }
const LARGE: Size = { parties: 155, offers: 5000, requirements: 1000 }
const GROWING: readonly Size[] = [
  { parties: 155, offers: 250, requirements: 50 },
  { parties: 155, offers: 500, requirements: 100 },
]

/** Plans for invented instances in the proportions of the record, each found plan read by the second reader. */
export async function matching(tell: (figure: Figure) => void): Promise<Figure[]> {
  tell({ name: 'the machine is up since', value: uptime() / 3600, unit: 'h' })
  for (const size of GROWING) for (const one of await measured(size, 1, 10_000)) tell(one)
  for (const seed of SEEDS) {
    for (const one of await measured(SMALL, seed, 20_000, 2)) tell(one)
  }
  for (const one of await againstOthers(SMALL, 1)) tell(one)
  // The first aim may take seven tenths of it.
  return measured(LARGE, 1, 42_000, 30, 0.001)
}

/** One of them in a process that has calculated nothing yet: its code is compiled while it runs. */
export const firstMatching = (): Promise<Figure[]> => measured(SMALL, 1, 20_000)

const weightOf = ({ requirements }: Instance, { covers }: Plan): number => {
  const weights = new Map(requirements.map(({ id, weight }) => [id, weight]))
  return covers.reduce((sum, one) => sum + unitsOf(one) * (weights.get(one.requirement) ?? 0), 0)
}

/** What a clerk would cover who goes from need to need. */
function greedyWeight(instance: Instance): number {
  const lookup = lookupOf(instance)
  const covers = partsOf(lookup).flatMap((part) => greedyCovers(lookup, part))
  return weightOf(instance, { covers })
}

async function measured(
  size: Size,
  seed: number,
  milliseconds: number,
  seconds?: number,
  within = 0,
): Promise<Figure[]> {
  const name = `${size.offers} x ${size.requirements} (${seed})`
  const { usable } = examine(generate(seed, size))
  const engine = await loadEngine(() => false, await code)
  const before = process.memoryUsage.rss()
  const began = performance.now()
  const processor = process.cpuUsage()
  let firstLevel = 0
  let firstProcessor = 0
  const limits = { milliseconds, within }
  const reached = (level: LevelName) => {
    if (level !== 'units') return
    firstLevel = (performance.now() - began) / 1000
    const { user, system } = process.cpuUsage(processor)
    firstProcessor = (user + system) / 1e6
  }
  const clock = () => performance.now()
  const solution = solve(usable, limits, { engine, clock, reached })
  const broken = check(usable, solution.plan)
  if (broken.length > 0) throw new Error(`A plan breaks a rule: ${JSON.stringify(broken[0])}`)
  const found = weightOf(usable, solution.plan)
  return [
    { name: `${name}: parts`, value: solution.parts, unit: '' },
    { name: `${name}: offers merged`, value: solution.merged, unit: '' },
    {
      ...{ name: `${name}: first aim`, value: firstLevel, unit: 's' },
      ...(seconds === undefined ? {} : { most: seconds }),
    },
    { name: `${name}: first aim, processor`, value: firstProcessor, unit: 's' },
    ...solution.levels.map(({ level, gap }) => ({
      ...{ name: `${name}: gap of ${level}`, value: gap * 100, unit: '%' },
      ...(level === 'units' && seconds !== undefined ? { most: within * 100 } : {}),
    })),
    { name: `${name}: weight covered`, value: found, unit: '' },
    {
      name: `${name}: more than greedy`,
      value: (found / greedyWeight(usable) - 1) * 100,
      unit: '%',
    },
    { name: `${name}: memory`, value: (process.memoryUsage.rss() - before) / 2 ** 20, unit: 'MB' },
  ]
}
