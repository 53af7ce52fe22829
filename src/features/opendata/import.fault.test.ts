import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endProcesses, type Started, startProcess } from '../../testing/processes.ts'
import { freshHome, serveBuilt } from '../../testing/served.ts'

const MANY = 100_000
const MOST_MEMORY = 200 * 1024
const LONG = 900_000

/** As `npm run plenum -- data import` starts it; see `scripts/runtime.mjs`. */
const CLI = [
  '--lite-mode',
  '--max-semi-space-size=4',
  '--max-old-space-size=80',
  'build/server/cli.js',
]

type Row = Record<string, unknown>

let home: string
let folder: string
let running: Awaited<ReturnType<typeof serveBuilt>>
let pledge: Row
let shares: Row[]

const rowsOf = async (path: string): Promise<Row[]> => {
  const answer = await fetch(`${running.origin}/api/v1/${path}`)
  return ((await answer.json()) as { data: Row[] }).data
}
const total = async (name = 'pledges') => {
  const answer = await fetch(`${running.origin}/api/v1/${name}?limit=1`)
  return ((await answer.json()) as { total: number }).total
}
const verdict = async () => {
  const verify = startProcess(['build/server/cli.js', 'verify'], { env: { PLENUM_HOME: home } })
  return [await verify.ended(), verify.lines[0]?.slice(0, 40)]
}

const importing = (...files: string[]) =>
  startProcess([...CLI, 'data', 'import', ...files.map((file) => join(folder, file))], {
    env: { PLENUM_HOME: home },
  })

/** The most memory that a process ever had, in kilobytes, as far as the kernel tells. */
async function memoryOf({ child, ended }: Started): Promise<number> {
  let most = 0
  const timer = setInterval(() => {
    const status = `/proc/${child.pid}/status`
    if (!existsSync(status)) return
    most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? most)
  }, 100)
  await ended()
  clearInterval(timer)
  return most
}

/** How much longer recording the second half took than the first: about 1 where each row costs the same. */
async function slowing({ lines, ended }: Started): Promise<number> {
  const times = { begun: 0, half: 0 }
  const timer = setInterval(() => {
    const at = Number(/^Recording: (\d+) of/.exec(lines.at(-1) ?? '')?.[1] ?? 0)
    if (at > 0) times.begun ||= performance.now()
    if (at >= MANY / 2) times.half ||= performance.now()
  }, 100)
  await ended()
  clearInterval(timer)
  return (performance.now() - times.half) / (times.half - times.begun)
}

/** Pledges and their shares that nobody has yet, as the export writes them. */
async function write(
  name: string,
  {
    count,
    first,
    change = (row) => row,
  }: { count: number; first: number; change?: (row: Row, at: number) => Row },
): Promise<void> {
  const pledges = createWriteStream(join(folder, `${name}-pledges.ndjson`))
  const parts = createWriteStream(join(folder, `${name}-shares.ndjson`))
  for (let at = 0; at < count; at++) {
    const id = `KOR-2021-${first + at}`
    const row = change({ ...pledge, id }, at)
    if (!pledges.write(`${JSON.stringify(row)}\n`)) {
      await new Promise((resolve) => pledges.once('drain', resolve))
    }
    for (const share of shares) parts.write(`${JSON.stringify({ ...share, pledge: id })}\n`)
  }
  await Promise.all(
    [pledges, parts].map((file) => new Promise<void>((resolve) => file.end(resolve))),
  )
}
const filesOf = (name: string) => [`${name}-pledges.ndjson`, `${name}-shares.ndjson`]

beforeAll(async () => {
  home = await freshHome()
  folder = await mkdtemp(join(tmpdir(), 'plenum-import-'))
  running = await serveBuilt(home)
  const [found] = await rowsOf('pledges?conference=seoul2021&lead=KOR&sort=-id&limit=1')
  pledge = { ...found, links: [], requirements: [], part_of: null }
  shares = (await rowsOf('shares?conference=seoul2021&limit=1000')).filter(
    (share) => share.pledge === pledge.id,
  )
}, 120_000)

afterAll(async () => {
  running.kill('SIGTERM')
  await running.ended()
  endProcesses()
  for (const path of [home, folder]) await rm(path, { recursive: true, force: true })
})

describe('a file of a hundred thousand pledges', () => {
  it(
    'is taken back with progress, in little memory, all at once',
    async () => {
      await write('many', { count: MANY, first: 1_000_000 })
      const before = await total()
      const began = performance.now()
      const import_ = importing(...filesOf('many'))
      const [memory, slower] = await Promise.all([memoryOf(import_), slowing(import_)])
      const seconds = (performance.now() - began) / 1000
      process.stdout.write(
        `${MANY} pledges with their shares taken back: ${seconds.toFixed(0)} s, ${Math.round(memory / 1024)} MB; the second half took ${slower.toFixed(2)} of the first\n`,
      )
      expect(import_.lines.at(-1)).toBe(
        `Rows read: ${MANY * (1 + shares.length)}. Recorded: ${MANY}. Unchanged, since they stood so already: 0.`,
      )
      expect(
        import_.lines.filter((line) => /^Reading .*: \d+ rows\.$/.test(line)).length,
      ).toBeGreaterThan(1)
      expect(
        import_.lines.filter((line) => /^Recording: \d+ of at most/.test(line)).length,
      ).toBeGreaterThan(1)
      expect(slower).toBeLessThan(2)
      if (memory > 0) expect(memory).toBeLessThan(MOST_MEMORY)
      expect(await total()).toBe(before + MANY)
    },
    LONG,
  )

  it(
    'that dies on the way leaves nothing behind, and can be taken back anew',
    async () => {
      await write('killed', { count: 5000, first: 2_000_000 })
      const before = [await total(), await total('shares')]
      const killed = importing(...filesOf('killed'))
      await killed.said(/^Recording: /)
      killed.kill('SIGKILL')
      expect(await killed.ended()).toBe('SIGKILL')
      expect([await total(), await total('shares')]).toEqual(before)
      const again = importing(...filesOf('killed'))
      expect(await again.ended()).toBe(0)
      expect(await total()).toBe((before[0] ?? 0) + 5000)
      expect(await verdict()).toEqual([0, 'The journal stands as it was written: en'])
    },
    LONG,
  )
})

describe('a file with rows that are wrong', () => {
  it(
    'is refused whole, every bad row named with its reason',
    async () => {
      const before = await total()
      await write('wrong', {
        count: 3000,
        first: 3_000_000,
        change(row, at) {
          if (at === 10) return { ...row, conference: 'nowhere1900' }
          if (at === 20) return { ...row, quantity_kind: 'plenty' }
          if (at === 30) return { ...row, id: 'KOR-2021-3000029' }
          return at >= 100 && at < 200 ? { ...row, version: 'two' } : row
        },
      })
      const import_ = importing(...filesOf('wrong'))
      expect(await import_.ended()).toBe(1)
      const [first, second] = import_.lines.filter((line) => line.includes('wrong-pledges'))
      const file = join(folder, 'wrong-pledges.ndjson')
      expect(first).toMatch(
        new RegExp(`^${file}, line 21, column quantity_kind: «plenty» is none of: exact, `),
      )
      expect(second).toBe(
        `${file}, line 101, column version: a whole number is expected, not «two».`,
      )
      expect(import_.lines.at(-1)).toBe('Nothing was recorded; what is wrong (102) stands above.')
      const table = readFileSync('plenum-import-problems.csv', 'utf8')
      await rm('plenum-import-problems.csv')
      expect(table.split('\r\n')).toHaveLength(102 + 2)
      expect(table).toContain('KOR-2021-3000029')
      expect(await total()).toBe(before)
    },
    LONG,
  )

  it(
    'that only the rules find is told row by row as well',
    async () => {
      const before = await total()
      await write('ruled', {
        count: 3,
        first: 4_000_000,
        change: (row, at) => (at === 1 ? { ...row, conference: 'nowhere1900' } : row),
      })
      await writeFile(
        join(folder, 'orphan-shares.ndjson'),
        `${JSON.stringify({ ...shares[0], pledge: 'KOR-2021-99' })}\n`,
      )
      const import_ = importing(...filesOf('ruled'), 'orphan-shares.ndjson')
      expect(await import_.ended()).toBe(1)
      const said = import_.lines.filter((line) => line.includes('line'))
      expect(said.join('\n')).toContain(join(folder, 'ruled-pledges.ndjson, line 2'))
      expect(said.join('\n')).toContain(
        'orphan-shares.ndjson, line 1, column pledge: there is no «KOR-2021-99» among the pledges.',
      )
      expect(await total()).toBe(before)
    },
    LONG,
  )
})
