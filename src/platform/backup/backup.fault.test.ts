import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestsOf } from '../../testing/database/digests.ts'
import { endProcesses, type Started, startProcess } from '../../testing/processes.ts'
import { freshHome, serveBuilt } from '../../testing/served.ts'
import { readKeys } from '../database/embedded/cluster.ts'
import { openEmbedded } from '../database/embedded/embedded.ts'
import { placeOf } from '../database/embedded/place.ts'
import { addressOf, connectAsRoot, stopServer } from '../database/embedded/server.ts'

const CLI = 'build/server/cli.js'
/** As `npm run plenum` bounds the heap; see `scripts/runtime.mjs`. */
const HEAP = ['--max-semi-space-size=8', '--max-old-space-size=512']
const KEY = { BACKUP_KEY: 'a passphrase that nobody guesses' }

let folder: string
let home: string
let plenum: Awaited<ReturnType<typeof serveBuilt>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-backup-'))
  home = await freshHome()
  plenum = await serveBuilt(home)
})
afterAll(async () => {
  endProcesses()
  await stopServer(placeOf(home))
  for (const one of [folder, home]) await rm(one, { recursive: true, force: true })
})

const urlOf = (database = 'plenum') => addressOf(readKeys(placeOf(home)), 'plenum', database)
const command = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  startProcess([...HEAP, CLI, ...args], { env: { PLENUM_HOME: home, ...env } })

/** What a command said, and how it ended. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const started = command(args, env)
  const code = await started.ended()
  return { code, said: started.lines.join('\n') }
}

/** Rows of what somebody asks a database. */
async function ask(url: string, question: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

async function emptyDatabase(name: string) {
  const root = await connectAsRoot(readKeys(placeOf(home)))
  await root.query(`create database ${name} owner plenum`)
  await root.end()
  return urlOf(name)
}

const at = (name: string) => join(folder, name)
const page = async (path: string) => (await fetch(plenum.origin + path)).text()

describe('beside a running Plenum', () => {
  it('backs up, encrypted, and checks', async () => {
    const taken = await run(['backup', at('seoul')], KEY)
    expect(taken).toMatchObject({
      code: 0,
      said: expect.stringMatching(/rows \d{4,}, 0\.\d MB\.$/),
    })
    expect(await run(['check', at('seoul')], KEY)).toMatchObject({
      code: 0,
      said: expect.stringMatching(
        / public\.pledge\n[\s\S]*This backup is whole, and can be restored/,
      ),
    })
    expect(await run(['check', at('seoul')])).toEqual({
      code: 1,
      said: 'This backup is encrypted: set BACKUP_KEY to the passphrase under which it was written.',
    })
  })

  it('restores in the place of what there is, and every page shows it at once', async () => {
    await ask(
      urlOf(),
      `update party set namings = replace(namings::text, 'Korea', 'Nowhere')::jsonb`,
    )
    await ask(urlOf(), 'truncate pledge cascade')
    expect(await page('/en/parties/KOR')).toContain('Republic of Nowhere')
    const emptied = await page('/en/record')
    const refused = await run(['restore', at('seoul')], KEY)
    expect(refused.code).toBe(1)
    expect(refused.said).toMatch(/^The database «plenum» is not empty .* --replace plenum$/)
    expect(await run(['restore', at('seoul'), '--replace', 'plenum'], KEY)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Restored: rows \d+, .*\. Everybody signs in again\.$/m),
    })
    expect(await page('/en/parties/KOR')).not.toContain('Nowhere')
    const filled = await page('/en/record')
    expect(filled.length).toBeGreaterThan(emptied.length)
    expect(await page('/readyz')).toBe('ready\n')
    expect(await run(['verify'])).toMatchObject({ code: 0 })
  })

  it('restores beside it, into a database of its own', async () => {
    const DATABASE_URL = await emptyDatabase('large')
    expect(await run(['restore', at('seoul')], { ...KEY, DATABASE_URL })).toMatchObject({ code: 0 })
    const held = 'select count(*)::int as pledges from pledge'
    expect(await ask(DATABASE_URL, held)).toEqual(await ask(urlOf(), held))
  })
})

describe('a large backup', () => {
  /** About 200 MB. */
  const ROWS = 200_000
  /** Of the whole process, of which the program itself is 140. */
  const MEGABYTES = 250
  let large: Readonly<Record<string, string>>
  let again: Readonly<Record<string, string>>
  beforeAll(async () => {
    large = { DATABASE_URL: urlOf('large') }
    again = { DATABASE_URL: await emptyDatabase('again') }
    await ask(urlOf('large'), 'create table ballast (id int primary key, text text)')
    await ask(
      urlOf('large'),
      `insert into ballast select g, repeat(md5(random()::text), 30) from generate_series(1, ${ROWS}) g`,
    )
  })

  it('that is killed leaves nothing that looks whole', async () => {
    const backup = command(['backup', at('killed')], large)
    const unfinished = async () => {
      const name = (await readdir(folder)).find((one) => one.startsWith('killed.'))
      const size = name === undefined ? 0 : (await stat(at(name))).size
      return size > 2 ** 20 ? name : undefined
    }
    await expect.poll(unfinished, { timeout: 60_000, interval: 5 }).toBeTruthy()
    backup.kill('SIGKILL')
    expect(await backup.ended()).toBe('SIGKILL')
    const [left] = (await readdir(folder)).filter((name) => name.startsWith('killed'))
    expect(left).toMatch(/^killed\.[0-9a-f]{8}\.unfinished$/)
    expect(await run(['check', at(left as string)])).toEqual({
      code: 1,
      said: 'This backup was cut off, or its end is damaged: it is not whole, and nothing of it is used.',
    })
  })

  it('for which the disk is too small leaves nothing at all', async () => {
    const script = `ulimit -f 4000; exec "${process.execPath}" ${CLI} backup "${at('full')}"`
    const limited = `process.exitCode = child_process.spawnSync('sh', ['-c', ${JSON.stringify(script)}], { stdio: 'inherit' }).status`
    const backup = startProcess(['-e', limited], { env: { PLENUM_HOME: home, ...large } })
    expect(await backup.ended()).toBe(1)
    expect(backup.lines).toEqual([
      `The backup ${at('full')} could not be written (no file may become so large here); nothing of it is left.`,
    ])
    expect((await readdir(folder)).filter((name) => name.startsWith('full'))).toEqual([])
  })

  it('is taken, checked and restored in less memory than it has bytes', async () => {
    const small = await mostMemory(command(['backup', at('small')]))
    const taken = await mostMemory(command(['backup', at('large')], large))
    const checked = await mostMemory(command(['check', at('large')]))
    const restored = await mostMemory(command(['restore', at('large')], again))
    process.stdout.write(
      `Most memory: small ${small} MB; large, taken ${taken}, checked ${checked}, restored ${restored} MB\n`,
    )
    for (const most of [taken, checked, restored]) expect(most).toBeLessThan(MEGABYTES)
    const [held] = await ask(urlOf('again'), 'select count(*)::int as rows from ballast')
    expect(held).toEqual({ rows: ROWS })
  })

  it('whose restoring is killed leaves what there was', async () => {
    const before = await digestsOf(urlOf('again'))
    const restore = command(['restore', at('large'), '--replace', 'again'], again)
    const working = `select from pg_stat_activity where datname = 'again' and query like 'copy "public"."ballast"%'`
    await expect.poll(() => ask(urlOf(), working), { timeout: 60_000, interval: 5 }).toHaveLength(1)
    restore.kill('SIGKILL')
    expect(await restore.ended()).toBe('SIGKILL')
    expect(await digestsOf(urlOf('again'))).toEqual(before)
  })
})

describe('with Plenum stopped', () => {
  it('takes and gives back all the same, on a machine that has nothing yet', async () => {
    const before = await digestsOf(urlOf())
    const [{ last }] = await ask(urlOf(), 'select max(seq)::int as last from journal')
    plenum.kill('SIGTERM')
    expect(await plenum.ended()).toBe(0)
    expect(await run(['backup', `${folder}/`])).toMatchObject({ code: 0 })
    const [name] = (await readdir(folder)).filter((one) =>
      /^plenum-\d{8}T\d{6}Z\.tar\.zst$/.test(one),
    )
    const other = await freshHome()
    expect(await run(['restore', at(name as string)], { PLENUM_HOME: other })).toMatchObject({
      code: 0,
    })
    const serverRuns = (one: string) => existsSync(join(one, 'postgres/data/postmaster.pid'))
    expect([home, other].map(serverRuns)).toEqual([false, false])

    const server = await openEmbedded({ home: other, report: () => undefined })
    const after = await digestsOf(server.url, last)
    await server.stop()
    expect({ ...after, 'public.backup': '' }).toEqual({ ...before, 'public.backup': '' })
    await rm(other, { recursive: true, force: true })
  })
})

/** The most memory that a command ever had, in megabytes, as far as the kernel tells; it must succeed. */
async function mostMemory({ child, ended, lines }: Started): Promise<number> {
  let most = 0
  const timer = setInterval(() => {
    const status = `/proc/${child.pid}/status`
    const told = existsSync(status) ? readFileSync(status, 'utf8') : ''
    most = Number(/VmHWM:\s+(\d+)/.exec(told)?.[1] ?? most * 1024) / 1024
  }, 20)
  const code = await ended()
  clearInterval(timer)
  if (code !== 0) throw new Error(lines.join('\n'))
  return Math.round(most)
}
