import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { readKeys } from '../../src/platform/database/embedded/cluster.ts'
import { placeOf } from '../../src/platform/database/embedded/place.ts'
import { addressOf, connectAsRoot } from '../../src/platform/database/embedded/server.ts'
import { type Started, startProcess } from '../../src/testing/processes.ts'
import { type Figure, median } from '../figures.ts'
import { CLI, startApplication, temporaryFolder } from '../serving/application.ts'

const ROUNDS = 3
/** Rows of about a kilobyte, half of which cannot be compressed, as papers and pictures cannot. */
const ROWS = 1_000_000
/** What the process may hold, however large the database is: 145 are the program, and garbage waits where the machine is busy. */
const MEGABYTES = 320

/** As `npm run plenum` starts it; see `scripts/runtime.mjs`. */
const HEAP = ['--max-semi-space-size=8', '--max-old-space-size=512']

const BALLAST = `
  create table ballast (id int primary key, at timestamptz not null, content jsonb not null, noise text not null);
  insert into ballast select g, timestamptz '2021-12-07 10:30Z' + g * interval '1 second',
    jsonb_build_object('title', 'Pledge ' || g, 'shares', array[g, g + 1], 'words', repeat('peacekeeping ' || g % 97, 16)),
    (select string_agg(md5(random()::text), '') from generate_series(1, 16) where g > 0)
  from generate_series(1, ${ROWS}) as g`

/** Milliseconds and bytes of COPY alone, of every table that a backup holds, over one connection. */
async function copied(url: string): Promise<{ milliseconds: number; bytes: number }> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth')`,
  )
  let bytes = 0
  const began = performance.now()
  for (const { name } of rows) {
    for await (const part of client.query(to(`copy ${name} to stdout`))) bytes += part.length
  }
  const milliseconds = performance.now() - began
  await client.end()
  return { milliseconds, bytes }
}

/** Runs a command, and answers its milliseconds and the most memory that it had, in megabytes. */
async function plenum(
  url: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const began = performance.now()
  const started = startProcess([...HEAP, CLI, ...args], { env: { DATABASE_URL: url, ...env } })
  const memory = await mostMemory(started)
  if ((await started.ended()) !== 0) throw new Error(started.lines.join('\n'))
  return { milliseconds: performance.now() - began, memory }
}

async function mostMemory({ child, ended }: Started): Promise<number> {
  let most = Number.NaN
  const timer = setInterval(() => {
    const status = `/proc/${child.pid}/status`
    const told = existsSync(status) ? readFileSync(status, 'utf8') : ''
    const kilobytes = /VmHWM:\s+(\d+)/.exec(told)?.[1]
    if (kilobytes !== undefined) most = Number(kilobytes) / 1024
  }, 100)
  await ended()
  clearInterval(timer)
  return most
}

type Run = Awaited<ReturnType<typeof plenum>>

interface Round {
  bare: Awaited<ReturnType<typeof copied>>
  plain: Run
  checked: Run
  encrypted: Run
  size: number
}

/** A gigabyte backed up, checked and restored: megabytes of COPY's text a second, beside COPY alone, and memory. */
export async function backup(): Promise<Figure[]> {
  await using folder = await temporaryFolder()
  await using home = await temporaryFolder()
  // Its server is used by all; what it serves is asked for by nobody.
  await using _ = await startApplication(home.path)
  const keys = readKeys(placeOf(home.path))
  const url = addressOf(keys, 'plenum')
  const root = await connectAsRoot(keys)
  await root.query('create database other owner plenum')
  await root.end()
  const filling = new pg.Client(url)
  await filling.connect()
  await filling.query(BALLAST)
  await filling.query('analyze')
  await filling.end()

  const file = join(folder.path, 'backup')
  const key = { BACKUP_KEY: 'a passphrase for measuring' }
  const rounds: Round[] = []
  for (let round = -1; round < ROUNDS; round += 1) {
    const bare = await copied(url)
    const plain = await plenum(url, ['backup', file])
    const checked = await plenum(url, ['check', file])
    const size = readFileSync(file).length
    rmSync(file)
    const encrypted = await plenum(url, ['backup', file], key)
    if (round < ROUNDS - 1) rmSync(file)
    // The first round warms everything up.
    if (round >= 0) rounds.push({ bare, plain, checked, encrypted, size })
  }
  const restored = await plenum(addressOf(keys, 'plenum', 'other'), ['restore', file], key)

  const bytes = rounds[0]?.bare.bytes ?? Number.NaN
  const speed = ({ milliseconds }: { milliseconds: number }) => bytes / 1000 / milliseconds
  const most = (...names: ('plain' | 'checked' | 'encrypted')[]) =>
    Math.max(...rounds.flatMap((one) => names.map((name) => one[name].memory)))
  const mid = (of: (round: Round) => number) => median(rounds.map(of))
  return [
    { name: 'text that COPY gives', value: bytes / 1e6, unit: 'MB' },
    { name: 'COPY alone, over one connection', value: mid((one) => speed(one.bare)), unit: 'MB/s' },
    { name: 'backup', value: mid((one) => speed(one.plain)), unit: 'MB/s' },
    { name: 'backup, encrypted', value: mid((one) => speed(one.encrypted)), unit: 'MB/s' },
    {
      name: 'backup, as a share of COPY',
      value: mid((one) => speed(one.plain) / speed(one.bare)),
      unit: '×',
    },
    {
      name: 'size of the file, as a share of the text',
      value: mid((one) => one.size / bytes),
      unit: '×',
    },
    { name: 'check', value: mid((one) => speed(one.checked)), unit: 'MB/s' },
    { name: 'restore, with its indexes', value: speed(restored), unit: 'MB/s' },
    {
      name: 'most memory of backup',
      value: most('plain', 'encrypted'),
      unit: 'MB',
      most: MEGABYTES,
    },
    { name: 'most memory of check', value: most('checked'), unit: 'MB', most: MEGABYTES },
    { name: 'most memory of restore', value: restored.memory, unit: 'MB', most: MEGABYTES },
  ]
}
