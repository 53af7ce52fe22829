import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate, type Size } from '../../src/features/matching/example/generate.ts'
import { examine } from '../../src/features/matching/model/examine.ts'
import { unitsAim } from '../../src/features/matching/programme/aims.ts'
import { lookupOf } from '../../src/features/matching/programme/fits.ts'
import { merge } from '../../src/features/matching/programme/like.ts'
import { type Aim, type Lines, totalOf } from '../../src/features/matching/programme/lines.ts'
import { partsOf } from '../../src/features/matching/programme/parts.ts'
import { writePart } from '../../src/features/matching/programme/write.ts'
import { loadEngine } from '../../src/features/matching/solving/highs.ts'
import type { Figure } from '../figures.ts'
import { temporaryFolder } from '../serving/application.ts'

const SECONDS = 60

/** Well-known solvers, how each is asked for the optimum of a file, and how it says what it found. */
const SOLVERS: Readonly<Record<string, { asked: (file: string) => string[]; found: RegExp }>> = {
  highs: {
    asked: (file) => [`--time_limit=${SECONDS}`, file],
    found: /Primal bound\s+(-?[\d.e+]+)/,
  },
  cbc: {
    asked: (file) => [file, 'sec', `${SECONDS}`, 'solve', 'quit'],
    found: /Objective value:\s+(-?[\d.e+]+)/,
  },
}

/** The first aim of one part for every solver that this machine has, beside ours; solvers of MPS look for the least. */
export async function againstOthers(size: Size, seed: number): Promise<Figure[]> {
  await using folder = await temporaryFolder()
  const lookup = lookupOf(examine(generate(seed, size)).usable)
  const largest = partsOf(lookup).toSorted((a, b) => b.pairs.length - a.pairs.length)[0]
  if (!largest) throw new Error('Nothing to solve')
  const programme = writePart(lookup, largest, merge(largest, false, new Set()), new Map())
  const aim = unitsAim(programme)
  const file = join(folder.path, 'first-aim.mps')
  writeFileSync(file, mpsOf(programme.lines, aim))
  const name = `${size.offers} x ${size.requirements} (${seed})`
  const engine = await loadEngine()
  const began = performance.now()
  const { values } = engine.best({
    ...{ lines: programme.lines, aim, start: null, milliseconds: SECONDS * 1000, within: 0 },
  })
  const own = (performance.now() - began) / 1000
  const best = totalOf(aim.terms, values ?? [])
  return [
    { name: `${name}: HiGHS as WebAssembly`, value: own, unit: 's' },
    ...Object.keys(SOLVERS).flatMap((solver) => measured(solver, file, { name, own, best })),
  ]
}

/** Nothing where the machine does not have it. */
function measured(
  solver: string,
  file: string,
  { name, own, best }: { name: string; own: number; best: number },
): Figure[] {
  const { asked, found } = SOLVERS[solver] as (typeof SOLVERS)[string]
  const began = performance.now()
  const { error, stdout } = spawnSync(solver, asked(file), { encoding: 'utf8' })
  if (error) return []
  const seconds = (performance.now() - began) / 1000
  const said = [...stdout.matchAll(new RegExp(found, 'g'))].at(-1)?.[1]
  return [
    { name: `${name}: ${solver}`, value: seconds, unit: 's' },
    { name: `${name}: ours as a share of ${solver}`, value: own / seconds, unit: '' },
    // Where the time was up it may have found less; never more.
    {
      ...{ name: `${name}: ${solver} found, of ours`, unit: '' },
      ...{ value: Math.abs(Number(said)) / best, most: 1 },
    },
  ]
}

/** A line of MPS: its fields stand in fixed columns. */
const line = (kind: string, ...fields: (string | number)[]) =>
  ` ${kind.padEnd(2)} ${fields.map((field) => `${field}`.padEnd(8)).join('  ')}`.trimEnd()

/** A programme in the MPS format, which all solvers read; with the sign of its aim turned, since they seek the least. */
function mpsOf({ columns, rows }: Lines, { terms }: Aim): string {
  const cost = new Map<number, number>()
  for (const [column, factor] of terms) cost.set(column, (cost.get(column) ?? 0) + factor)
  // A column without an entry would be unknown.
  const entries = columns.map((_, column) => [
    line('', `c${column}`, 'aim', 0 - (cost.get(column) ?? 0)),
  ])
  rows.forEach((row, at) => {
    row.columns.forEach((column, place) => {
      entries[column]?.push(line('', `c${column}`, `r${at}`, row.factors[place] ?? 0))
    })
  })
  const isLeast = ({ lower }: Lines['rows'][number]) => lower > Number.NEGATIVE_INFINITY
  return [
    'NAME          first',
    'ROWS',
    line('N', 'aim'),
    ...rows.map((row, at) => line(isLeast(row) ? 'G' : 'L', `r${at}`)),
    'COLUMNS',
    line('', 'M1', "'MARKER'", '', "'INTORG'"),
    ...entries.flat(),
    line('', 'M2', "'MARKER'", '', "'INTEND'"),
    'RHS',
    ...rows.map((row, at) => line('', 'rhs', `r${at}`, isLeast(row) ? row.lower : row.upper)),
    'BOUNDS',
    ...columns.map(({ upper }, column) => line('UP', 'bound', `c${column}`, upper)),
    'ENDATA',
    '',
  ].join('\n')
}
